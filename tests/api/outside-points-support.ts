import { randomUUID } from 'node:crypto'
import type { Role } from '@practice/kernel'
import type { RuleSet, ScoreRecord } from '@practice/scoring/contracts'
import { app, as, asSystem, nobody, type Caller } from '../support/api'
import { dataOf, db, refusalOf, VILLAGE } from './dispatch-support'
import { HOUR_MS } from './scoring-records-support'

/** The village of the other town, of which nobody of 三营镇 sees anything but what is public. */
export const OTHER = '640402107200'
export const OTHER_TOWN = '640402107'

/** The columns of permissions.md, as demo accounts; `nobody` is a request without a token. */
export const ACCOUNTS = [
  ...['county-editor', 'county-dispatcher', 'town-officer', 'village-admin', 'team-leader'],
  ...['points-reviewer', 'points-supervisor', 'leader', 'resident', 'nobody'],
]

const callers = new Map<string, Promise<Caller>>()

/** Requests as one of them. */
export function callerOf(account: string): Promise<Caller> {
  const caller = callers.get(account) ?? (account === 'nobody' ? Promise.resolve(nobody()) : as(account))
  callers.set(account, caller)
  return caller
}

/** Where the routes of points begin. */
export const POINTS = '/api/scoring'

type Row = Record<string, string>

/** Names of a village's points, by what a route's parameter stands for. */
export interface Names extends Record<string, string> {
  site: string
  card: string
  token: string
  household: string
  record: string
  objection: string
  transfer: string
  shop: string
  goods: string
  redemption: string
  flag: string
}

/** Households of those who keep the points, and the resident's own: what is theirs is no example of a neighbour's. */
const KEPT = ['H001', 'H002', 'H003', 'H004'].map((suffix) => `-${suffix}`)

const isKept = (household: string | null | undefined) => KEPT.some((kept) => household?.endsWith(kept) === true)

/** Of a village with a history: a neighbour's card and what is on file of it, each of it done with. */
export async function namesOf(site: string): Promise<Names> {
  const rows = (table: string, where: object) =>
    db()(table)
      .where({ site_code: site, ...where })
      .orderBy('id', 'desc') as Promise<Row[]>
  const pick = async (table: string, where: object, name = 'document_id'): Promise<string> => {
    const fitting = (await rows(table, where)).find(({ household_code }) => !isKept(household_code))
    if (fitting === undefined) throw new Error(`${site} has nothing in ${table} with ${JSON.stringify(where)}`)
    return fitting[name] ?? ''
  }
  const card = await pick('scoring_cards', { slot: 'current' }, 'number')
  const [own] = await rows('scoring_cards', { number: card })
  const theirs = await rows('scoring_records', {})
  const decided = (await rows('scoring_objections', {})).find(
    ({ state, by_household, record_id }) =>
      state !== 'open' &&
      !isKept(by_household) &&
      !isKept(theirs.find(({ document_id }) => document_id === record_id)?.['household_code']),
  )
  if (decided === undefined) throw new Error(`${site} has no objection that was decided between neighbours`)
  return {
    site,
    card,
    token: own?.['token'] ?? '',
    household: own?.['household_code'] ?? '',
    record: await pick('scoring_records', { state: 'posted', kind: 'reward' }),
    objection: decided['document_id'] ?? '',
    transfer: await pick('scoring_transfers', { kind: 'redeem' }),
    shop: `${site}-S1`,
    goods: await pick('scoring_goods', { shop_code: `${site}-S1` }, 'code'),
    redemption: await pick('scoring_redemptions', { state: 'voided' }),
    flag: await pick('scoring_flags', { state: 'settled' }),
  }
}

/** The number of the card that a household of the demo village uses now. */
export async function cardNumberOf(household: string): Promise<string> {
  const row = (await db()('scoring_cards').where({ household_code: household, slot: 'current' }).first('number')) as Row
  return row['number'] ?? ''
}

/** An account made for one test, which may be given another role. */
export interface Villager {
  username: string
  caller: Caller
  become(role: Role): Promise<void>
}

/** Makes one at the demo village. */
export async function makeVillager(type: Role, householdCode: string | null = null): Promise<Villager> {
  const username = `${type}-x${randomUUID().slice(0, 8)}`
  const users = app().db.query('plugin::users-permissions.user')
  const roleOf = async (name: Role) =>
    (await app()
      .db.query('plugin::users-permissions.role')
      .findOne({ where: { type: name } })) as { id: number }
  const account = { username, email: `${username}@example.org`, provider: 'local', password: randomUUID() }
  const flags = { confirmed: true, blocked: false, displayName: '何人', siteCode: VILLAGE, householdCode }
  await asSystem(async () => {
    await users.create({ data: { ...account, ...flags, role: (await roleOf(type)).id } })
  })
  return {
    username,
    caller: await as(username),
    become: async (role) => {
      await asSystem(async () => {
        await users.update({ where: { username }, data: { role: (await roleOf(role)).id } })
      })
    },
  }
}

/** Records something for a card under the first rule that still takes it and asks for no order and no activity. */
export async function recordedFor(
  caller: Caller,
  card: string,
  evidence: string[],
  site = VILLAGE,
): Promise<ScoreRecord> {
  const set = dataOf<RuleSet>(await caller.get(`${POINTS}/rule-sets?site=${site}`))
  const fitting = set.rules.filter(
    ({ active, kind, evidence: asked }) => active && kind === 'reward' && !['order', 'activity'].includes(asked),
  )
  const refusals: string[] = []
  for (const { code: rule } of fitting) {
    const data = { card, rule, occurredAt: new Date(Date.now() - HOUR_MS).toISOString(), evidence }
    const reply = await caller.post(`${POINTS}/records`, { data })
    if (reply.status === 201) return dataOf<ScoreRecord>(reply)
    refusals.push(`${rule} ${refusalOf(reply)}`)
  }
  throw new Error(`nothing can be recorded for ${card}: ${refusals.join(', ')}`)
}
