import { isoOf, rangeOf, service, type SystemActor } from '@practice/kernel'
import type {} from '@practice/scoring/services'
import { residentOf } from '../orders/cast'
import type { Act } from './acts'
import { evidenceIdOf } from './evidence'
import type { Living } from './living'
import { must } from './must'

/** As the product names whoever posts what stood its notice. */
const NOTICE: SystemActor = { kind: 'system', because: 'notice' }

/** Records a score, with the file that was uploaded for it. */
export async function score({ app, village, cards, records }: Living, { at, score: one }: Act<'score'>): Promise<void> {
  const { key, householdCode, rule, quantity, occurredAt, note, picture, source } = one
  const body = {
    ...{ card: cardOf(cards, householdCode), rule, quantity },
    occurredAt: isoOf(occurredAt) ?? '',
    ...(note === null ? {} : { note }),
    ...(picture === null ? {} : { evidence: [evidenceIdOf(village.site.code, key)] }),
    ...(source === null ? {} : { source }),
  }
  const made = await service(app, 'scoring', 'records').record(village.admin, { body, key: null }, at)
  records.set(key, must(made, `score ${key}`).record.documentId)
}

/** Approves or rejects, as the reviewer whose household it is not; or withdraws, as the recorder. */
export async function review(
  { app, village, records }: Living,
  act: Act<'approve'> | Act<'reject'> | Act<'withdraw'>,
): Promise<void> {
  const { kind: verb, key, reason, at } = act
  const actor = act.kind === 'withdraw' ? village.admin : village.reviewers[act.reviewer]
  const documentId = known(records, key)
  must(await service(app, 'scoring', 'reviews').act(actor, documentId, { verb, reason }, at), `${verb} ${key}`)
}

/** Objects to a line on notice, as a neighbour. */
export async function object({ app, village, records, objections }: Living, act: Act<'object'>): Promise<void> {
  const { key, householdCode, reason, at } = act
  const household = village.households.find(({ code }) => code === householdCode)
  if (household === undefined) throw new Error(`no household ${householdCode}`)
  const filing = { reason, by: null }
  const objecting = service(app, 'scoring', 'objections')
  const filed = must(await objecting.file(residentOf(household), known(records, key), filing, at), `object ${key}`)
  objections.set(key, filed.documentId)
}

/** Decides an objection, as the supervisor. */
export async function decide(
  { app, village, objections }: Living,
  { kind: verb, key, reason, at }: Act<'uphold'> | Act<'dismiss'>,
): Promise<void> {
  const objecting = service(app, 'scoring', 'objections')
  must(await objecting.decide(village.supervisor, known(objections, key), { verb, reason }, at), `${verb} ${key}`)
}

/** Posts what stood its notice in the village, and looks at what was recorded. */
export async function sweep({ app, village }: Living, { at }: Act<'sweep'>): Promise<void> {
  await service(app, 'scoring', 'posting').postDue(NOTICE, at, rangeOf(village.site.code))
  await service(app, 'scoring', 'inspection').run(at)
}

/** Settles the late entry that was looked into. */
export async function settleFlag({ app, village }: Living, { at, reason }: Act<'settleFlag'>): Promise<void> {
  const where = { siteCode: village.site.code, kind: 'late', state: 'open' }
  const flag = (await app.db.query('plugin::scoring.flag').findOne({ where })) as { documentId: string } | null
  if (flag === null) throw new Error(`no late entry was flagged at ${village.site.code}`)
  must(await service(app, 'scoring', 'flags').settle(village.supervisor, flag.documentId, reason, at), 'settle a flag')
}

/** The card of a household. */
export function cardOf(cards: Living['cards'], householdCode: string): string {
  return known(cards, householdCode)
}

function known(made: ReadonlyMap<string, string>, key: string): string {
  const found = made.get(key)
  if (found === undefined) throw new Error(`nothing was made for ${key}`)
  return found
}
