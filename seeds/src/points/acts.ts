import type { Instant } from '@practice/kernel'

/** A score to be recorded. */
export interface Score {
  /** Unique in the village; what happens to the record later names it. */
  key: string
  householdCode: string
  rule: string
  quantity: number
  occurredAt: Instant
  note: string | null
  /** The drawing that stands for its photo or paper; two scores that name the same one have the same picture. */
  picture: string | null
  source: { type: 'order' | 'activity'; documentId: string } | null
}

interface OfScore {
  key: string
}

/** What can happen in a village, each kind with what it takes. */
interface Kinds {
  openShop: object
  restock: { goods: string; quantity: number; reason: string }
  score: { score: Score }
  approve: OfScore & { reviewer: 0 | 1; reason: string | null }
  reject: OfScore & { reviewer: 0 | 1; reason: string }
  withdraw: OfScore & { reason: string }
  object: OfScore & { householdCode: string; reason: string }
  uphold: OfScore & { reason: string }
  dismiss: OfScore & { reason: string }
  /** What the minute does by itself: posts what stood its notice, then looks at what was recorded. */
  sweep: object
  /** `spendable` is the most that it costs; without a household, one that can afford something. */
  redeem: OfScore & { householdCode: string | null; spendable: number }
  void: OfScore & { reason: string }
  settle: object
  stocktake: { missing: string; reason: string }
  settleFlag: { reason: string }
}

export type ActKind = keyof Kinds

/** Something that happens in a village at a moment. */
export type Act<Kind extends ActKind = ActKind> = { [K in Kind]: { kind: K; at: Instant } & Kinds[K] }[Kind]
