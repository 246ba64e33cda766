import { DAY_MS } from '@practice/kernel'
import type { Verification } from '@practice/scoring/contracts'
import knex, { type Knex } from 'knex'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { app, onPostgres } from '../support/api'
import { startVictim, type Victim } from '../support/server'
import { dataOf } from './dispatch-support'
import { loadPoints, type PointsHeard, type PointsLoad } from './points-kill-load'
import { atTime } from './points-support'
import { makeGoods, makeVillage, type TestVillage } from './points-village'

/** How often the server is killed; PostgreSQL has its own way through a crash, and fewer will do. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? (onPostgres ? 8 : 30))
const ROUND_MS = 60_000
/** Lines that are posted before the first server starts, so that there is something to redeem … */
const POSTED_LINES = 160
/** … and lines that stood their notice by then, for the servers to post. */
const DUE_LINES = 400

let directory: string
let database: Knex
let environment: Record<string, string>
let village: TestVillage
let load: PointsLoad

beforeAll(async () => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'practice-points-kill-'))
  village = await makeVillage({ households: 8 })
  const goods = await makeGoods(village, 2, 100_000)
  const cards = village.cards.map(({ number }) => number)
  await recordInThePast(cards, POSTED_LINES)
  dataOf(await village.supervisor.post('/api/scoring/notices/close', { data: { site: village.site } }))
  await recordInThePast(cards, DUE_LINES)
  load = { tokens: village.tokens, site: village.site, cards, shop: village.shop, goods: goods.code }
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
}, 3 * ROUND_MS)

afterAll(async () => {
  if (!onPostgres) await database.destroy()
  rmSync(directory, { recursive: true, force: true })
})

/** Lines whose notice is over by now, approved ten days ago. */
async function recordInThePast(cards: readonly string[], lines: number): Promise<void> {
  const then = Date.now() - 10 * DAY_MS
  await atTime(then, async () => {
    for (let line = 0; line < lines; line++) {
      const card = cards[line % cards.length]
      const occurredAt = new Date(then - 60_000).toISOString()
      const data = { card, rule: 'T-02', occurredAt }
      const { documentId } = dataOf<{ documentId: string }>(await village.admin.post('/api/scoring/records', { data }))
      dataOf(await village.reviewer.post(`/api/scoring/records/${documentId}/approve`, { data: {} }))
    }
  })
}

test(
  'a ledger whose server is killed again and again stays sound, and what was answered is there exactly once',
  async () => {
    let posted = 0
    let server = await startVictim(environment)
    for (let round = 1; round <= ROUNDS; round++) {
      const working = loadPoints(server.url, load, `${village.site}-${round}`)
      await pause(350 + 70 * (round % 7))
      await server.kill()
      const heard = await working
      expect(heard.faults).toEqual([])
      posted += heard.posted
      server = await startVictim(environment)
      await assertSound(server)
      await assertOnce(server, heard)
    }
    await server.kill()
    expect(await countOf('scoring_transfers', { site_code: village.site, kind: 'post' })).toBeGreaterThanOrEqual(posted)
    expect(await countOf('scoring_redemptions', { site_code: village.site })).toBeGreaterThan(ROUNDS)
  },
  ROUNDS * ROUND_MS,
)

async function assertSound({ url }: Victim): Promise<void> {
  const reply = await fetch(`${url}/api/scoring/ledger/verify?site=${village.site}`, {
    headers: { authorization: `Bearer ${village.tokens.supervisor}` },
  })
  const { data } = (await reply.json()) as { data: Verification }
  expect(data).toMatchObject({ ok: true, sum: 0, broken: [] })
}

/** Whatever was sent is asked for again with its key: what was answered is what it was, and there is one of each. */
async function assertOnce({ url }: Victim, heard: PointsHeard): Promise<void> {
  const again = async (where: string, key: string, body: object) => {
    const headers = {
      authorization: `Bearer ${village.tokens.admin}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    }
    const reply = await fetch(`${url}/api${where}`, { method: 'POST', headers, body: JSON.stringify({ data: body }) })
    const { data } = (await reply.json()) as { data: { documentId: string } | null }
    return { status: reply.status, documentId: data?.documentId ?? null }
  }
  for (const [key, { body, documentId }] of heard.records) {
    const repeated = await again('/scoring/records', key, body)
    if (documentId !== null) expect(repeated).toEqual({ status: 200, documentId })
    expect([200, 201]).toContain(repeated.status)
    expect(await countOf('scoring_records', { note: key })).toBe(1)
  }
  for (const [key, { body, documentId }] of heard.redemptions) {
    // A card without points was refused, and is again.
    if (documentId !== null) {
      expect(await again('/scoring/redemptions', key, body)).toEqual({ status: 200, documentId })
      expect(await countOf('scoring_transfers', { cause: `redeem:${documentId}` })).toBe(1)
    }
  }
  for (const documentId of heard.approved) {
    expect(await countOf('scoring_record_events', { record_id: documentId, verb: 'approve' })).toBe(1)
  }
}

async function countOf(table: string, where: object): Promise<number> {
  const row = await database(table).where(where).count({ count: '*' }).first<{ count: unknown }>()
  return Number(row?.count)
}
