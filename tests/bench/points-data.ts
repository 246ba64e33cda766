import { createHash } from 'node:crypto'
import type { Knex } from 'knex'

/** How many records, and how many entries in the ledger, there are while points are measured. */
export const RECORD_COUNT = 100_000
const CARDS_PER_VILLAGE = 50
const CHUNK = 5_000
const START = Date.UTC(2026, 2, 1)
const NEVER_EMPTY = 1_000_000_000
/** More than any set of rules asks of the smallest redemption. */
export const PRICE = 100
const THEMES = ['theory', 'policy', 'values', 'culture', 'customs', 'service'] as const
const STATES = ['recorded', 'noticed', 'posted', 'posted', 'posted'] as const

/** What redemptions are measured with: one card, shop and goods for this product, and the same for the bare handler. */
export interface Till {
  card: string
  account: string
  shop: string
  shopAccount: string
  goods: string
  site: string
}

/** The tills of both, in the file that the bare handler reads. */
export interface Tills {
  product: Till
  bare: Till
}

type Row = Record<string, unknown>

const idOf = (kind: string, index: number | string) => `${kind}${String(index).padStart(24 - kind.length, '0')}`
const stamped = (document_id: string, at: Date): Row => ({
  document_id,
  created_at: at,
  updated_at: at,
  published_at: at,
})
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Fills the tables of points: records spread over all villages, and a transfer with its entries for every other one. */
export async function fillPoints(knex: Knex, villages: readonly string[]): Promise<void> {
  const at = new Date(START)
  const cards = villages.flatMap((site) => Array.from({ length: CARDS_PER_VILLAGE }, (_, index) => cardAt(site, index)))
  const insert = (table: string, rows: readonly Row[]) => knex.batchInsert(table, [...rows], 20)
  await insert(
    'scoring_accounts',
    villages.map((site) => accountOf('issuance', `bench-${site}`, site, 0, at)),
  )
  await insert(
    'scoring_cards',
    cards.map((card) => cardRow(card, at)),
  )
  await insert(
    'scoring_accounts',
    cards.map((card) => accountOf('card', card.number, card.site, NEVER_EMPTY, at)),
  )
  for (let first = 0; first < RECORD_COUNT; first += CHUNK) {
    const indexes = Array.from({ length: CHUNK }, (_, offset) => first + offset)
    await insert(
      'scoring_records',
      indexes.map((index) => recordAt(cards, index)),
    )
    const posted = indexes.filter((index) => index % 2 === 0)
    await insert(
      'scoring_transfers',
      posted.map((index) => transferAt(cards, index)),
    )
    await insert(
      'scoring_entries',
      posted.flatMap((index) => entriesAt(cards, index)),
    )
  }
}

interface BenchCard {
  number: string
  site: string
  account: string
}

/** By village in turn, so that all villages grow alike. */
function cardOf(cards: readonly BenchCard[], index: number): BenchCard {
  const card =
    cards[(index * CARDS_PER_VILLAGE + Math.floor(index / (cards.length / CARDS_PER_VILLAGE))) % cards.length]
  if (card === undefined) throw new Error('there are no cards')
  return card
}

function cardAt(site: string, index: number): BenchCard {
  const number = `${site}-B${String(index).padStart(3, '0')}`
  return { number, site, account: accountIdOf('card', number) }
}

const accountIdOf = (kind: string, owner: string) => hashOf(`${kind} ${owner}`).slice(0, 24)

function accountOf(kind: string, owner: string, site: string, balance: number, at: Date): Row {
  const place = { kind, owner, site_code: site }
  return { ...stamped(accountIdOf(kind, owner), at), ...place, balance, sequence: 0, head: '0'.repeat(64) }
}

