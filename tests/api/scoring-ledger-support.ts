import { service, type Instant, type Result } from '@practice/kernel'
import { causeOf, type NewTransfer } from '@practice/scoring/domain'
import type { Verification } from '@practice/scoring/contracts'
import type { Knex } from 'knex'
import type { Moved, MoveRefusal } from '@practice/scoring/services'
import { app, as, onPostgres } from '../support/api'
import { dataOf, db } from './dispatch-support'

/** The clocks' own doing: what a test moves is nobody's. */
const TEST = { kind: 'system', because: 'test' } as const

/** A transfer between a card and what is opposite to it, as small as it can be. */
export function transferOf(
  card: { number: string; site: { code: string } },
  changes: Partial<NewTransfer> & Pick<NewTransfer, 'cause'>,
): NewTransfer {
  const siteCode = card.site.code
  return {
    kind: 'post',
    debit: { kind: 'issuance', owner: siteCode, siteCode },
    credit: { kind: 'card', owner: card.number, siteCode },
    points: 1,
    siteCode,
    cardNumber: card.number,
    recordId: null,
    redemptionId: null,
    reverses: null,
    reason: null,
    theme: null,
    ...changes,
  }
}

/** A transfer that spends points of a card at a shop that nobody keeps. */
export function spendingOf(
  card: { number: string; site: { code: string } },
  cause: string,
  changes: Partial<NewTransfer> = {},
): NewTransfer {
  const siteCode = card.site.code
  return transferOf(card, {
    kind: 'redeem',
    cause,
    debit: { kind: 'card', owner: card.number, siteCode },
    credit: { kind: 'shop', owner: `${siteCode}-test`, siteCode },
    ...changes,
  })
}

/** Moves points in a transaction of its own. */
export const moved = (
  transfer: NewTransfer,
  now: Instant = Date.now(),
): Promise<Result<Moved, MoveRefusal | 'card_closed'>> => service(app(), 'scoring', 'ledger').move(transfer, TEST, now)

/** Gives a card points as a posting does, but of no record. */
export async function grant(
  card: { number: string; site: { code: string } },
  points: number,
  now?: Instant,
): Promise<Moved> {
  const cause = causeOf.post(`test-${card.number}-${Math.random()}`)
  const done = await moved(transferOf(card, { cause, points }), now)
  if (!done.ok) throw new Error(done.code)
  return done.value
}

/** What the supervisor of the whole, the dispatcher, hears of a site's ledger. */
export async function verified(site: string): Promise<Verification> {
  return dataOf<Verification>(await (await as('county-dispatcher')).get(`/api/scoring/ledger/verify?site=${site}`))
}

/** A card's account as the database has it. */
export async function accountOf(number: string) {
  const row = (await db()('scoring_accounts').where({ kind: 'card', owner: number }).first('*')) as {
    document_id: string
    balance: number
    sequence: number
    head: string
  }
  return row
}

/** Does something to a table past its triggers, and puts them back: what only whoever owns the database can do. */
export async function tamper<T>(bans: readonly string[], work: (knex: Knex) => Promise<T>): Promise<T> {
  const knex = db()
  const dropped = await Promise.all(bans.map((name) => definitionOf(knex, name)))
  for (const { name, table } of dropped) await knex.raw(`drop trigger ${name}${onPostgres ? ` on ${table}` : ''}`)
  try {
    return await work(knex)
  } finally {
    for (const { sql } of dropped) await knex.raw(sql)
  }
}

async function definitionOf(knex: Knex, name: string) {
  if (onPostgres) {
    const result = (await knex.raw(
      'select tgrelid::regclass::text as "table", pg_get_triggerdef(oid) as sql from pg_trigger where tgname = ?',
      [name],
    )) as { rows: { table: string; sql: string }[] }
    return { name, ...found(result.rows[0], name) }
  }
  const rows = (await knex('sqlite_master').where({ type: 'trigger', name }).select('tbl_name as table', 'sql')) as {
    table: string
    sql: string
  }[]
  return { name, ...found(rows[0], name) }
}

function found<T>(row: T | undefined, name: string): T {
  if (row === undefined) throw new Error(`there is no trigger ${name}`)
  return row
}

/** A moment as a column of the database takes it: jest's dates are not those that SQLite's driver knows. */
export const moment = (at: Instant): number | string => (onPostgres ? new Date(at).toISOString() : at)
