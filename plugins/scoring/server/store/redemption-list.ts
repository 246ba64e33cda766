import { scopeOf, type Actor, type ListQuery } from '@practice/kernel'
import type { Knex } from 'knex'
import type { REDEMPTION_FILTERS, REDEMPTION_SORTS } from '../../contracts'
import { readPage, type Page, type PageSource } from './page'
import { reachOf } from './reach'
import {
  REDEMPTION_JOINS,
  REDEMPTION_SCOPE,
  REDEMPTION_SQL,
  redemptionOf,
  type RedemptionRow,
  type StoredRedemption,
} from './redemptions'

export type RedemptionFilter = (typeof REDEMPTION_FILTERS)[number]
export type RedemptionSort = (typeof REDEMPTION_SORTS)[number]
export type RedemptionListQuery = ListQuery<RedemptionFilter, RedemptionSort>

const SOURCE: PageSource<RedemptionFilter, RedemptionSort> = {
  table: 'scoring_redemptions r',
  alias: 'r',
  columns: REDEMPTION_SQL,
  joins: REDEMPTION_JOINS,
  filters: {
    number: 'r.number',
    state: 'r.state',
    card: 'r.card_number',
    shop: 'r.shop_code',
    site: 'r.site_code',
    at: 'r.at',
  },
  instants: new Set(['at']),
  sorts: { at: 'r.at', number: 'r.number', points: 'r.points' },
}

/** A page of the redemptions that the actor reads. `sites` are the codes of all sites. */
export async function listRedemptions(
  db: Knex,
  actor: Actor,
  query: RedemptionListQuery,
  sites: readonly string[],
): Promise<Page<StoredRedemption>> {
  const { found, counted } = reachOf(db, scopeOf(actor, 'redemption', 'read'), REDEMPTION_SCOPE, sites)
  const { rows, total } = await readPage<RedemptionRow, RedemptionFilter, RedemptionSort>(
    db,
    SOURCE,
    found,
    query,
    counted,
  )
  return { rows: rows.map(redemptionOf), total }
}
