import { rangeOf } from '@practice/kernel'
import type { Knex } from 'knex'
import { CARD_COLUMNS, cardOf, type CardRow, type StoredCard } from './cards'

/** The cards in use of a site and all below it, by number. */
export async function findSiteCards(db: Knex, siteCode: string): Promise<StoredCard[]> {
  const { from, below } = rangeOf(siteCode)
  const rows = await db('scoring_cards')
    .where('site_code', '>=', from)
    .where('site_code', '<', below)
    .whereNot('state', 'closed')
    .orderBy('number')
    .select<CardRow[]>(...CARD_COLUMNS)
  return rows.map(cardOf)
}
