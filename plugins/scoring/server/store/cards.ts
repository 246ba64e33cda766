import { instantOf, momentOf, type Instant, type Moment } from '@practice/kernel'
import type { Knex } from 'knex'
import { CURRENT_SLOT, type CardChanges, type CardState, type Holder } from '../../domain'
import { rowStamp } from './row-stamp'

const TABLE = 'scoring_cards'

/** A card as it is kept. */
export interface StoredCard {
  documentId: string
  number: string
  siteCode: string
  holder: Holder
  householdCode: string
  /** Whose card it is, when the rule set says person. */
  member: string | null
  /** The household's code, or `household#member`: by whom caps are counted. */
  holderKey: string
  holderName: string
  initials: string
  state: CardState
  token: string
  accountId: string
  replacedBy: string | null
  version: number
  openedAt: Instant
  openedBy: string
  closedAt: Instant | null
  stateReason: string | null
}

/** A row of `scoring_cards`, the PIN's hash apart. */
export interface CardRow {
  document_id: string
  number: string
  site_code: string
  holder: Holder
  household_code: string
  member: string | null
  holder_key: string
  holder_name: string
  initials: string
  state: CardState
  token: string
  account_id: string
  replaced_by: string | null
  version: number
  opened_at: Moment
  opened_by: string
  closed_at: Moment
  state_reason: string | null
}

export const CARD_COLUMNS = [
  ...(['document_id', 'number', 'site_code', 'holder', 'household_code', 'member', 'holder_key'] as const),
  ...(['holder_name', 'initials', 'state', 'token', 'account_id', 'replaced_by', 'version'] as const),
  ...(['opened_at', 'opened_by', 'closed_at', 'state_reason'] as const),
]

/** A row as a card. */
export function cardOf(row: CardRow): StoredCard {
  return {
    documentId: row.document_id,
    number: row.number,
    siteCode: row.site_code,
    holder: row.holder,
    householdCode: row.household_code,
    member: row.member,
    holderKey: row.holder_key,
    holderName: row.holder_name,
    initials: row.initials,
    state: row.state,
    token: row.token,
    accountId: row.account_id,
    replacedBy: row.replaced_by,
    version: row.version,
    openedAt: momentOf(row.opened_at),
    openedBy: row.opened_by,
    closedAt: instantOf(row.closed_at),
    stateReason: row.state_reason,
  }
}

/** The card with this number, whoever asks, or null. */
export async function findCard(db: Knex, number: string): Promise<StoredCard | null> {
  const row = await db(TABLE)
    .where({ number })
    .first<CardRow | undefined>(...CARD_COLUMNS)
  return row === undefined ? null : cardOf(row)
}

/** These cards, by number; unknown ones are absent. */
export async function findCards(db: Knex, numbers: readonly string[]): Promise<Map<string, StoredCard>> {
  if (numbers.length === 0) return new Map()
  const rows = await db(TABLE)
    .whereIn('number', [...numbers])
    .select<CardRow[]>(...CARD_COLUMNS)
  return new Map(rows.map((row) => [row.number, cardOf(row)]))
}

/** A chain of replaced cards longer than this is a circle. */
const REPLACEMENTS_MAX = 1000

/**
 * The card that stands for this one now: itself, or the last of those that replaced it one after the other. Null where
 * the chain ends in a card that was closed without a successor, and for an unknown number.
 */
export async function findSuccessor(db: Knex, number: string): Promise<StoredCard | null> {
  let card = await findCard(db, number)
  for (let steps = 0; card !== null && card.replacedBy !== null; steps++) {
    if (steps > REPLACEMENTS_MAX) throw new Error(`the replacements of card ${number} have no end`)
    card = await findCard(db, card.replacedBy)
  }
  return card === null || card.state === 'closed' ? null : card
}

/** The numbers of the cards that these holders use, by holder key; those without one are absent. */
export async function findCurrentCards(db: Knex, holderKeys: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let at = 0; at < holderKeys.length; at += IN_MAX) {
    const rows = await db(TABLE)
      .where({ slot: CURRENT_SLOT })
      .whereIn('holder_key', holderKeys.slice(at, at + IN_MAX))
      .select<{ holder_key: string; number: string }[]>('holder_key', 'number')
    for (const { holder_key, number } of rows) found.set(holder_key, number)
  }
  return found
}

