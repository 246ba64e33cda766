import { randomUUID } from 'node:crypto'
import type { Card, Goods, Redemption, RuleSet, ScoreRecord, Shop } from '@practice/scoring/contracts'
import type { Role } from '@practice/kernel'
import { app, as, asSystem, type Caller } from '../support/api'
import { dataOf, db } from './dispatch-support'
import { atTime } from './points-support'

export const DAY_MS = 86_400_000

/** Does something several times at once. */
export const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

/** How many replies have a status. */
export const withStatus = (replies: readonly { status: number }[], status: number) =>
  replies.filter((reply) => reply.status === status).length

/** A village with a shop for one file of tests, which no other test and no sample speaks of. */
export interface Counter {
  site: string
  shop: string
  admin: Caller
  reviewer: Caller
  supervisor: Caller
  /** Cards without points that no test has taken yet. */
  cards: Card[]
}

const RULES = [1, 100].map((points) => ({
  ...({ theme: 'service', evidence: 'none', active: true, source: '试验', capPerMonth: null, kind: 'reward' } as const),
  code: `P-${points}`,
  name: `记${points}分`,
  points,
}))

/** What the rule set of a test's village says, where it matters. */
export interface CounterRules {
  carryOver?: boolean
  minimumRedemption?: number
  rate?: number
  outstandingBudget?: number | null
}

/** Makes people, households with cards, rules and a shop at a village. */
export async function openCounter(site: string, households: number, rules: CounterRules = {}): Promise<Counter> {
  await makeHouseholds(site, households)
  const [admin, reviewer, supervisor] = await Promise.all([
    makeAccount('village-admin', site),
    makeAccount('points-reviewer', site),
    makeAccount('points-supervisor', site),
  ])
  await writeRules(site, rules)
  const cards = dataOf<Card[]>(await admin.post('/api/scoring/cards', { data: { site } }))
  const shop = dataOf<Shop>(await admin.post('/api/scoring/shops', { data: { name: '公益超市', site } }))
  return { site, shop: shop.code, admin, reviewer, supervisor, cards: [...cards] }
}

/** Writes the rule set of a site: 1 and 100 points for nothing. */
export async function writeRules(site: string, rules: CounterRules = {}): Promise<void> {
  const dispatcher = await as('county-dispatcher')
  const deciding = await dispatcher.get(`/api/scoring/rule-sets?site=${site}`)
  const version = deciding.status === 404 ? 0 : dataOf<RuleSet>(deciding).ownVersion
  const settings = { holder: 'household', noticeDays: 3, carryOver: true, rate: 1, minimumRedemption: 0 }
  const data = { ...settings, outstandingBudget: null, deductions: false, ...rules, version, rules: RULES }
  dataOf<RuleSet>(await dispatcher.put(`/api/scoring/rule-sets/${site}`, { data }))
}

/** An account of a role at a site, and perhaps of a household. */
export async function makeAccount(type: Role, siteCode: string, householdCode: string | null = null): Promise<Caller> {
  const username = `${type}-x${randomUUID().slice(0, 8)}`
  await asSystem(async () => {
    const { db: database } = app()
    const role = (await database.query('plugin::users-permissions.role').findOne({ where: { type } })) as { id: number }
    const account = { username, email: `${username}@example.org`, provider: 'local', password: randomUUID() }
    const flags = { confirmed: true, blocked: false }
    await database.query('plugin::users-permissions.user').create({
      data: { ...account, ...flags, role: role.id, displayName: username, siteCode, householdCode },
    })
  })
  return as(username)
}

async function makeHouseholds(siteCode: string, count: number): Promise<void> {
  await asSystem(async () => {
    for (let at = 1; at <= count; at++) {
      const code = `${siteCode}-T${String(at).padStart(3, '0')}`
      const name = `马试${'建国平安福寿喜乐'[at % 8] ?? ''}`
      const members = [{ name, relation: '户主', birthYear: 1970 }]
      await app().db.query('api::household.household').create({ data: { code, siteCode, name, members } })
    }
  })
}

/** A card with this many points, recorded, approved and posted as points are. */
export async function cardWith(counter: Counter, points: number): Promise<Card> {
  const card = counter.cards.pop()
  if (card === undefined) throw new Error('the village has no card left for this test')
  await give(counter, card, points)
  return card
}

