import { randomUUID } from 'node:crypto'
import type { BatchLine, RuleSet } from '@practice/scoring/contracts'
import supertest, { type Response } from 'supertest'
import { app, as } from '../support/api'
import { dataOf, VILLAGE } from './dispatch-support'
import { ACCOUNTS, callerOf, cardNumberOf, namesOf, OTHER, POINTS, type Names } from './outside-points-support'
import { tokenFor } from './outside-support'
import { HOUR_MS } from './scoring-records-support'

/**
 * permissions.md, the rows of points, as what HTTP answers: every route as every account. What is allowed is asked for in
 * such a way that a rule refuses it (409, 422) where it would change something, so that nothing of the sample is spent.
 */

let names: Names
let bodies: Record<string, object>

const reason = { reason: '从外面试一试' }

beforeAll(async () => {
  names = await namesOf(VILLAGE)
  const own = await cardNumberOf(`${VILLAGE}-H001`)
  const village = await as('village-admin')
  const lost = await cardNumberOf(`${VILLAGE}-H040`)
  dataOf(await village.post(`${POINTS}/cards/${lost}/replace`, { data: { reason: '卡丢了' } }))
  const { token } = dataOf<{ token: string }>(await village.get(`${POINTS}/cards/${own}`))
  Object.assign(names, { own, closed: lost, ownToken: token })
  bodies = await makeBodies()
})

/** Well formed, and refused by a rule whoever sends it. */
async function makeBodies(): Promise<Record<string, object>> {
  const { card, household } = names
  const set = dataOf<RuleSet>(await (await as('town-officer')).get(`${POINTS}/rule-sets?site=${VILLAGE}`))
  const { holder, noticeDays, carryOver, rate, minimumRedemption, outstandingBudget, deductions, rules } = set
  const settings = { holder, noticeDays, carryOver, rate, minimumRedemption, outstandingBudget, deductions }
  const score = { card, rule: 'NONE', occurredAt: new Date(Date.now() - HOUR_MS).toISOString() }
  return {
    reason,
    nothing: {},
    late: { ...settings, rules, version: 999_999 },
    household: { household },
    nowhere: { site: '640402999999' },
    pin: { pin: '000000' },
    link: { token: '0'.repeat(64) },
    score,
    objection: { ...reason, by: '马有福' },
    site: { site: VILLAGE },
    shop: { name: '外面的店', site: '640402999999' },
    stock: { goods: 'NONE', change: 1, ...reason },
    stocktake: { lines: [{ goods: 'NONE', counted: 1 }] },
    day: { day: '2099-01-01' },
    goods: { shop: 'NONE', name: '肥皂', unit: '块', points: 1 },
    version: { version: 999_999, name: '肥皂' },
    redeem: { card, shop: 'NONE', lines: [{ goods: 'NONE', quantity: 1 }] },
    note: { note: '看过了' },
    lines: [score] as object,
  }
}

