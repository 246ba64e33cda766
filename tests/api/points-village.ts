import { randomUUID } from 'node:crypto'
import type { Card, Goods, RuleSet, Shop } from '@practice/scoring/contracts'
import { app, as, asSystem, tokenOf, type Caller } from '../support/api'
import { dataOf } from './dispatch-support'

/** What a test's village needs to be told. */
export interface VillageOptions {
  households: number
  /** Points of rule T-01 that a holder may get in a month; none unless told. */
  capPerMonth?: number
  outstandingBudget?: number
}

/** A village of one test's own: people, rules that ask for no evidence, cards, and a shop. */
export interface TestVillage {
  site: string
  cards: Card[]
  shop: string
  admin: Caller
  reviewer: Caller
  supervisor: Caller
  tokens: { admin: string; reviewer: string; supervisor: string }
}

const PEOPLE = { admin: 'village-admin', reviewer: 'points-reviewer', supervisor: 'points-supervisor' } as const

/** Makes one: T-01 is worth 1 point a piece, T-02 5 points, T-03 takes 2 away. */
export async function makeVillage(options: VillageOptions): Promise<TestVillage> {
  const site = await unusedSite()
  await asSystem(() => makePeopleAndHouseholds(site, options.households))
  const [admin, reviewer, supervisor, dispatcher] = (await Promise.all([
    as(`admin-${site}`),
    as(`reviewer-${site}`),
    as(`supervisor-${site}`),
    as('county-dispatcher'),
  ])) as [Caller, Caller, Caller, Caller]
  await writeRules(dispatcher, site, options)
  const opened = dataOf<Card[]>(await admin.post('/api/scoring/cards', { data: { site } }))
  const shop = dataOf<Shop>(await admin.post('/api/scoring/shops', { data: { name: '试验超市', site } }))
  const [adminToken, reviewerToken, supervisorToken] = await Promise.all(
    Object.keys(PEOPLE).map((who) => tokenOf(`${who}-${site}`)),
  )
  return {
    ...{ site, cards: opened, shop: shop.code, admin, reviewer, supervisor },
    tokens: { admin: adminToken ?? '', reviewer: reviewerToken ?? '', supervisor: supervisorToken ?? '' },
  }
}

/** A village of the district in which nobody has a card and no test has people yet. */
async function unusedSite(): Promise<string> {
  const { connection } = app().db
  const taken = connection('scoring_cards').distinct('site_code')
  const peopled = connection('up_users').whereNotNull('site_code').distinct('site_code')
  const village = (await connection('sites')
    .where({ tier: 'village' })
    // In towns where no other test names villages of its own.
    .where('code', '>=', '640402103')
    .where('code', '<', '640402109')
    .whereNotIn('code', taken)
    .whereNotIn('code', peopled)
    .orderBy('code')
    .first('code')) as { code: string } | undefined
  if (village === undefined) throw new Error('every village has cards')
  return village.code
}

async function makePeopleAndHouseholds(site: string, households: number): Promise<void> {
  const { db } = app()
  for (const [who, type] of Object.entries(PEOPLE)) {
    const role = (await db.query('plugin::users-permissions.role').findOne({ where: { type } })) as { id: number }
    const username = `${who}-${site}`
    const account = { username, email: `${username}@example.org`, provider: 'local', password: randomUUID() }
    const flags = { confirmed: true, blocked: false }
    await db.query('plugin::users-permissions.user').create({
      data: { ...account, ...flags, role: role.id, displayName: username, siteCode: site },
    })
  }
  for (let at = 1; at <= households; at++) {
    const code = `${site}-H${String(at).padStart(3, '0')}`
    const name = `马${'建国平安福寿喜乐'[at % 8]}${at}`
    const members = [{ name, relation: '户主', birthYear: 1970 }]
    await db.query('api::household.household').create({ data: { code, siteCode: site, name, members } })
  }
}

async function writeRules(dispatcher: Caller, site: string, options: VillageOptions): Promise<void> {
  const set = dataOf<RuleSet>(await dispatcher.get(`/api/scoring/rule-sets?site=${site}`))
  const rule = { theme: 'service', evidence: 'none', active: true, source: '试验', capPerMonth: null } as const
  const rules = [
    { ...rule, code: 'T-01', name: '做一次好事', points: 1, kind: 'reward', capPerMonth: options.capPerMonth ?? null },
    { ...rule, code: 'T-02', name: '做一件大事', points: 5, kind: 'reward' },
    { ...rule, code: 'T-03', name: '乱倒垃圾一次', points: 2, kind: 'deduction' },
  ]
  const settings = { holder: 'household', noticeDays: 3, carryOver: true, rate: 1, minimumRedemption: 0 }
  const data = {
    ...settings,
    version: set.ownVersion,
    outstandingBudget: options.outstandingBudget ?? null,
    deductions: true,
    rules,
  }
  dataOf<RuleSet>(await dispatcher.put(`/api/scoring/rule-sets/${site}`, { data }))
}

/** New goods of the village's shop, with stock. */
export async function makeGoods({ admin, shop }: TestVillage, points: number, stock: number): Promise<Goods> {
  const goods = dataOf<Goods>(
    await admin.post('/api/scoring/goods', { data: { shop, name: `货物${points}`, unit: '件', points } }),
  )
  dataOf(
    await admin.post(`/api/scoring/shops/${shop}/stock`, {
      data: { goods: goods.code, change: stock, reason: '进货' },
    }),
  )
  return goods
}
