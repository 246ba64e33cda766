import { createHash, randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { PRICE, type Till } from './points-data'

const idOf = () => randomUUID().replaceAll('-', '').slice(0, 24)

/**
 * The least that a redemption could be: the same tables in one transaction, by statements that are known beforehand,
 * asking nobody who they are and what they may.
 */
export async function redeemBarely(knex: Knex, till: Till, key: string): Promise<{ number: string; balance: number }> {
  const now = Date.now()
  const stamps = () => ({ document_id: idOf(), created_at: now, updated_at: now, published_at: now })
  return knex.transaction(async (trx) => {
    const redemption = idOf()
    await trx('access_idempotency_keys').insert({
      ...stamps(),
      ...{ actor: 'bare', operation: 'redemption', key, input_hash: key, subject_id: redemption, at: now },
    })
    const goods = await changed(trx('scoring_goods').where({ code: till.goods }), 'stock', -1)
    const [from, to] = [await paid(trx, till.account, -PRICE), await paid(trx, till.shopAccount, PRICE)]
    const transfer = idOf()
    await trx('scoring_transfers').insert({
      ...stamps(),
      ...{ document_id: transfer, kind: 'redeem', cause: `redeem:${redemption}`, debit: till.account, at: now },
      ...{ credit: till.shopAccount, points: PRICE, site_code: till.site, card_number: till.card, actor: 'bare' },
      ...{ redemption_id: redemption, actor_name: 'bare' },
    })
    for (const [side, change] of [
      [from, -PRICE],
      [to, PRICE],
    ] as const) {
      await trx('scoring_entries').insert({
        ...stamps(),
        ...{ account_id: side.account, sequence: side.sequence, transfer_id: transfer, change, balance: side.balance },
        ...{ previous: side.previous, hash: side.head, at: now, site_code: till.site },
      })
    }
    await trx('scoring_standings').where({ site_code: till.site }).decrement('outstanding', PRICE)
    await trx('scoring_tallies').where({ site_code: till.site, theme: '' }).increment('redeemed', PRICE)
    const number = `${till.shop}-${redemption}`
    await trx('scoring_redemptions').insert({
      ...stamps(),
      ...{ document_id: redemption, number, card_number: till.card, holder_key: till.card, household_code: till.card },
      ...{
        holder_name: '测试户',
        shop_code: till.shop,
        site_code: till.site,
        lines: '[]',
        points: PRICE,
        state: 'done',
      },
      ...{ transfer_id: transfer, receipt: idOf(), actor: 'bare', actor_name: 'bare', at: now, version: 1 },
    })
    await trx('scoring_stock_movements').insert({
      ...stamps(),
      ...{ goods_code: till.goods, shop_code: till.shop, site_code: till.site, sequence: to.sequence, kind: 'redeem' },
      ...{ change: -1, stock_after: goods, cause: `redeem:${number}`, actor: 'bare', actor_name: 'bare', at: now },
    })
    await trx('access_audit_entries').insert({
      ...stamps(),
      ...{ actor: 'bare', role: 'bare', action: 'redeem', subject_type: 'redemption', subject_id: redemption, at: now },
    })
    return { number, balance: from.balance }
  })
}

async function changed(rows: Knex.QueryBuilder, column: string, change: number): Promise<number> {
  const [row] = (await rows
    .whereRaw('?? + ? >= 0', [column, change])
    .increment(column, change)
    .returning(column)) as Record<string, number>[]
  if (row?.[column] === undefined) throw new Error(`there is too little ${column}`)
  return row[column]
}

async function paid(trx: Knex.Transaction, account: string, change: number) {
  const found = (await trx('scoring_accounts')
    .where({ document_id: account })
    .first('head', 'sequence', 'balance')) as {
    head: string
    sequence: number
    balance: number
  }
  const [sequence, balance] = [found.sequence + 1, found.balance + change]
  const head = createHash('sha256').update(`${found.head}${account}${sequence}${balance}`).digest('hex')
  await trx('scoring_accounts')
    .where({ document_id: account, sequence: found.sequence })
    .update({ sequence, balance, head })
  return { account, sequence, balance, head, previous: found.head }
}
