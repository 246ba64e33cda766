import type { Role } from '@practice/kernel'
import type { ObjectionVerb, RecordState, RecordVerb } from './vocabulary'

/** Everything that is done to a record after it was recorded. */
export const RECORD_ACTS = ['approve', 'reject', 'withdraw', 'object', 'uphold', 'dismiss', 'post', 'reverse'] as const
export type RecordAct = (typeof RECORD_ACTS)[number]

/** Conditions beyond role and state; `record.ts` says what each checks. */
export const RECORD_NEEDS = [
  /** Not by who recorded it. */
  'other_hand',
  /** Not by the household that it is about, nor by the one that objected. */
  'other_household',
  /** Not by who reviewed it. */
  'not_reviewer',
  'notice_running',
  'notice_over',
] as const
export type RecordNeed = (typeof RECORD_NEEDS)[number]

/** One row of the rulebook. */
export interface RecordTransition {
  from: readonly RecordState[]
  to: RecordState
  /** `system` is the cron that posts what stood its notice. */
  by: readonly (Role | 'system')[]
  needs: readonly RecordNeed[]
}

const RECUSED = ['other_hand', 'other_household', 'not_reviewer'] as const

/** 记分 → 评议 → 公示 → 异议 → 入账 as data (domain.md, points; permissions.md, row "record"). */
export const RECORD_TRANSITIONS = {
  approve: { from: ['recorded'], to: 'noticed', by: ['points-reviewer'], needs: ['other_hand', 'other_household'] },
  reject: { from: ['recorded'], to: 'rejected', by: ['points-reviewer'], needs: ['other_hand', 'other_household'] },
  withdraw: { from: ['recorded'], to: 'withdrawn', by: ['village-admin'], needs: ['other_household'] },
  object: { from: ['noticed'], to: 'held', by: ['resident', 'village-admin'], needs: ['notice_running'] },
  uphold: { from: ['held'], to: 'voided', by: ['points-supervisor'], needs: RECUSED },
  dismiss: { from: ['held'], to: 'noticed', by: ['points-supervisor'], needs: RECUSED },
  post: { from: ['noticed'], to: 'posted', by: ['system', 'points-supervisor'], needs: ['notice_over'] },
  reverse: { from: ['posted'], to: 'voided', by: ['points-supervisor'], needs: ['other_household'] },
} as const satisfies Record<RecordAct, RecordTransition>

/** The same table with its members seen as `RecordTransition`. */
export const recordTransitionOf = (act: RecordAct): RecordTransition => RECORD_TRANSITIONS[act]

/** The acts that people do to a record by its own address. */
export const RECORD_ADDRESSED = ['approve', 'reject', 'withdraw', 'object'] as const satisfies readonly (
  RecordVerb | 'object'
)[]

/** The states in which a record's points are on their way: they count towards the budget. */
export const UNDER_WAY = ['recorded', 'noticed', 'held'] as const satisfies readonly RecordState[]

/** The states in which a record no longer takes of its cap. */
export const GIVEN_BACK = ['rejected', 'withdrawn', 'voided'] as const satisfies readonly RecordState[]

/** Where the verbs on objections lead their record. */
export const OBJECTION_ACTS = { uphold: 'upheld', dismiss: 'dismissed' } as const satisfies Record<
  ObjectionVerb,
  'upheld' | 'dismissed'
>
