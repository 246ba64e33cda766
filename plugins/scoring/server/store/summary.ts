import { rangeOf, rowsOf, type CodeRange } from '@practice/kernel'
import type { Knex } from 'knex'
import type { Theme } from '../../domain/vocabulary'

/** Where figures are read: a site with all below it, in groups by the first `length` characters of their codes. */
export interface Place {
  range: CodeRange
  length: number
}

/** The place of a site: each of the sites directly below is a group, and so is the site itself for what lies at it. */
export function placeOf(siteCode: string, below: readonly { code: string }[]): Place {
  return { range: rangeOf(siteCode), length: (below[0]?.code ?? siteCode).length }
}

/** What one group issued, redeemed and let lapse in one month under one theme; '' for what has none. */
export interface TallyRow {
  site: string
  month: string
  theme: Theme | ''
  issued: number
  redeemed: number
  lapsed: number
  records: number
}

/** What the cards of one group hold and await, and how many they are. */
export interface StandingRow {
  site: string
  outstanding: number
  pending: number
  cards: number
}

/** What waits for people. */
export interface Waiting {
  recorded: number
  noticed: number
  held: number
  flags: number
}

type Raw<Row> = Record<keyof Row, string | number | null>

const within = (query: Knex.QueryBuilder, { from, below }: CodeRange) =>
  query.where('site_code', '>=', from).where('site_code', '<', below)

/** By place: PostgreSQL takes two parameters for two values, and so the same expression for another. */
const groupOf = (db: Knex, length: number) => db.raw('substr(site_code, 1, ?) as site', [length])

/** The figures of the months from `first` to `last`, as they are kept beside the ledger. */
export async function readTallies(
  db: Knex,
  { range, length }: Place,
  { first, last }: { first: string; last: string },
): Promise<TallyRow[]> {
  const rows = (await within(db('scoring_tallies'), range)
    .whereBetween('month', [first, last])
    .groupByRaw('1, 2, 3')
    .select(
      groupOf(db, length),
      'month',
      'theme',
      db.raw('sum(issued) as issued'),
      db.raw('sum(redeemed) as redeemed'),
      db.raw('sum(lapsed) as lapsed'),
      db.raw('sum(records) as records'),
    )) as Raw<TallyRow>[]
  return rows.map((row) => ({
    site: String(row.site),
    month: String(row.month),
    theme: (row.theme ?? '') as TallyRow['theme'],
    issued: Number(row.issued),
    redeemed: Number(row.redeemed),
    lapsed: Number(row.lapsed),
    records: Number(row.records),
  }))
}

/** What is held and on its way, and the cards that are not closed, group by group. */
export async function readStandings(db: Knex, { range, length }: Place): Promise<StandingRow[]> {
  const { from, below } = range
  const sql =
    'select site, sum(outstanding) as outstanding, sum(pending) as pending, sum(cards) as cards from (' +
    'select substr(site_code, 1, ?) as site, outstanding, pending, 0 as cards ' +
    'from scoring_standings where site_code >= ? and site_code < ? union all ' +
    'select substr(site_code, 1, ?), 0, 0, count(*) ' +
    "from scoring_cards where site_code >= ? and site_code < ? and state <> 'closed' group by 1) t group by site"
  const rows = rowsOf<Raw<StandingRow>>(await db.raw(sql, [length, from, below, length, from, below]))
  return rows.map((row) => ({
    site: String(row.site),
    outstanding: Number(row.outstanding),
    pending: Number(row.pending),
    cards: Number(row.cards),
  }))
}

/** Records to review, lines on notice, lines that an objection holds, and flags that nobody settled, by indexes alone. */
export async function readWaiting(db: Knex, { from, below }: CodeRange): Promise<Waiting> {
  const count = (table: string, state: string, name: keyof Waiting) =>
    `(select count(*) from ${table} where state = '${state}' and site_code >= ? and site_code < ?) as ${name}`
  const sql =
    `select ${count('scoring_records', 'recorded', 'recorded')}, ${count('scoring_records', 'noticed', 'noticed')}, ` +
    `${count('scoring_records', 'held', 'held')}, ${count('scoring_flags', 'open', 'flags')}`
  const [row] = rowsOf<Raw<Waiting>>(await db.raw(sql, [from, below, from, below, from, below, from, below]))
  const { recorded, noticed, held, flags } = row ?? NOTHING_WAITS
  return { recorded: Number(recorded), noticed: Number(noticed), held: Number(held), flags: Number(flags) }
}

const NOTHING_WAITS: Waiting = { recorded: 0, noticed: 0, held: 0, flags: 0 }
