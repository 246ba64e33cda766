import { isoOf, ok, refuse, type Actor, type Instant, type Result } from '@practice/kernel'
import { monthOf, yearBefore } from './calendar'
import { afterTaking, capKeyOf, exceedsCap } from './caps'
import { checkEvidence, checkSource, type FiledEvidence, type SourceFacts } from './evidence'
import type { RecordingRefusal } from './refusals'
import type { PointRule } from './rule-set'
import { actsAt, isOwnHousehold } from './authority'
import type { CardState, SourceType } from './vocabulary'

/** Who records scores. */
export const RECORDING_ROLES = ['village-admin'] as const

/** A score as it is to be recorded. */
export interface RecordingInput {
  /** A card's number. */
  card: string
  /** A rule's code. */
  rule: string
  quantity?: number | undefined
  occurredAt: Instant
  source?: { type: SourceType; documentId: string } | undefined
  /** Who of the household did it. */
  member?: string | undefined
}

/** A card as recording sees it. */
export interface RecordingCard {
  number: string
  siteCode: string
  state: CardState
  householdCode: string
  /** The person whose card it is, or null for a household's. */
  member: string | null
  holderKey: string
  replacedBy: string | null
  /** Whether the actor sees it at all. */
  visible: boolean
}

/** What recording is decided by. */
export interface RecordingFacts {
  /** Null when there is none of that number. */
  card: RecordingCard | null
  /** The rule of the set that decides at the card's site; null when that has none of that code. */
  rule: PointRule | null
  deductionsCount: boolean
  evidence: FiledEvidence
  /** What the input's source is; null when it names none, or one that is not there. */
  source: SourceFacts | null
  /** The names of the household's members, as they are kept. */
  members: readonly string[]
  /** Points that the holder took of the rule's cap in the month. */
  capUsed: number
}

/** A score that may be recorded. */
export interface Recording {
  quantity: number
  /** Signed: below zero for a deduction. */
  points: number
  /** The month of China in which it was done, `YYYY-MM`. */
  month: string
  member: string | null
  /** What it takes of the rule's cap; null without one. */
  cap: { key: string; cap: number; points: number; usedAfter: number } | null
}

/**
 * Decides whether an actor may record this score: the card, who you are, how the card stands, the rule, the time, what
 * is on file, how much. The cap is taken and the budget reserved in the transaction that writes, each with its own last word.
 */
export function checkRecording(
  actor: Actor,
  input: RecordingInput,
  facts: RecordingFacts,
  now: Instant,
): Result<Recording, RecordingRefusal> {
  const standing = checkCard(actor, input, facts.card)
  if (!standing.ok) return standing
  const card = standing.value
  const ruled = checkRule(input, facts)
  if (!ruled.ok) return ruled
  const rule = ruled.value
  const timely = checkOccurred(input.occurredAt, now)
  if (!timely.ok) return timely
  const quantity = input.quantity ?? 1
  const filed = checkEvidence(rule.evidence, facts.evidence, input.source?.type ?? null)
  if (!filed.ok) return filed
  const sourced = checkSource(
    { source: input.source ?? null, found: facts.source, siteCode: card.siteCode, quantity },
    now,
  )
  if (!sourced.ok) return sourced
  const member = memberOf(input.member ?? null, card, facts.members)
  if (!member.ok) return member
  return takeCap({ rule, card, quantity, member: member.value, occurredAt: input.occurredAt, capUsed: facts.capUsed })
}

function checkCard(
  actor: Actor,
  input: RecordingInput,
  card: RecordingCard | null,
): Result<RecordingCard, RecordingRefusal> {
  // Of a card elsewhere nobody learns that there is one.
  if (card === null || !card.visible) return refuse('card_unknown', { card: input.card })
  if (!actsAt(actor, RECORDING_ROLES, card.siteCode)) return refuse('role_not_allowed')
  if (isOwnHousehold(actor, card.householdCode)) return refuse('same_household')
  if (card.state === 'closed') return refuse('card_closed', { card: card.number, replacedBy: card.replacedBy })
  if (card.state === 'frozen') return refuse('card_frozen', { card: card.number })
  return ok(card)
}

function checkRule(
  input: RecordingInput,
  { rule, deductionsCount }: RecordingFacts,
): Result<PointRule, RecordingRefusal> {
  if (rule === null) return refuse('rule_unknown', { rule: input.rule })
  if (!rule.active) return refuse('rule_inactive', { rule: rule.code })
  if (rule.kind === 'deduction' && !deductionsCount) return refuse('deductions_off', { rule: rule.code })
  return ok(rule)
}

/** What was done is recorded after it, and within a year. */
export function checkOccurred(
  occurredAt: Instant,
  now: Instant,
): Result<null, 'occurred_in_future' | 'occurred_too_early'> {
  if (occurredAt > now) return refuse('occurred_in_future', { latest: isoOf(now) })
  const earliest = yearBefore(now)
  return occurredAt < earliest ? refuse('occurred_too_early', { earliest: isoOf(earliest) }) : ok(null)
}

/** A person's card is that person's; on a household's, whoever is named must be of it. */
function memberOf(
  named: string | null,
  card: RecordingCard,
  members: readonly string[],
): Result<string | null, RecordingRefusal> {
  if (named === null) return ok(card.member)
  const known = card.member === null ? members.includes(named) : card.member === named
  return known ? ok(named) : refuse('member_unknown', { member: named })
}

interface Taking {
  rule: PointRule
  card: RecordingCard
  quantity: number
  member: string | null
  occurredAt: Instant
  capUsed: number
}

function takeCap({ rule, card, quantity, member, occurredAt, capUsed }: Taking): Result<Recording, RecordingRefusal> {
  const worth = rule.points * quantity
  const points = rule.kind === 'deduction' ? -worth : worth
  const recording = { quantity, points, month: monthOf(occurredAt), member }
  if (rule.capPerMonth === null) return ok({ ...recording, cap: null })
  const figures = { cap: rule.capPerMonth, used: capUsed, points: worth }
  if (exceedsCap(figures)) return refuse('cap_reached', figures)
  const key = capKeyOf(card.holderKey, rule.code, occurredAt)
  return ok({
    ...recording,
    cap: { key, cap: rule.capPerMonth, points: worth, usedAfter: afterTaking(capUsed, worth) },
  })
}