/** Gives a card points. */
export async function give(counter: Counter, card: Pick<Card, 'number'>, points: number): Promise<void> {
  const past = Date.now() - 10 * DAY_MS
  await atTime(past, async () => {
    for (const { rule, quantity } of piecesOf(points)) {
      const occurredAt = new Date(past - 1000).toISOString()
      const data = { card: card.number, rule, quantity, occurredAt, evidence: [] }
      const record = dataOf<ScoreRecord>(await counter.admin.post('/api/scoring/records', { data }))
      dataOf(await counter.reviewer.post(`/api/scoring/records/${record.documentId}/approve`, { data: {} }))
    }
  })
  dataOf(await counter.supervisor.post('/api/scoring/notices/close', { data: { site: counter.site } }))
}

function piecesOf(points: number): { rule: string; quantity: number }[] {
  const pieces = [
    { rule: 'P-100', quantity: Math.floor(points / 100) },
    { rule: 'P-1', quantity: points % 100 },
  ]
  return pieces.filter(({ quantity }) => quantity > 0)
}

/** New goods of the shop, with stock. */
export async function goodsOf({ admin, shop }: Counter, points: number, stock: number): Promise<Goods> {
  const data = { shop, name: `货物${points}`, unit: '件', points, costFen: 80 }
  const goods = dataOf<Goods>(await admin.post('/api/scoring/goods', { data }))
  if (stock > 0) dataOf(await moveStock(admin, goods, stock))
  return { ...goods, stock }
}

/** Moves the stock of goods by hand. */
export function moveStock(caller: Caller, { code, shop }: Goods, change: number, headers: Record<string, string> = {}) {
  const data = { goods: code, change, reason: change > 0 ? '进货' : '破损' }
  return caller.post(`/api/scoring/shops/${shop.code}/stock`, { data }, headers)
}

/** What is asked for in a redemption, goods by goods. */
export type Wanted = readonly [Goods, number][]

/** Redeems goods for the points of a card. */
export function redeem(
  { admin, shop }: Pick<Counter, 'admin' | 'shop'>,
  card: Pick<Card, 'number'>,
  wanted: Wanted,
  key: string = randomUUID(),
) {
  const lines = wanted.map(([{ code: goods }, quantity]) => ({ goods, quantity }))
  return admin.post(
    '/api/scoring/redemptions',
    { data: { card: card.number, shop, lines } },
    { 'Idempotency-Key': key },
  )
}

/** Voids a redemption. */
export function voidOf(caller: Caller, { documentId }: Pick<Redemption, 'documentId'>, reason = '拿错了') {
  return caller.post(`/api/scoring/redemptions/${documentId}/void`, { data: { reason } })
}

/** What is left of goods. */
export async function stockOf({ code }: Pick<Goods, 'code'>): Promise<number> {
  const row = (await db()('scoring_goods').where({ code }).first('stock')) as { stock: number }
  return row.stock
}

/** What a card's account holds. */
export async function balanceOf({ number }: Pick<Card, 'number'>): Promise<number> {
  const row = (await db()('scoring_accounts').where({ kind: 'card', owner: number }).first('balance')) as
    { balance: number } | undefined
  return row?.balance ?? 0
}

/** Whether a site's ledger adds up, entry by entry, and how its movements add up to its stock. */
export async function soundness({ supervisor, site, shop }: Counter) {
  const { ok, broken } = dataOf<{ ok: boolean; broken: unknown[] }>(
    await supervisor.get(`/api/scoring/ledger/verify?site=${site}`),
  )
  const goods = (await db()('scoring_goods').where({ shop_code: shop }).select('code', 'stock')) as {
    code: string
    stock: number
  }[]
  const sums = (await db()('scoring_stock_movements')
    .where({ shop_code: shop })
    .groupBy('goods_code')
    .select('goods_code')
    .sum({ sum: 'change' })) as { goods_code: string; sum: number | string }[]
  const moved = new Map(sums.map(({ goods_code, sum }) => [goods_code, Number(sum)]))
  const astray = goods.filter(({ code, stock }) => (moved.get(code) ?? 0) !== stock)
  return { ok, broken, astray }
}

/** What `soundness` says when all is well. */
export const SOUND = { ok: true, broken: [], astray: [] }
