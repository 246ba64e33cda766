import { randomInt, randomUUID } from 'node:crypto'
import { newDocumentId } from '@practice/kernel'
import type { Card, RuleSet, ScoreRecord } from '@practice/scoring/contracts'
import sharp from 'sharp'
import supertest, { type Response } from 'supertest'
import { app, as, asSystem, type Caller } from '../support/api'
import { dataOf, db } from './dispatch-support'
import { makeVillage, type TestVillage } from './points-village'

export const DAY_MS = 86_400_000
export const HOUR_MS = 3_600_000

/** One rule for each kind of evidence; R-CAP has a cap of 10 points a month. */
const RULES = [
  { code: 'R-NONE', evidence: 'none', points: 2, capPerMonth: null, kind: 'reward' },
  { code: 'R-CAP', evidence: 'none', points: 1, capPerMonth: 10, kind: 'reward' },
  { code: 'R-PHOTO', evidence: 'photo', points: 5, capPerMonth: null, kind: 'reward' },
  { code: 'R-DOC', evidence: 'document', points: 5, capPerMonth: null, kind: 'reward' },
  { code: 'R-ORDER', evidence: 'order', points: 2, capPerMonth: null, kind: 'reward' },
  { code: 'R-HOUR', evidence: 'activity', points: 10, capPerMonth: null, kind: 'reward' },
  { code: 'R-OFF', evidence: 'none', points: 1, capPerMonth: null, kind: 'reward', active: false },
  { code: 'R-MINUS', evidence: 'none', points: 3, capPerMonth: null, kind: 'deduction' },
].map((rule) => ({ active: true, theme: 'service', name: `事项${rule.code}`, source: '试验', ...rule }))

/** What the rule set of a test's village says, where it matters. */
export interface VillageRules {
  outstandingBudget?: number | null
  deductions?: boolean
}

/** A village of one file of tests, with a rule for each kind of evidence. */
export async function recordingVillage(households: number, rules: VillageRules = {}): Promise<TestVillage> {
  const village = await makeVillage({ households })
  await writeRules(village.site, rules)
  return village
}

/** Writes the rule set of a village anew. */
export async function writeRules(site: string, changes: VillageRules): Promise<void> {
  const dispatcher = await as('county-dispatcher')
  const { ownVersion: version } = dataOf<RuleSet>(await dispatcher.get(`/api/scoring/rule-sets?site=${site}`))
  const settings = { holder: 'household', noticeDays: 3, carryOver: true, rate: 1, minimumRedemption: 0 }
  const data = { ...settings, outstandingBudget: null, deductions: true, ...changes, version, rules: RULES }
  dataOf<RuleSet>(await dispatcher.put(`/api/scoring/rule-sets/${site}`, { data }))
}

/** Takes the next card that no other test of the file has taken. */
export function takeCard({ cards }: TestVillage): Card {
  const card = cards.pop()
  if (card === undefined) throw new Error('the village has no card left for this test')
  return card
}

/** What records a score of an hour ago. */
export const scoreOf = (card: Pick<Card, 'number'>, rule: string, changes: object = {}) => ({
  card: card.number,
  rule,
  occurredAt: new Date(Date.now() - HOUR_MS).toISOString(),
  ...changes,
})

/** Asks for a score to be recorded. */
export function record(caller: Caller, data: object, headers: Record<string, string> = {}) {
  return caller.post('/api/scoring/records', { data }, headers)
}

/** Records a score that must be taken. */
export async function recorded(caller: Caller, data: object): Promise<ScoreRecord> {
  return dataOf<ScoreRecord>(await record(caller, data))
}

/** Asks for a verb on a record. */
export function actOn(
  caller: Caller,
  { documentId }: Pick<ScoreRecord, 'documentId'>,
  verb: string,
  data: object = {},
) {
  return caller.post(`/api/scoring/records/${documentId}/${verb}`, { data })
}

