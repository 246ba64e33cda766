import { rowsOf, type Instant } from '@practice/kernel'
import type { Knex } from 'knex'
import type { Movement, TransferKind } from '../../domain'

/** What marks a site whose cards were gone through at the end of a year: a counter of this name. */
export const yearEndKey = (year: number, siteCode: string): string => `lapse:${year}:${siteCode}`

/** The sites with cards that were not gone through yet at the end of a year. */
export async function findSitesToClose(db: Knex, year: number): Promise<string[]> {
  const sites = await db('scoring_cards').distinct<{ site_code: string }[]>('site_code').orderBy('site_code')
  const rows = await db('scoring_counters')
    .whereLike('key', `${yearEndKey(year, '')}%`)
    .select<{ key: string }[]>('key')
  const closed = new Set(rows.map(({ key }) => key))
  return sites.map(({ site_code }) => site_code).filter((code) => !closed.has(yearEndKey(year, code)))
}

/** A card that has points. */
export interface HoldingCard {
  id: number
  number: string
  siteCode: string
  accountId: string
}

/** The cards of a site that have points, after the one with id `after`, at most `limit`. */
export async function findHoldingCards(
  db: Knex,
  siteCode: string,
  { after, limit }: { after: number; limit: number },
): Promise<HoldingCard[]> {
  const rows = await db('scoring_cards as c')
    .join('scoring_accounts as a', 'a.document_id', 'c.account_id')
    .where('c.site_code', siteCode)
    .where('c.id', '>', after)
    .where('a.balance', '>', 0)
    .orderBy('c.id')
    .limit(limit)
    .select<{ id: number; number: string; site_code: string; account_id: string }[]>(
      'c.id',
      'c.number',
      'c.site_code',
      'c.account_id',
    )
  return rows.map(({ id, number, site_code, account_id }) => ({
    id,
    number,
    siteCode: site_code,
    accountId: account_id,
  }))
}

/** The accounts of the cards that this one came to replace, one after the other. */
export async function findReplacedAccounts(db: Knex, number: string): Promise<string[]> {
  const sql =
    'with recursive replaced(number, account_id) as (' +
    'select number, account_id from scoring_cards where replaced_by = ? union ' +
    'select c.number, c.account_id from scoring_cards c join replaced r on c.replaced_by = r.number) ' +
    'select account_id from replaced'
  return rowsOf<{ account_id: string }>(await db.raw(sql, [number])).map(({ account_id }) => account_id)
}

/** What these accounts held together just before a moment. */
export async function heldBefore(db: Knex, accountIds: readonly string[], moment: Instant): Promise<number> {
  let held = 0
  for (const accountId of accountIds) {
    const row = await db('scoring_entries')
      .where({ account_id: accountId })
      .where('at', '<', new Date(moment))
      .orderBy('sequence', 'desc')
      .first<{ balance: number } | undefined>('balance')
    held += row?.balance ?? 0
  }
  return held
}

/** What moved on these accounts from a moment on, in the order in which it did. */
export async function movementsSince(db: Knex, accountIds: readonly string[], moment: Instant): Promise<Movement[]> {
  const rows = await db('scoring_entries as e')
    .join('scoring_transfers as t', 't.document_id', 'e.transfer_id')
    .whereIn('e.account_id', [...accountIds])
    .where('e.at', '>=', new Date(moment))
    .orderBy(['e.at', 'e.id'])
    .select<{ kind: TransferKind; change: number; document_id: string; reverses: string | null }[]>(
      't.kind',
      'e.change',
      't.document_id',
      't.reverses',
    )
  return rows.map(({ kind, change, document_id, reverses }) => ({ kind, change, transferId: document_id, reverses }))
}
