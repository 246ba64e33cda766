import { lockRow } from '@practice/kernel'
import type { Knex } from 'knex'
import { CARD_COLUMNS, cardOf, findSuccessor, type CardRow, type StoredCard } from './cards'

/** The card with this number as it stays until the transaction ends: nobody freezes, closes or replaces it meanwhile. */
export async function lockCard(trx: Knex.Transaction, number: string): Promise<StoredCard | null> {
  const query = trx('scoring_cards')
    .where({ number })
    .select<CardRow[]>(...CARD_COLUMNS)
  const [row] = (await lockRow(trx, query)) as CardRow[]
  return row === undefined ? null : cardOf(row)
}

/** The card that stands for this one now, as it stays until the transaction ends; null as `findSuccessor` has it. */
export async function lockSuccessor(trx: Knex.Transaction, number: string): Promise<StoredCard | null> {
  let card = await findSuccessor(trx, number)
  while (card !== null) {
    const locked = await lockCard(trx, card.number)
    if (locked !== null && locked.state !== 'closed') return locked
    // It was closed while this waited; what came of it is looked for anew.
    card = await findSuccessor(trx, card.number)
  }
  return null
}