function cardRow({ number, site, account }: BenchCard, at: Date): Row {
  const household = `${number}-H`
  return {
    ...stamped(hashOf(number).slice(0, 24), at),
    ...{ number, site_code: site, holder: 'household', household_code: household, holder_key: household },
    ...{
      holder_name: '测试户',
      initials: 'csh',
      state: 'active',
      slot: 'current',
      token: hashOf(`t${number}`).slice(0, 32),
    },
    ...{ account_id: account, version: 1, opened_at: at, opened_by: 'bench' },
  }
}

function recordAt(cards: readonly BenchCard[], index: number): Row {
  const { number: card, site } = cardOf(cards, index)
  const recordedAt = new Date(START + index * 180_000)
  const household = `${card}-H`
  return {
    ...stamped(idOf('benchrecord', index), recordedAt),
    ...{ number: `B${index}`, site_code: site, card_number: card, holder_key: household, household_code: household },
    ...{
      holder_name: '测试户',
      rule_site: site.slice(0, 6),
      rule_version: 1,
      rule_code: 'B-01',
      rule_name: '测试事项',
    },
    ...{ theme: THEMES[index % THEMES.length], kind: 'reward', points: 5, quantity: 1, occurred_at: recordedAt },
    ...{ month: recordedAt.toISOString().slice(0, 7), note: '打扫村道', evidence: '[]', version: 3, events: 3 },
    ...{
      state: STATES[Math.floor(index / cards.length) % STATES.length],
      recorded_by: 'bench',
      recorded_at: recordedAt,
    },
    ...{ recorded_by_name: '测试', reviewed_by: 'bench-2', reviewed_by_name: '测试二', reviewed_at: recordedAt },
    inspected_at: recordedAt,
  }
}

function transferAt(cards: readonly BenchCard[], index: number): Row {
  const { number: card, site, account } = cardOf(cards, index)
  const at = new Date(START + index * 180_000)
  return {
    ...stamped(idOf('benchtransfer', index), at),
    ...{ kind: 'post', cause: `bench:${index}`, debit: accountIdOf('issuance', `bench-${site}`), credit: account },
    ...{ points: 5, site_code: site, card_number: card, actor: 'bench', actor_name: '测试', at },
  }
}

function entriesAt(cards: readonly BenchCard[], index: number): Row[] {
  const { site, account } = cardOf(cards, index)
  const at = new Date(START + index * 180_000)
  const entry = (id: string, accountId: string, change: number): Row => ({
    ...stamped(idOf(id, index), at),
    ...{ account_id: accountId, sequence: index + 1, transfer_id: idOf('benchtransfer', index), change },
    ...{ balance: 5, previous: '0'.repeat(64), hash: hashOf(`${id}${index}`), at, site_code: site },
  })
  return [entry('benchdebit', accountIdOf('issuance', `bench-${site}`), -5), entry('benchcredit', account, 5)]
}

/** Two tills of a village, each with a shop, goods that never run out, and a card that can always pay. */
export async function openTills(knex: Knex, site: string): Promise<Tills> {
  const at = new Date()
  const open = async (name: string, cardIndex: number): Promise<Till> => {
    const shop = `${site}-B${name}`
    const goods = `${shop}-G001`
    await knex('scoring_shops').insert({
      ...stamped(idOf('benchshop', name), at),
      code: shop,
      name,
      site_code: site,
      active: true,
    })
    await knex('scoring_goods').insert({
      ...stamped(idOf('benchgoods', name), at),
      ...{ code: goods, name: '香皂', unit: '块', points: PRICE, stock: NEVER_EMPTY, low_stock: 0, active: true },
      ...{ shop_code: shop, site_code: site, position: 1, version: 1 },
    })
    await knex('scoring_accounts').insert(accountOf('shop', shop, site, 0, at))
    const card = cardAt(site, cardIndex)
    // Its entries begin anew, above those that were filled in.
    await knex('scoring_accounts').where({ document_id: card.account }).update({ sequence: RECORD_COUNT })
    return { card: card.number, account: card.account, shop, shopAccount: accountIdOf('shop', shop), goods, site }
  }
  return { product: await open('1', 0), bare: await open('2', 1) }
}
