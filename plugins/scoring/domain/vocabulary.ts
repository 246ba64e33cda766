/** The six contents of the work (六项工作内容) that point rules are grouped by, in the order of the article. */
export const THEMES = ['theory', 'policy', 'values', 'culture', 'customs', 'service'] as const
export type Theme = (typeof THEMES)[number]

/** Who holds a card, by the rule set. */
export const HOLDERS = ['household', 'person'] as const
export type Holder = (typeof HOLDERS)[number]

/** What a point rule asks to be filed with a record. */
export const EVIDENCE_KINDS = ['photo', 'document', 'order', 'activity', 'none'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

export const RULE_KINDS = ['reward', 'deduction'] as const
export type RuleKind = (typeof RULE_KINDS)[number]

/** What a record may have come from, beside its files. */
export const SOURCE_TYPES = ['order', 'activity'] as const
export type SourceType = (typeof SOURCE_TYPES)[number]

export const CARD_STATES = ['active', 'frozen', 'closed'] as const
export type CardState = (typeof CARD_STATES)[number]

/** What can be done to an open card. `pin` gives it a new PIN. */
export const CARD_VERBS = ['freeze', 'unfreeze', 'replace', 'close', 'pin'] as const
export type CardVerb = (typeof CARD_VERBS)[number]

/** The states of a record, in the order of 记分 → 评议 → 公示 → 入账, and the ways out of it. */
export const RECORD_STATES = ['recorded', 'noticed', 'held', 'posted', 'rejected', 'withdrawn', 'voided'] as const
export type RecordState = (typeof RECORD_STATES)[number]

/** What people do to a record by its own address. */
export const RECORD_VERBS = ['approve', 'reject', 'withdraw'] as const
export type RecordVerb = (typeof RECORD_VERBS)[number]

/** Everything that a record's history may tell: its verbs, its objections, its posting and what undid it. */
export const RECORD_EVENT_VERBS = ['record', ...RECORD_VERBS, 'object', 'uphold', 'dismiss', 'post', 'reverse'] as const
export type RecordEventVerb = (typeof RECORD_EVENT_VERBS)[number]

export const OBJECTION_STATES = ['open', 'upheld', 'dismissed'] as const
export type ObjectionState = (typeof OBJECTION_STATES)[number]

export const OBJECTION_VERBS = ['uphold', 'dismiss'] as const
export type ObjectionVerb = (typeof OBJECTION_VERBS)[number]

/** `issuance` is where a site's points come from and go back to; it alone is negative by nature. */
export const ACCOUNT_KINDS = ['issuance', 'card', 'shop'] as const
export type AccountKind = (typeof ACCOUNT_KINDS)[number]

/** Why points moved. */
export const TRANSFER_KINDS = ['post', 'deduct', 'redeem', 'void', 'reverse', 'replace', 'lapse', 'settle'] as const
export type TransferKind = (typeof TRANSFER_KINDS)[number]

export const MOVEMENT_KINDS = ['restock', 'correction', 'redeem', 'void', 'stocktake'] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

export const REDEMPTION_STATES = ['done', 'voided'] as const
export type RedemptionState = (typeof REDEMPTION_STATES)[number]

/** What the supervisor is shown of itself (domain.md, points, rule 7). */
export const FLAG_KINDS = ['same_photo', 'burst', 'overlap', 'late', 'beyond_span', 'few_households'] as const
export type FlagKind = (typeof FLAG_KINDS)[number]

export const FLAG_STATES = ['open', 'settled'] as const
export type FlagState = (typeof FLAG_STATES)[number]