const IN_MAX = 500

/** What a new card is made of. */
export type NewCard = Omit<StoredCard, 'documentId' | 'state' | 'replacedBy' | 'version' | 'closedAt' | 'stateReason'>

/** Adds a card in use; false when its holder has one already. */
export async function insertCard(trx: Knex.Transaction, card: NewCard): Promise<boolean> {
  const rows: { id: number }[] = await trx(TABLE)
    .insert({
      ...rowStamp(card.openedAt),
      number: card.number,
      site_code: card.siteCode,
      holder: card.holder,
      household_code: card.householdCode,
      member: card.member,
      holder_key: card.holderKey,
      holder_name: card.holderName,
      initials: card.initials,
      state: 'active',
      slot: CURRENT_SLOT,
      token: card.token,
      account_id: card.accountId,
      version: 1,
      opened_at: new Date(card.openedAt),
      opened_by: card.openedBy,
    })
    .onConflict(['holder_key', 'slot'])
    .ignore()
    .returning('id')
  return rows.length === 1
}

/** Changes a card as long as it stands as `card` says; false when somebody was quicker. */
export async function changeCard(
  trx: Knex.Transaction,
  card: StoredCard,
  changes: CardChanges,
  now: Instant,
): Promise<boolean> {
  const changed = await trx(TABLE)
    .where({ document_id: card.documentId, state: card.state, version: card.version })
    .update({
      state: changes.state,
      slot: changes.slot,
      state_reason: changes.stateReason,
      closed_at: changes.closedAt === null ? null : new Date(changes.closedAt),
      replaced_by: changes.replacedBy,
      // Nobody reads on behind a card that was lost or given up.
      ...(changes.state === 'closed' ? { link_hash: null, linked_at: null } : {}),
      version: card.version + 1,
      updated_at: new Date(now),
    })
  return changed === 1
}

/** Gives a card another PIN, as long as it stands as `card` says. */
export async function changePin(
  trx: Knex.Transaction,
  card: StoredCard,
  pinHash: string,
  now: Instant,
): Promise<boolean> {
  const changed = await trx(TABLE)
    .where({ document_id: card.documentId, state: card.state, version: card.version })
    .update({ pin_hash: pinHash, version: card.version + 1, updated_at: new Date(now) })
  return changed === 1
}

/** Whether a card was closed. */
export async function isCardClosed(db: Knex, number: string): Promise<boolean> {
  const row: unknown = await db(TABLE).where({ number, state: 'closed' }).first('id')
  return row !== undefined
}

/** The hash of a card's PIN; null when it never got one, and for an unknown number. */
export async function findPinHash(db: Knex, number: string): Promise<string | null> {
  const row = await db(TABLE).where({ number }).first<{ pin_hash: string | null } | undefined>('pin_hash')
  return row?.pin_hash ?? null
}

/** Gives a card's statement another link, or none; false when the card was closed meanwhile. */
export async function changeLink(
  trx: Knex.Transaction,
  number: string,
  link: { hash: string; at: Instant } | null,
  now: Instant,
): Promise<boolean> {
  const changed = await trx(TABLE)
    .where({ number })
    .whereNot({ state: 'closed' })
    .update({
      link_hash: link?.hash ?? null,
      linked_at: link === null ? null : new Date(link.at),
      updated_at: new Date(now),
    })
  return changed === 1
}

/** Since when a link to a card's statement is given out, or null. */
export async function findLinkedAt(db: Knex, number: string): Promise<Instant | null> {
  const row = await db(TABLE).where({ number }).first<{ linked_at: Moment } | undefined>('linked_at')
  return row === undefined ? null : instantOf(row.linked_at)
}

/** The number of the card that a link leads to, or null. */
export async function findLinkedCard(db: Knex, hash: string): Promise<string | null> {
  const row = await db(TABLE)
    .where({ link_hash: hash })
    .whereNot({ state: 'closed' })
    .first<{ number: string } | undefined>('number')
  return row?.number ?? null
}