/** Records a score and has it approved. */
export async function noticed(village: TestVillage, data: object): Promise<ScoreRecord> {
  const made = await recorded(village.admin, data)
  return dataOf<ScoreRecord>(await actOn(village.reviewer, made, 'approve'))
}

/** A picture of coloured blocks, unlike any other but by its seed; a copy of another size shows the same. */
export function picture(seed: number, size = 240, format: 'png' | 'jpeg' = 'png'): Promise<Buffer> {
  const side = 8
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 16) & 255
  }
  const pixels = Buffer.from(Array.from({ length: side * side * 3 }, next))
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .resize(size, size, { kernel: 'cubic' })
    .toFormat(format)
    .toBuffer()
}

/** Uploads a file, or a picture that nobody has seen yet; gives its documentId. */
export async function uploadFile(token: string, content?: Buffer, name = '照片.png'): Promise<string> {
  const reply = await supertest(app().server.httpServer)
    .post('/api/upload')
    .set('Authorization', `Bearer ${token}`)
    .attach('files', content ?? (await picture(randomInt(2 ** 31))), name)
  if (reply.status >= 300) throw new Error(`${reply.status} ${reply.text}`)
  const [file] = reply.body as { documentId: string }[]
  return file?.documentId ?? ''
}

/** An activity of a site that began so many hours ago; gives its documentId and code. */
export async function makeActivity(siteCode: string, startedHoursAgo: number, hours: number) {
  const code = `${siteCode}-A${randomUUID().slice(0, 6)}`
  const start = Date.now() - startedHoursAgo * HOUR_MS
  const [startsAt, endsAt] = [new Date(start).toISOString(), new Date(start + hours * HOUR_MS).toISOString()]
  const row = (await asSystem(() =>
    app()
      .db.query('api::activity.activity')
      .create({ data: { code, title: `活动${code.slice(-4)}`, siteCode, startsAt, endsAt, place: '文化大院' } }),
  )) as { documentId: string }
  return { documentId: row.documentId, code }
}

/** An order of a site in this state; gives its documentId and number. */
export async function makeOrder(siteCode: string, state: 'archived' | 'completed') {
  const { id: _id, ...like } = (await db()('dispatch_orders').first('*')) as Record<string, unknown>
  const documentId = newDocumentId()
  const number = `20260101-${randomUUID().slice(0, 8)}`
  await db()('dispatch_orders').insert({ ...like, document_id: documentId, number, site_code: siteCode, state })
  return { documentId, number }
}

/** How many replies have a status, by status. */
export function statuses(replies: readonly Response[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

/** What a card's account holds. */
export async function balanceOf({ number }: Pick<Card, 'number'>): Promise<number> {
  const row = (await db()('scoring_accounts').where({ kind: 'card', owner: number }).first('balance')) as
    { balance: number } | undefined
  return row?.balance ?? 0
}

/** What is used of the caps of a card's holder, whatever the rule and month. */
export async function capsOf(card: Card): Promise<number> {
  const row = (await db()('scoring_cap_uses')
    .where('key', 'like', `${card.holder.household}|%`)
    .sum({ used: 'used' })
    .first()) as { used: number | string | null }
  return Number(row.used ?? 0)
}

/** What is on its way at a site, as it is kept and as the records say. */
export async function pendingOf(site: string): Promise<{ kept: number; summed: number }> {
  const kept = (await db()('scoring_standings').where({ site_code: site }).first('pending')) as
    { pending: number } | undefined
  const summed = (await db()('scoring_records')
    .where({ site_code: site, kind: 'reward' })
    .whereIn('state', ['recorded', 'noticed', 'held'])
    .sum({ sum: 'points' })
    .first()) as { sum: number | string | null }
  return { kept: kept?.pending ?? 0, summed: Number(summed.sum ?? 0) }
}

/** What a test knows to be there. */
export function there<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('expected something to be there')
  return value
}
