import { randomUUID } from 'node:crypto'
import type { Order, OrderDetail, Verb } from '@practice/dispatch/contracts'
import supertest, { type Response } from 'supertest'
import { app, as, asSystem, login, type Caller } from '../support/api'

export const VILLAGE = '640402100207'
export const TOWN = '640402100'
export const DISTRICT = '640402'
export const DEMO_TEAM = '640402100-T04'
/** 维修: what item C08-03 takes. */
export const SKILL = '维修'

/** The smallest body that places an order for somebody. */
export const ON_BEHALF = {
  serviceItem: 'C08-03',
  site: VILLAGE,
  channel: 'desk',
  requester: { name: '马建国', phone: '19900000001' },
  onBehalf: { reason: '家里没有智能手机' },
}

/** What a reply carries when it went well. */
export function dataOf<T>(reply: Response): T {
  if (reply.status >= 300) throw new Error(`${reply.status} ${reply.text}`)
  return (reply.body as { data: T }).data
}

/** The code of a refusal, with its status: `422 not_offered`. */
export function refusalOf(reply: Response): string {
  const { error } = reply.body as { error?: { details?: { code?: string } } | null }
  return `${reply.status} ${error?.details?.code ?? ''}`.trim()
}

/** The details of a refusal. */
export function detailsOf(reply: Response): Record<string, unknown> {
  return (reply.body as { error: { details: Record<string, unknown> } }).error.details
}

/** A new order of the village, placed on behalf. */
export async function placed(changes: object = {}, caller?: Caller): Promise<Order> {
  const placer = caller ?? (await as('village-admin'))
  return dataOf<Order>(await placer.post('/api/dispatch/orders', { data: { ...ON_BEHALF, ...changes } }))
}

/** Asks for a verb on an order as somebody saw it. */
export function act(caller: Caller, order: Pick<Order, 'documentId' | 'version'>, verb: Verb, input: object = {}) {
  return caller.post(`/api/dispatch/orders/${order.documentId}/${verb}`, { data: { version: order.version, ...input } })
}

/** Does a verb that must go well. */
export async function done(caller: Caller, order: Order, verb: Verb, input: object = {}): Promise<Order> {
  return dataOf<Order>(await act(caller, order, verb, input))
}

/** An order with its history. */
export async function detail(caller: Caller, { documentId }: Pick<Order, 'documentId'>): Promise<OrderDetail> {
  return dataOf<OrderDetail>(await caller.get(`/api/dispatch/orders/${documentId}`))
}

/** A team that can do repairs, with a leader who can sign in. */
export interface TestTeam {
  code: string
  leader: Caller
  username: string
}

/** Makes a team for one test, so that no other test's orders fill it; at the center, where it is nobody's first choice. */
export async function makeTeam(
  changes: { siteCode?: string; capacity?: number; householdCode?: string } = {},
): Promise<TestTeam> {
  const { siteCode = DISTRICT, capacity = 50, householdCode = null } = changes
  const code = `${siteCode}-X${randomUUID().slice(0, 8)}`
  const username = `leader-${code}`
  await asSystem(async () => {
    const { db } = app()
    const role = (await db.query('plugin::users-permissions.role').findOne({ where: { type: 'team-leader' } })) as {
      id: number
    }
    await db.query('plugin::users-permissions.user').create({
      data: {
        username,
        email: `${username}@example.org`,
        provider: 'local',
        password: randomUUID(),
        confirmed: true,
        blocked: false,
        role: role.id,
        displayName: username,
        siteCode,
        teamCode: code,
        householdCode,
      },
    })
    await db.query('api::team.team').create({
      data: {
        code,
        name: code,
        tier: 'center',
        siteCode,
        skills: [SKILL],
        capacity,
        active: true,
        leaderUsername: username,
      },
    })
  })
  return { code, username, leader: await as(username) }
}

/** The number of one of a team's volunteers. */
export async function memberOf(teamCode: string): Promise<string> {
  const row = (await asSystem(() => app().db.query('api::volunteer.volunteer').findOne({ where: { teamCode } }))) as {
    number: string
  } | null
  if (row === null) throw new Error(`${teamCode} has no volunteers`)
  return row.number
}

/** The smallest PNG there is. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Uploads a photo as one of the demo accounts; gives its documentId. */
export async function uploadPhoto(username: string): Promise<string> {
  const reply = await supertest(app().server.httpServer)
    .post('/api/upload')
    .set('Authorization', `Bearer ${await login(username)}`)
    .attach('files', PIXEL, 'photo.png')
  if (reply.status >= 300) throw new Error(`${reply.status} ${reply.text}`)
  const [file] = reply.body as { documentId: string }[]
  return file?.documentId ?? ''
}

/** Knex on the app's database: what a test looks at behind the API's back. */
export const db = () => app().db.connection

/** How an order's row and its last event by a person say it stands. */
export async function stateAndLastEvent(documentId: string) {
  const row = (await db()('dispatch_orders')
    .where({ document_id: documentId })
    .first('state', 'version', 'events')) as {
    state: string
    version: number
    events: number
  }
  const events = (await db()('dispatch_order_events').where({ order_id: documentId }).orderBy('sequence')) as {
    to_state: string
    version: number | null
    sequence: number
  }[]
  const last = events.at(-1)
  return {
    row,
    event: {
      state: last?.to_state,
      version: events.findLast(({ version }) => version !== null)?.version,
      events: last?.sequence,
    },
  }
}
