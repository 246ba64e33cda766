import {
  isPostgres,
  rowsOf,
  scopeOf,
  scopeSql,
  type Actor,
  type Instant,
  type ListQuery,
  type Sql,
} from '@practice/kernel'
import type { Knex } from 'knex'
import { CARD_COLUMNS, cardOf, type CardRow, type StoredCard } from './cards'
import { readPage, type PageSource } from './page'

/** A card with what it holds and what is on its way to it. */
export interface CountedCard extends StoredCard {
  balance: number
  onNotice: number
  held: number
  earnedThisYear: number
}

const FILTERS = {
  number: 'c.number',
  site: 'c.site_code',
  household: 'c.household_code',
  holder: 'c.holder_name',
  initials: 'c.initials',
  state: 'c.state',
  balance: 'a.balance',
} as const

const SORTS = {
  number: 'c.number',
  holder: 'c.holder_name',
  balance: 'a.balance',
  openedAt: 'c.opened_at',
} as const

export type CardFilter = keyof typeof FILTERS
export type CardSort = keyof typeof SORTS
export type CardListQuery = ListQuery<CardFilter, CardSort>

const ACCOUNT = 'join scoring_accounts a on a.document_id = c.account_id'

type CountedRow = CardRow & Record<'balance' | 'on_notice' | 'held' | 'earned', number | string>

/** A page of the cards that the actor sees, and how many there are in all when that was asked for. */
export interface CardPage {
  cards: CountedCard[]
  total: number | null
}

/** The cards that the actor sees, by page, in one round trip. `since` is the New Year that earnings are counted from. */
export async function listCards(db: Knex, actor: Actor, query: CardListQuery, since: Instant): Promise<CardPage> {
  const { rows, total } = await readPage<CountedRow, CardFilter, CardSort>(
    db,
    sourceOf(db, query, since),
    visibleTo(actor),
    query,
  )
  return { cards: rows.map(countedOf), total }
}

/** The card with this number or token, if the actor sees it; else null. */
export async function findCountedCard(
  db: Knex,
  actor: Actor,
  by: { number: string } | { token: string },
  since: Instant,
): Promise<CountedCard | null> {
  const visible = visibleTo(actor)
  const [column, value] = 'number' in by ? ['c.number', by.number] : ['c.token', by.token]
  const sql = `select ${columnsOf(db, since)} from scoring_cards c ${ACCOUNT} where ${column} = ? and ${visible.text}`
  const [row] = rowsOf<CountedRow>(await db.raw(sql, [value, ...visible.bindings] as Knex.RawBinding[]))
  return row === undefined ? null : countedOf(row)
}

/** Those of these cards that the actor sees, by number. */
export async function findCountedCards(
  db: Knex,
  actor: Actor,
  numbers: readonly string[],
  since: Instant,
): Promise<CountedCard[]> {
  const found: CountedCard[] = []
  const visible = visibleTo(actor)
  for (let at = 0; at < numbers.length; at += IN_MAX) {
    const some = numbers.slice(at, at + IN_MAX)
    const sql =
      `select ${columnsOf(db, since)} from scoring_cards c ${ACCOUNT} ` +
      `where c.number in (${some.map(() => '?').join(', ')}) and ${visible.text} order by c.number`
    const rows = rowsOf<CountedRow>(await db.raw(sql, [...some, ...visible.bindings] as Knex.RawBinding[]))
    found.push(...rows.map(countedOf))
  }
  return found
}

const IN_MAX = 500

/** Which cards (alias `c`) an actor may see. */
export function visibleTo(actor: Actor): Sql {
  return scopeSql(scopeOf(actor, 'card', 'read'), { siteCode: 'c.site_code', householdCode: 'c.household_code' })
}

/** The account is read row by row of the page alone, unless the page itself hangs on balances. */
function sourceOf(db: Knex, query: CardListQuery, since: Instant): PageSource<CardFilter, CardSort> {
  const byBalance =
    query.filters.some(({ column }) => column === 'balance') || query.sort.some(({ column }) => column === 'balance')
  return {
    table: byBalance ? `scoring_cards c ${ACCOUNT}` : 'scoring_cards c',
    alias: 'c',
    columns: columnsOf(db, since),
    joins: byBalance ? '' : ACCOUNT,
    filters: FILTERS,
    instants: new Set(),
    sorts: SORTS,
  }
}

/**
 * Records are the holder's, not the card's: what was recorded on a card that was lost since comes to the one that
 * replaced it. A closed card has nothing on its way. SQLite, which has no figures of how much an index narrows, would
 * go through everything in a state for each card; a plus sign keeps it with the holder's few records.
 */
function columnsOf(db: Knex, since: Instant): string {
  const state = isPostgres(db) ? 'r.state' : '+r.state'
  const sum = (condition: string) =>
    `(select coalesce(sum(r.points), 0) from scoring_records r where r.holder_key = c.holder_key and c.slot = 'current' and ${condition})`
  return [
    ...CARD_COLUMNS.map((column) => `c.${column}`),
    'a.balance',
    `${sum(`${state} = 'noticed'`)} as on_notice`,
    `${sum(`${state} = 'held'`)} as held`,
    `${sum(`${state} = 'posted' and r.kind = 'reward' and r.closed_at >= ${momentSql(db, since)}`)} as earned`,
  ].join(', ')
}

/** A moment as a literal: what a page reads of each row binds nothing. */
function momentSql(db: Knex, instant: Instant): string {
  return isPostgres(db)
    ? `timestamp '${new Date(instant).toISOString().replace('Z', '')}'`
    : String(Math.trunc(instant))
}

function countedOf(row: CountedRow): CountedCard {
  return {
    ...cardOf(row),
    balance: Number(row.balance),
    onNotice: Number(row.on_notice),
    held: Number(row.held),
    earnedThisYear: Number(row.earned),
  }
}