/** Whoever may, and whoever may not, in the order of ACCOUNTS: a route, its body, and what each is answered. */
const TABLE: readonly (readonly [route: string, body: string, statuses: string])[] = [
  //                                               edit disp town vill team revi supe lead resi none
  ['GET /rule-sets?site=:site', '', /*          */ '403 200 200 200 403 200 200 403 200 200'],
  ['GET /rule-sets/:site/history', '', /*       */ '403 200 200 200 403 200 200 403 200 200'],
  ['PUT /rule-sets/:site', 'late', /*           */ '403 409 409 403 403 403 403 403 403 401'],
  ['GET /cards', '', /*                         */ '403 200 200 200 403 200 200 403 200 401'],
  ['POST /cards', 'household', /*               */ '403 403 403 409 403 403 403 403 403 401'],
  ['POST /cards', 'nowhere', /*                 */ '403 403 403 422 403 403 403 403 403 401'],
  ['GET /cards/scan/:ownToken', '', /*          */ '403 200 200 200 403 200 200 403 200 401'],
  ['GET /cards/scan/:token', '', /*             */ '403 200 200 200 403 200 200 403 404 401'],
  ['GET /cards/:own', '', /*                    */ '403 200 200 200 403 200 200 403 200 401'],
  ['GET /cards/:card', '', /*                   */ '403 200 200 200 403 200 200 403 404 401'],
  ['GET /cards/:own/statement', '', /*          */ '403 200 200 200 403 200 200 403 200 401'],
  ['GET /cards/:card/statement', '', /*         */ '403 200 200 200 403 200 200 403 404 401'],
  ['POST /cards/:random/statement', 'pin', /*   */ '403 403 403 403 403 403 403 403 403 403'],
  ['POST /cards/:closed/freeze', 'reason', /*   */ '403 403 403 403 403 403 409 403 404 401'],
  ['POST /cards/:closed/unfreeze', 'reason', /* */ '403 403 403 403 403 403 409 403 404 401'],
  ['POST /cards/:closed/replace', 'reason', /*  */ '403 403 403 409 403 403 403 403 404 401'],
  ['POST /cards/:closed/close', 'reason', /*    */ '403 403 403 409 403 403 403 403 404 401'],
  ['POST /cards/:closed/pin', 'nothing', /*     */ '403 403 403 409 403 403 403 403 404 401'],
  ['GET /cards/:closed/link', '', /*            */ '403 403 403 409 403 403 403 403 404 401'],
  ['PUT /cards/:closed/link', 'nothing', /*     */ '403 403 403 409 403 403 403 403 404 401'],
  ['DELETE /cards/:closed/link', '', /*         */ '403 403 403 409 403 403 403 403 404 401'],
  ['POST /statements', 'link', /*               */ '404 404 404 404 404 404 404 404 404 404'],
  ['GET /records', '', /*                       */ '403 200 200 200 403 200 200 200 200 401'],
  ['POST /records', 'score', /*                 */ '403 403 403 422 403 403 403 404 404 401'],
  ['POST /records/batch', 'lines', /*           */ '403 200 200 200 403 200 200 200 200 401'],
  ['POST /records/import', 'file', /*           */ '403 403 403 422 403 403 403 403 403 401'],
  ['GET /records/template', '', /*              */ '403 403 403 200 403 403 403 403 403 401'],
  ['GET /records/:record', '', /*               */ '403 200 200 200 403 200 200 200 404 401'],
  ['POST /records/:record/approve', 'nothing', /**/ '403 403 403 403 403 409 403 403 404 401'],
  ['POST /records/:record/reject', 'reason', /* */ '403 403 403 403 403 409 403 403 404 401'],
  ['POST /records/:record/withdraw', 'reason', /**/ '403 403 403 409 403 403 403 403 404 401'],
  ['POST /records/:record/objections', 'objection', '403 403 403 409 403 403 403 403 409 401'],
  ['GET /objections', '', /*                    */ '403 200 200 200 403 200 200 200 200 401'],
  ['POST /objections/:objection/uphold', 'reason', '403 403 403 403 403 403 409 403 404 401'],
  ['POST /objections/:objection/dismiss', 'reason', '403 403 403 403 403 403 409 403 404 401'],
  ['GET /notices?site=:site', '', /*            */ '200 200 200 200 200 200 200 200 200 200'],
  ['GET /notices?site=:other', '', /*           */ '200 200 200 200 200 200 200 200 200 200'],
  ['POST /notices/:record/objections', 'byCard', '403 403 403 403 403 403 403 403 403 403'],
  ['POST /notices/close', 'site', /*            */ '403 403 403 403 403 403 200 403 403 401'],
  ['GET /ledger/verify', '', /*                 */ '403 200 200 403 403 403 200 403 200 401'],
  ['GET /ledger/head?site=:site', '', /*        */ '200 200 200 200 200 200 200 200 200 200'],
  ['GET /transfers', '', /*                     */ '403 200 200 403 403 403 200 403 403 401'],
  ['POST /transfers/:transfer/reverse', 'reason', '403 403 403 403 403 403 409 403 403 401'],
  ['GET /shops', '', /*                         */ '403 200 200 200 403 403 200 403 200 401'],
  ['POST /shops', 'shop', /*                    */ '403 403 403 422 403 403 403 403 403 401'],
  ['PUT /shops/:shop', 'nothing', /*            */ '403 403 403 200 403 403 403 403 403 401'],
  ['POST /shops/:shop/stock', 'stock', /*       */ '403 403 403 422 403 403 403 403 403 401'],
  ['POST /shops/:shop/stocktake', 'stocktake', /**/ '403 403 403 422 403 403 422 403 403 401'],
  ['GET /shops/:shop/movements', '', /*         */ '403 200 200 200 403 403 200 403 404 401'],
  ['GET /shops/:shop/stocktakes', '', /*        */ '403 200 200 200 403 403 200 403 404 401'],
  ['POST /shops/:shop/settle', 'day', /*        */ '403 403 403 403 403 403 422 403 403 401'],
  ['GET /shops/:shop/settlements', '', /*       */ '403 200 200 200 403 403 200 403 404 401'],
  ['GET /goods', '', /*                         */ '403 200 200 200 403 403 200 403 200 401'],
  ['POST /goods', 'goods', /*                   */ '403 403 403 422 403 403 403 403 403 401'],
  ['PUT /goods/:goods', 'version', /*           */ '403 403 403 409 403 403 403 403 403 401'],
  ['GET /redemptions', '', /*                   */ '403 200 200 200 403 403 200 403 200 401'],
  ['POST /redemptions', 'redeem', /*            */ '403 403 403 422 403 403 403 403 404 401'],
  ['GET /redemptions/:redemption', '', /*       */ '403 200 200 200 403 403 200 403 404 401'],
  ['POST /redemptions/:redemption/void', 'reason', '403 403 403 403 403 403 409 403 404 401'],
  ['GET /flags', '', /*                         */ '403 200 200 403 403 403 200 403 403 401'],
  ['POST /flags/:flag/settle', 'note', /*       */ '403 403 403 403 403 403 409 403 403 401'],
  ['GET /summary?site=:site', '', /*            */ '403 200 200 200 403 200 200 200 403 401'],
]

