import type { UserActor } from '@practice/kernel'
import type {
  FiledEvidence,
  PointRule,
  RecordingCard,
  RecordingFacts,
  RecordingInput,
  RecordStanding,
  RecordState,
  RedeemFacts,
  RedeemingCard,
} from '@practice/scoring/domain'
import { actorOf, VILLAGE } from './dispatch-fixtures'

export { actorOf, DISTRICT, HOUSEHOLD, NOW, TOWN, VILLAGE } from './dispatch-fixtures'

export const OTHER_VILLAGE = '640402107200'
export const OTHER_TOWN = '640402107'
/** The household that records are about; the fixture's resident is of another one. */
export const THEIRS = '640402100207-H009'
export const CARD = `${VILLAGE}-0001`
export const SHOP = 'S-0001'

/** An instant of China. */
export const at = (text: string): number => Date.parse(`${text}+08:00`)

/** Whoever is of the household that it is about. */
export const ofTheirs = (role: UserActor['role'], changes: Partial<UserActor> = {}): UserActor =>
  actorOf(role, { householdCode: THEIRS, ...changes })

/** A record of `THEIRS` by the village's admin, reviewed by its reviewer, on notice until the 30th of November. */
export function recordIn(state: RecordState, changes: Partial<RecordStanding> = {}): RecordStanding {
  const reviewed = state !== 'recorded' && state !== 'withdrawn'
  return {
    state,
    version: 3,
    siteCode: VILLAGE,
    householdCode: THEIRS,
    points: 10,
    recordedBy: 'village-admin',
    reviewedBy: reviewed ? 'points-reviewer' : null,
    noticeEndsAt: reviewed && state !== 'rejected' ? at('2026-11-30T00:00') : null,
    ...changes,
  }
}

/** One hour of voluntary service: ten points, at most 200 a month, no evidence asked for. */
export const RULE: PointRule = {
  code: 'R6-01',
  theme: 'service',
  name: '志愿服务一小时',
  points: 10,
  capPerMonth: 200,
  evidence: 'none',
  kind: 'reward',
  active: true,
  source: '曲阜:每小时10分',
}

export const NOTHING_FILED: FiledEvidence = { files: 0, images: 0, unknown: [] }

export const RECORDING_CARD: RecordingCard = {
  number: CARD,
  siteCode: VILLAGE,
  state: 'active',
  householdCode: THEIRS,
  member: null,
  holderKey: THEIRS,
  replacedBy: null,
  visible: true,
}

/** A score that may be recorded, by `RECORDING_FACTS`. */
export const RECORDING: RecordingInput = { card: CARD, rule: RULE.code, occurredAt: at('2026-11-20T09:00') }

export const RECORDING_FACTS: RecordingFacts = {
  card: RECORDING_CARD,
  rule: RULE,
  deductionsCount: false,
  evidence: NOTHING_FILED,
  source: null,
  members: ['马建国', '马小兰'],
  capUsed: 0,
}

export const REDEEMING_CARD: RedeemingCard = {
  number: CARD,
  siteCode: VILLAGE,
  householdCode: THEIRS,
  state: 'active',
  balance: 100,
  replacedBy: null,
  visible: true,
}

/** A village shop with soap at 5 points and rice at 40. */
export const REDEEM_FACTS: RedeemFacts = {
  card: REDEEMING_CARD,
  shop: { code: SHOP, siteCode: VILLAGE, active: true },
  goods: [
    { code: 'G-1', name: '肥皂', unit: '块', points: 5, stock: 10, active: true, shopCode: SHOP },
    { code: 'G-2', name: '大米', unit: '袋', points: 40, stock: 2, active: true, shopCode: SHOP },
  ],
  minimumRedemption: 10,
}

/** The code of a refusal, or null. */
export function refusalOf(result: { ok: true } | { ok: false; code: string }): string | null {
  return result.ok ? null : result.code
}

/** The value of a success; a refusal fails the test that did not expect it. */
export function valueOf<Value>(result: { ok: true; value: Value } | { ok: false; code: string }): Value {
  if (!result.ok) throw new Error(`refused: ${result.code}`)
  return result.value
}
