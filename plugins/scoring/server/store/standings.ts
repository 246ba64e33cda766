import { newDocumentId, ok, rangeOf, refuse, type Result } from '@practice/kernel'
import type { Knex } from 'knex'

const TABLE = 'scoring_standings'

/** Changes what the cards of a site hold in all, as a transfer just did. */
export function changeOutstanding(trx: Knex.Transaction, siteCode: string, delta: number): Promise<void> {
  return change(trx, siteCode, { outstanding: delta, pending: 0 })
}

/** Changes what is on its way to the cards of a site: the points of rewards recorded, on notice or held. */
export function changePending(trx: Knex.Transaction, siteCode: string, delta: number): Promise<void> {
  return change(trx, siteCode, { outstanding: 0, pending: delta })
}

/** One addition in the database: two who add at once both count. */
async function change(
  trx: Knex.Transaction,
  siteCode: string,
  delta: { outstanding: number; pending: number },
): Promise<void> {
  if (delta.outstanding === 0 && delta.pending === 0) return
  await trx(TABLE)
    .insert({ document_id: newDocumentId(), site_code: siteCode, ...delta })
    .onConflict('site_code')
    .merge({
      outstanding: trx.raw('?? + ?', [`${TABLE}.outstanding`, delta.outstanding]),
      pending: trx.raw('?? + ?', [`${TABLE}.pending`, delta.pending]),
    })
}

/** What a budget is of: the site whose set decides, and the most that cards at and below it may hold. */
export interface Budget {
  siteCode: string
  outstandingBudget: number | null
}

/**
 * Takes `points` of a reward into what is on its way to a site's cards, or refuses when the set's budget does not
 * reach. What counts is everything held or on its way at and below the set's own site. Recorders under one budget wait
 * for each other at the row of that site; without a budget nobody waits. What comes back to cards by a void or a
 * reversal is not asked for here: it was theirs. Without points above zero nothing is taken.
 */
export async function reserve(
  trx: Knex.Transaction,
  set: Budget,
  siteCode: string,
  points: number,
): Promise<Result<void, 'budget_exceeded'>> {
  if (points <= 0) return ok(undefined)
  const used = await usedOfBudget(trx, set)
  if (used !== null && used.outstanding + used.pending + points > used.budget) {
    return refuse('budget_exceeded', { ...used, points, site: set.siteCode })
  }
  await changePending(trx, siteCode, points)
  return ok(undefined)
}

/** What is used of a set's budget, which stays so until the transaction ends: others wait. Null without a budget. */
export async function usedOfBudget(
  trx: Knex.Transaction,
  { siteCode, outstandingBudget: budget }: Budget,
): Promise<{ budget: number; outstanding: number; pending: number } | null> {
  if (budget === null) return null
  await queueAt(trx, siteCode)
  return { budget, ...(await standingOf(trx, siteCode)) }
}

/** Writes a site's row as it is: whoever comes next waits until this transaction has ended. */
async function queueAt(trx: Knex.Transaction, siteCode: string): Promise<void> {
  await trx(TABLE)
    .insert({ document_id: newDocumentId(), site_code: siteCode, outstanding: 0, pending: 0 })
    .onConflict('site_code')
    .merge({ pending: trx.ref(`${TABLE}.pending`) })
}

/** What the cards at and below a site hold, and what is on its way to them. */
export async function standingOf(db: Knex, siteCode: string): Promise<{ outstanding: number; pending: number }> {
  const { from, below } = rangeOf(siteCode)
  const row = await db(TABLE)
    .where('site_code', '>=', from)
    .where('site_code', '<', below)
    .first<Record<'outstanding' | 'pending', number | string | null> | undefined>(
      db.raw('sum(outstanding) as outstanding'),
      db.raw('sum(pending) as pending'),
    )
  // PostgreSQL gives sums as text.
  return { outstanding: Number(row?.outstanding ?? 0), pending: Number(row?.pending ?? 0) }
}