/** A card's number that nobody has, another each time. */
const unusedNumber = () => `${VILLAGE}-${randomUUID().slice(0, 8)}`

const addressOf = (path: string) =>
  POINTS +
  path.replaceAll(/:(\w+)/g, (_, name: string) =>
    name === 'random' ? unusedNumber() : name === 'other' ? OTHER : (names[name] ?? ''),
  )

async function ask(account: string, route: string, body: string): Promise<Response> {
  const [method = '', path = ''] = route.split(' ')
  const caller = await callerOf(account)
  const address = addressOf(path)
  if (method === 'GET') return caller.get(address)
  if (method === 'DELETE') return caller.delete(address)
  if (body === 'file') return sendJunk(account, address)
  const data = { data: body === 'byCard' ? { card: unusedNumber(), pin: '000000', ...bodies['reason'] } : bodies[body] }
  return method === 'PUT' ? caller.put(address, data) : caller.post(address, data, { 'Idempotency-Key': randomUUID() })
}

/** A file that is no workbook. */
async function sendJunk(account: string, address: string): Promise<Response> {
  const test = supertest(app().server.httpServer).post(address)
  if (account !== 'nobody') test.set('Authorization', `Bearer ${await tokenFor(account)}`)
  return test.field('mode', 'check').attach('file', Buffer.from('no workbook'), 'list.xlsx')
}

test.each(TABLE)('%s %s', async (route, body, statuses) => {
  const found: Record<string, number> = {}
  for (const account of ACCOUNTS) found[account] = (await ask(account, route, body)).status
  expect(found).toEqual(Object.fromEntries(ACCOUNTS.map((account, at) => [account, Number(statuses.split(' ')[at])])))
})

test('the table has every route of points', () => {
  const layers = app().server.listRoutes() as unknown as { path: string; methods: string[] }[]
  const routes = layers
    .filter(({ path }) => path.startsWith(`${POINTS}/`))
    .flatMap(({ path, methods }) => methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`))
  const shapeOf = (route: string) => route.replace(POINTS, '').replace(/\?.*/, '').replaceAll(/:\w+/g, ':x')
  const verb = /(cards|records|objections)\/:x\/(?!statement|history|objections|link)\w+$/
  const known = new Set(TABLE.map(([route]) => shapeOf(route).replace(verb, '$1/:x/:x')))
  expect(new Set(routes.map(shapeOf))).toEqual(known)
  expect(routes.length).toBeGreaterThanOrEqual(45)
})

test('a batch of somebody who may not record stands for nothing, line by line', async () => {
  for (const account of ['county-dispatcher', 'town-officer', 'points-reviewer', 'points-supervisor', 'leader']) {
    const lines = dataOf<BatchLine[]>(await ask(account, 'POST /records/batch', 'lines'))
    expect({ account, lines }).toMatchObject({ account, lines: [{ ok: false }] })
    const [line] = lines
    expect(['role_not_allowed', 'card_unknown']).toContain(line?.ok === false ? line.code : 'recorded')
  }
})
