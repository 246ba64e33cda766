import type { OrderDetail } from '@practice/dispatch/contracts'
import knex, { type Knex } from 'knex'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { app, asSystem, onPostgres, tokenOf } from '../support/api'
import { startVictim } from '../support/server'
import { makeTeam, TOWN } from './dispatch-support'
import { load, orderWith, type Heard, type People } from './kill-load'

/** How often the server is killed; each time costs a start. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 2)
const START_MS = 60_000

let directory: string
let database: Knex
let environment: Record<string, string>
let people: People
/** Orders that other files laid into the database by hand, some without a history. */
let others: Set<string>

beforeAll(async () => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'practice-kill-'))
  const team = await makeTeam({ capacity: 100_000 })
  const volunteer = `K-${team.code}`
  await asSystem(() =>
    app()
      .db.query('api::volunteer.volunteer')
      .create({ data: { number: volunteer, name: '老人', teamCode: team.code, siteCode: TOWN } }),
  )
  const [desk, village, leader] = await Promise.all(
    ['county-dispatcher', 'village-admin', team.username].map((username) => tokenOf(username)),
  )
  people = { desk: desk ?? '', village: village ?? '', leader: leader ?? '', team: team.code, volunteer }
  const standing = (await app().db.connection('dispatch_orders').select('document_id')) as { document_id: string }[]
  others = new Set(standing.map(({ document_id }) => document_id))
  if (onPostgres) {
    environment = {}
    database = app().db.connection
    return
  }
  // A copy, because SQLite's file here is this process's own.
  const filename = path.join(directory, 'data.db')
  await app().db.connection.raw('vacuum into ?', [filename])
  environment = { DATABASE_FILENAME: filename }
  database = knex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true })
})

afterAll(async () => {
  if (!onPostgres) await database.destroy()
  rmSync(directory, { recursive: true, force: true })
})

test(
  'what a killed server had answered is there after a restart, and every order stands as its last event says',
  async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const server = await startVictim(environment)
      const mark = `kill-${people.team}-${round}`
      const working = load(server.url, people, mark)
      await pause(700 + 150 * (round % 5))
      await server.kill()
      const heard = await working
      expect(heard.faults).toEqual([])
      expect(heard.orders.size).toBeGreaterThan(0)
      await assertAgreement()
      const again = await startVictim(environment)
      try {
        await assertKept(again.url, heard)
        await assertKeys(again.url, heard)
      } finally {
        await again.kill()
      }
    }
  },
  2 * ROUNDS * START_MS,
)

interface Stand {
  document_id: string
  state: string
  version: number
  events: number
}

interface Step {
  order_id: string
  sequence: number
  to_state: string
  version: number | null
}

/** In the database: state, version and count of every new order are those of its last event, and no event stands alone. */
async function assertAgreement(): Promise<void> {
  const orders = (await database('dispatch_orders').select('document_id', 'state', 'version', 'events')) as Stand[]
  const steps = (await database('dispatch_order_events')
    .orderBy('sequence')
    .select('order_id', 'sequence', 'to_state', 'version')) as Step[]
  const ids = new Set(orders.map(({ document_id }) => document_id))
  expect(steps.filter(({ order_id }) => !ids.has(order_id))).toEqual([])
  const stepsOf = new Map<string, Step[]>()
  for (const step of steps) stepsOf.set(step.order_id, [...(stepsOf.get(step.order_id) ?? []), step])
  const ours = orders.filter(({ document_id }) => !others.has(document_id))
  const disagreeing = ours.filter(({ document_id, state, version, events }) => {
    const own = stepsOf.get(document_id) ?? []
    const last = own.at(-1)
    const counted = own.findLast((step) => step.version !== null)
    return last?.to_state !== state || last.sequence !== events || counted?.version !== version
  })
  expect(disagreeing).toEqual([])
}

/** Over HTTP: everything that was answered with a success. */
async function assertKept(url: string, heard: Heard): Promise<void> {
  const get = async <T>(where: string): Promise<T> => {
    const reply = await fetch(`${url}/api${where}`, { headers: { authorization: `Bearer ${people.desk}` } })
    expect({ where, status: reply.status }).toEqual({ where, status: 200 })
    return ((await reply.json()) as { data: T }).data
  }
  for (const [documentId, told] of heard.orders) {
    const order = await get<OrderDetail>(`/dispatch/orders/${documentId}`)
    expect(order.version).toBeGreaterThanOrEqual(told.version)
    if (!others.has(documentId)) expect(order.events.at(-1)?.to).toBe(order.state)
    const verbs = order.events.map(({ verb }) => verb as string)
    for (const verb of new Set(told.verbs)) {
      const count = (list: readonly string[]) => list.filter((one) => one === verb).length
      expect(count(verbs)).toBeGreaterThanOrEqual(count(told.verbs))
    }
  }
  for (const documentId of heard.volunteers) await get(`/volunteers/${documentId}`)
}

/** Whoever was not answered asks again with the same key, and there is one order of it. */
async function assertKeys(url: string, heard: Heard): Promise<void> {
  for (const key of heard.keys) {
    const reply = await fetch(`${url}/api/dispatch/orders`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${people.village}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({ data: orderWith(key) }),
    })
    expect([200, 201]).toContain(reply.status)
    const made = await database('dispatch_orders')
      .where({ note: key })
      .count({ count: '*' })
      .first<{ count: unknown }>()
    expect(Number(made?.count)).toBe(1)
  }
}
