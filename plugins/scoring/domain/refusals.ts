import type { RefusalStatus } from '@practice/kernel'

/** A status for every code of a list. */
export type Statuses<Code extends string> = Readonly<Record<Code, RefusalStatus>>

/** Why a set of rules is not written, earlier first. */
export const RULE_SET_REFUSALS = [
  'site_unknown',
  'role_not_allowed',
  'changed_meanwhile',
  'nothing_to_give_up',
  'nothing_above',
] as const
export type RuleSetRefusal = (typeof RULE_SET_REFUSALS)[number]

/** What HTTP says to each. */
export const RULE_SET_REFUSAL_STATUS: Statuses<RuleSetRefusal> = {
  site_unknown: 404,
  role_not_allowed: 403,
  changed_meanwhile: 409,
  nothing_to_give_up: 409,
  nothing_above: 422,
}

/** Why a card is not opened, earlier first. */
export const OPEN_CARD_REFUSALS = [
  'role_not_allowed',
  'site_unknown',
  'household_unknown',
  'site_not_yours',
  'no_rule_set',
  'member_missing',
  'member_unexpected',
  'member_unknown',
  'card_exists',
] as const
export type OpenCardRefusal = (typeof OPEN_CARD_REFUSALS)[number]

/** What HTTP says to each. */
export const OPEN_CARD_REFUSAL_STATUS: Statuses<OpenCardRefusal> = {
  role_not_allowed: 403,
  site_unknown: 422,
  household_unknown: 404,
  site_not_yours: 403,
  no_rule_set: 422,
  member_missing: 422,
  member_unexpected: 422,
  member_unknown: 422,
  card_exists: 409,
}

/** Why a verb on a card is refused, earlier first. */
export const CARD_REFUSALS = [
  'not_found',
  'role_not_allowed',
  'same_household',
  'wrong_state',
  'changed_meanwhile',
  'balance_left',
] as const
export type CardRefusal = (typeof CARD_REFUSALS)[number]

/** What HTTP says to each. */
export const CARD_REFUSAL_STATUS: Statuses<CardRefusal> = {
  not_found: 404,
  role_not_allowed: 403,
  same_household: 403,
  wrong_state: 409,
  changed_meanwhile: 409,
  balance_left: 409,
}

/** Why a card's PIN opens nothing, earlier first. */
const PIN_REFUSALS = ['pin_locked', 'pin_wrong'] as const
export type PinRefusal = (typeof PIN_REFUSALS)[number]

/** Why a resident is not shown a statement, earlier first. */
export const STATEMENT_REFUSALS = ['not_found', ...PIN_REFUSALS] as const
export type StatementRefusal = (typeof STATEMENT_REFUSALS)[number]

/** What HTTP says to each. */
export const STATEMENT_REFUSAL_STATUS: Statuses<StatementRefusal> = {
  not_found: 404,
  pin_locked: 429,
  pin_wrong: 403,
}

/**
 * Why a score is not recorded, earlier first: the card, who you are, how the card stands, the rule, the time, what is
 * on file, then how much.
 */
export const RECORDING_REFUSALS = [
  'card_unknown',
  'role_not_allowed',
  'same_household',
  'card_closed',
  'card_frozen',
  'rule_unknown',
  'rule_inactive',
  'deductions_off',
  'occurred_in_future',
  'occurred_too_early',
  'file_unknown',
  'evidence_missing',
  'source_unknown',
  'source_not_archived',
  'source_not_over',
  'source_used',
  'hours_beyond_span',
  'member_unknown',
  'cap_reached',
  'budget_exceeded',
  'key_reused',
] as const
export type RecordingRefusal = (typeof RECORDING_REFUSALS)[number]

/** What HTTP says to each. */
export const RECORDING_REFUSAL_STATUS: Statuses<RecordingRefusal> = {
  card_unknown: 404,
  role_not_allowed: 403,
  same_household: 403,
  card_closed: 422,
  card_frozen: 422,
  rule_unknown: 422,
  rule_inactive: 422,
  deductions_off: 422,
  occurred_in_future: 422,
  occurred_too_early: 422,
  file_unknown: 422,
  evidence_missing: 422,
  source_unknown: 422,
  source_not_archived: 422,
  source_not_over: 422,
  source_used: 422,
  hours_beyond_span: 422,
  member_unknown: 422,
  cap_reached: 422,
  budget_exceeded: 422,
  key_reused: 409,
}

/** Why a verb on a record or an objection to it is refused, earlier first. */
export const RECORD_REFUSALS = [
  'not_found',
  'role_not_allowed',
  'own_record',
  'same_household',
  'was_reviewer',
  'already_objected',
  'notice_over',
  'wrong_state',
  'changed_meanwhile',
  'by_missing',
] as const
export type RecordRefusal = (typeof RECORD_REFUSALS)[number]

/** What HTTP says to each. */
export const RECORD_REFUSAL_STATUS: Statuses<RecordRefusal> = {
  not_found: 404,
  role_not_allowed: 403,
  own_record: 403,
  same_household: 403,
  was_reviewer: 403,
  already_objected: 409,
  notice_over: 409,
  wrong_state: 409,
  changed_meanwhile: 409,
  by_missing: 422,
}

/** Why notices are not closed by hand, earlier first. */
export const CLOSE_REFUSALS = ['role_not_allowed', 'site_unknown', 'site_not_yours'] as const
export type CloseRefusal = (typeof CLOSE_REFUSALS)[number]

/** What HTTP says to each. */
export const CLOSE_REFUSAL_STATUS: Statuses<CloseRefusal> = {
  role_not_allowed: 403,
  site_unknown: 422,
  site_not_yours: 403,
}

/** Why a transfer is not reversed, earlier first. */
export const REVERSE_REFUSALS = [
  'not_found',
  'role_not_allowed',
  'same_household',
  'use_void',
  'not_reversible',
  'already_reversed',
  'card_closed',
  'insufficient_points',
] as const
export type ReverseRefusal = (typeof REVERSE_REFUSALS)[number]

/** What HTTP says to each. */
export const REVERSE_REFUSAL_STATUS: Statuses<ReverseRefusal> = {
  not_found: 404,
  role_not_allowed: 403,
  same_household: 403,
  use_void: 409,
  not_reversible: 409,
  already_reversed: 409,
  card_closed: 409,
  insufficient_points: 409,
}

/** Why a flag is not settled, earlier first. */
export const FLAG_REFUSALS = ['not_found', 'role_not_allowed', 'same_household', 'wrong_state'] as const
export type FlagRefusal = (typeof FLAG_REFUSALS)[number]

/** What HTTP says to each. */
export const FLAG_REFUSAL_STATUS: Statuses<FlagRefusal> = {
  not_found: 404,
  role_not_allowed: 403,
  same_household: 403,
  wrong_state: 409,
}

/** Why a file of records is not read at all, earlier first; the faults of its lines stand in the report. */
export const IMPORT_REFUSALS = [
  'role_not_allowed',
  'file_missing',
  'file_unreadable',
  'too_many_lines',
  'file_unknown',
  'key_reused',
] as const
export type ImportRefusal = (typeof IMPORT_REFUSALS)[number]

/** What HTTP says to each. */
export const IMPORT_REFUSAL_STATUS: Statuses<ImportRefusal> = {
  role_not_allowed: 403,
  file_missing: 400,
  file_unreadable: 422,
  too_many_lines: 422,
  file_unknown: 422,
  key_reused: 409,
}
