import { ok, refuse, type Actor, type Instant, type Result, type Role, type UserActor } from '@practice/kernel'
import type { CardRefusal, OpenCardRefusal } from './refusals'
import { actsAt, hasRole, isOwnHousehold } from './authority'
import { CARD_VERBS, type CardState, type CardVerb, type Holder } from './vocabulary'

/** A card's number: its site and a counted number of four digits (more, when a site has more cards). */
export function cardNumberOf(siteCode: string, counted: number): string {
  return `${siteCode}-${String(counted).padStart(4, '0')}`
}

/** Whom a card belongs to, as one text: the household, or one person of it. */
export function holderKeyOf(householdCode: string, member: string | null): string {
  return member === null ? householdCode : `${householdCode}#${member}`
}

/** `mǎ jiàn guó` as `mjg`: the first letter of each syllable of a name's pinyin, without tones, in lower case. */
export function initialsOf(pinyin: string): string {
  const plain = pinyin.normalize('NFD').replace(/\p{Mark}/gu, '')
  return plain
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((syllable) => syllable.charAt(0))
    .join('')
}

/** One row of what may be done to a card. */
export interface CardTransition {
  from: readonly CardState[]
  /** `same` leaves the state as it is. */
  to: CardState | 'same'
  by: readonly Role[]
  /** Whether somebody of the card's own household may do it. */
  ownHousehold: 'refused' | 'allowed'
}

/**
 * Cards as data (permissions.md, row "card"). What is frozen is neither replaced nor closed, or a new card would undo
 * the supervisor's decision.
 */
export const CARD_TRANSITIONS = {
  freeze: { from: ['active'], to: 'frozen', by: ['points-supervisor'], ownHousehold: 'refused' },
  unfreeze: { from: ['frozen'], to: 'active', by: ['points-supervisor'], ownHousehold: 'refused' },
  replace: { from: ['active'], to: 'closed', by: ['village-admin'], ownHousehold: 'refused' },
  close: { from: ['active'], to: 'closed', by: ['village-admin'], ownHousehold: 'refused' },
  pin: { from: ['active', 'frozen'], to: 'same', by: ['village-admin'], ownHousehold: 'allowed' },
} as const satisfies Record<CardVerb, CardTransition>

/** The same table with its members seen as `CardTransition`. */
export const cardTransitionOf = (verb: CardVerb): CardTransition => CARD_TRANSITIONS[verb]

/** What of a card decides who may do what to it. */
export interface CardStanding {
  number: string
  siteCode: string
  householdCode: string
  state: CardState
}

/** Whether an actor who sees a card may do this verb to it as it stands. */
export function admitsCard(card: CardStanding, verb: CardVerb, actor: Actor): Result<UserActor, CardRefusal> {
  const { from, by, ownHousehold } = cardTransitionOf(verb)
  if (!actsAt(actor, by, card.siteCode)) return refuse('role_not_allowed')
  if (ownHousehold === 'refused' && isOwnHousehold(actor, card.householdCode)) return refuse('same_household')
  if (!from.includes(card.state)) return refuse('wrong_state', { state: card.state, from })
  return ok(actor)
}

/** The verbs that the console draws for an actor who sees a card. */
export function allowedCardVerbs(card: CardStanding, actor: Actor): CardVerb[] {
  return CARD_VERBS.filter((verb) => admitsCard(card, verb, actor).ok)
}

/** Who gives out and takes back the link to a card's statement, beside the household itself. */
export const LINKING_ROLES = ['village-admin'] as const

/** Whether an actor who sees a card may give out its statement's link, or take it back. A closed card has none. */
export function admitsLink(card: CardStanding, actor: Actor): Result<UserActor, CardRefusal> {
  if (!mayLink(card, actor)) return refuse('role_not_allowed')
  if (card.state === 'closed') return refuse('wrong_state', { state: card.state, from: ['active', 'frozen'] })
  return ok(actor)
}

function mayLink(card: CardStanding, actor: Actor): actor is UserActor {
  if (hasRole(actor, ['resident'])) return isOwnHousehold(actor, card.householdCode)
  return actsAt(actor, LINKING_ROLES, card.siteCode)
}

/** What of a card a verb changes. */
export interface CardChanges {
  state: CardState
  /** `current`, or the number once it is closed: a holder has one current card. */
  slot: string
  stateReason: string | null
  closedAt: Instant | null
  replacedBy: string | null
}

/** What is asked of a card, and what else decides it. */
export interface CardDeciding {
  card: CardStanding
  verb: CardVerb
  reason: string | null
  actor: Actor
  now: Instant
  /** Points that it holds and points that are on their way to it (`close`). */
  left: { balance: number; underWay: number }
  /** The number of the new card (`replace`). */
  successor: string | null
}

/** Decides a verb on a card. A card is closed when it is empty; the refusal says what is left. */
export function decideCard(deciding: CardDeciding): Result<CardChanges, CardRefusal> {
  const { card, verb, reason, actor, now, left, successor } = deciding
  const admitted = admitsCard(card, verb, actor)
  if (!admitted.ok) return admitted
  if (verb === 'close' && left.balance > 0) return refuse('balance_left', { ...left })
  const { to } = cardTransitionOf(verb)
  const state = to === 'same' ? card.state : to
  const closed = state === 'closed'
  return ok({
    state,
    slot: closed ? card.number : CURRENT_SLOT,
    stateReason: reason,
    closedAt: closed ? now : null,
    replacedBy: verb === 'replace' ? successor : null,
  })
}

/** The slot of a holder's card that is not closed. */
export const CURRENT_SLOT = 'current'

/** Who opens cards. */
export const CARD_OPENING_ROLES = ['village-admin'] as const

/** A card to be opened. */
export interface CardOpening {
  household: string
  /** The person, when the rule set says person. */
  member: string | null
}

/** What else decides it. */
export interface OpeningFacts {
  /** The household's site and the names of its members; null when there is none of that code. */
  household: { siteCode: string; members: readonly string[] } | null
  /** Who holds cards by the deciding rule set; null without one. */
  holder: Holder | null
  /** The number of the holder's card that is not closed. */
  current: string | null
}

/** Whether an actor may open this card. */
export function checkOpening(
  actor: Actor,
  opening: CardOpening,
  facts: OpeningFacts,
): Result<{ siteCode: string; holderKey: string }, OpenCardRefusal> {
  const { household, member } = opening
  if (!hasRole(actor, CARD_OPENING_ROLES)) return refuse('role_not_allowed')
  // Of a household elsewhere nobody learns that there is one.
  if (facts.household === null || !actsAt(actor, CARD_OPENING_ROLES, facts.household.siteCode)) {
    return refuse('household_unknown', { household })
  }
  const { siteCode, members } = facts.household
  if (facts.holder === null) return refuse('no_rule_set', { site: siteCode })
  if (facts.holder === 'person' && member === null) return refuse('member_missing', { members })
  if (facts.holder === 'household' && member !== null) return refuse('member_unexpected', { member })
  if (member !== null && !members.includes(member)) return refuse('member_unknown', { member })
  if (facts.current !== null) return refuse('card_exists', { card: facts.current })
  return ok({ siteCode, holderKey: holderKeyOf(household, member) })
}
