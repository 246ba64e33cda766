import { createHash, randomUUID } from 'node:crypto'
import { DAY_MS } from '@practice/kernel'
import type {
  Card,
  ClosedNotice,
  Goods,
  NoticeLine,
  Objection,
  Redemption,
  ScoreRecord,
  ScoreRecordDetail,
  Shop,
  StatementEntry,
  Verification,
} from '@practice/scoring/contracts'
import { as, nobody, type Caller } from '../support/api'
import { dataOf, detailsOf, refusalOf, uploadPhoto, VILLAGE } from './dispatch-support'
import { atTime } from './points-support'

const HOUSEHOLD = `${VILLAGE}-H012`

let village: Caller
let reviewer: Caller
let supervisor: Caller
let resident: Caller

beforeAll(async () => {
  ;[village, reviewer, supervisor, resident] = (await Promise.all(
    ['village-admin', 'points-reviewer', 'points-supervisor', 'resident'].map(as),
  )) as [Caller, Caller, Caller, Caller]
})

async function cardOf(household: string): Promise<Card> {
  const [card] = dataOf<Card[]>(
    await village.get(`/api/scoring/cards?filters[household][$eq]=${household}&filters[state][$eq]=active`),
  )
  if (card === undefined) throw new Error(`${household} has no card`)
  return card
}

const balanceOf = async ({ number }: Card) => dataOf<Card>(await village.get(`/api/scoring/cards/${number}`)).balance

/** A statement whole, the first entry first. */
async function statementOf({ number }: Card): Promise<{ entries: StatementEntry[]; accountId: string; head: string }> {
  const reply = await village.get(`/api/scoring/cards/${number}/statement?pagination[pageSize]=100`)
  const { meta } = reply.body as { meta: { accountId: string; head: string } }
  return { entries: dataOf<StatementEntry[]>(reply).reverse(), ...meta }
}

/** The chain of a statement as its reader computes it, after what the README says of it. */
function chainOf({ entries, accountId }: { entries: StatementEntry[]; accountId: string }): string {
  return entries.reduce((previous, { sequence, transfer, cause, change, balance, at }) => {
    const facts = [previous, accountId, sequence, transfer, cause, change, balance, Date.parse(at)]
    return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
  }, '0'.repeat(64))
}

test('from a recorded score to goods on the counter and back, through HTTP alone', async () => {
  const card = await cardOf(HOUSEHOLD)
  const before = await balanceOf(card)
  const photo = await uploadPhoto('village-admin')
  const body = {
    card: card.number,
    rule: 'R5-02',
    quantity: 2,
    occurredAt: new Date(Date.now() - DAY_MS).toISOString(),
    note: '清理村口河道两次',
    evidence: [photo],
  }

  // 记分: with the evidence that the rule asks for.
  expect(refusalOf(await village.post('/api/scoring/records', { data: { ...body, evidence: [] } }))).toBe(
    '422 evidence_missing',
  )
  const recorded = dataOf<ScoreRecord>(await village.post('/api/scoring/records', { data: body }))
  expect(recorded).toMatchObject({ state: 'recorded', points: 6, allowed: ['withdraw'] })
  expect(recorded.evidence).toMatchObject([{ documentId: photo }])

  // 评议: never by who recorded it.
  const act = (caller: Caller, verb: string, data: object = {}) =>
    caller.post(`/api/scoring/records/${recorded.documentId}/${verb}`, { data })
  expect((await act(village, 'approve')).status).toBe(403)
  const noticed = dataOf<ScoreRecord>(await act(reviewer, 'approve'))
  expect(noticed.state).toBe('noticed')
  expect(refusalOf(await act(reviewer, 'approve'))).toBe('409 wrong_state')

  // 公示: for everybody, the name masked.
  const notices = dataOf<NoticeLine[]>(
    await nobody().get(`/api/scoring/notices?site=${VILLAGE}&pagination[pageSize]=100`),
  )
  const line = notices.find(({ documentId }) => documentId === recorded.documentId)
  expect(line).toMatchObject({ points: 6, held: false, reason: '清理村口河道两次', until: noticed.noticeEndsAt })
  expect(line?.holder).not.toBe(card.holder.name)
  expect(line?.holder).toContain('*')

  // 异议: holds this line, and nothing else.
  const objected = dataOf<Objection>(
    await resident.post(`/api/scoring/records/${recorded.documentId}/objections`, {
      data: { reason: '那天没有看见他家的人' },
    }),
  )
  expect(objected).toMatchObject({ state: 'open', record: { state: 'held' } })
  const later = Date.parse(noticed.noticeEndsAt ?? '') + 1000
  await atTime(later, async () => {
    dataOf<ClosedNotice>(await supervisor.post('/api/scoring/notices/close', { data: { site: VILLAGE } }))
  })
  expect(await balanceOf(card)).toBe(before)
  const decide = (verb: string) =>
    supervisor.post(`/api/scoring/objections/${objected.documentId}/${verb}`, { data: { reason: '有照片和两户证明' } })
  expect(dataOf<Objection>(await decide('dismiss'))).toMatchObject({ state: 'dismissed', record: { state: 'noticed' } })
  expect(refusalOf(await decide('uphold'))).toMatch(/^409 /)

  // 入账: when the notice is over, once.
  await atTime(later, async () => {
    const close = () => supervisor.post('/api/scoring/notices/close', { data: { site: VILLAGE } })
    const closed = (await Promise.all([close(), close()])).map((reply) => dataOf<ClosedNotice>(reply).posted)
    expect(Math.max(...closed)).toBeGreaterThanOrEqual(1)
  })
  expect(await balanceOf(card)).toBe(before + 6)
  const posted = dataOf<ScoreRecordDetail>(await village.get(`/api/scoring/records/${recorded.documentId}`))
  expect(posted.state).toBe('posted')
  expect(posted.events.map(({ verb }) => verb)).toEqual(['record', 'approve', 'object', 'dismiss', 'post'])

  // The statement follows, and its hashes are those of what it says.
  const statement = await statementOf(card)
  const last = statement.entries.at(-1)
  expect(last).toMatchObject({ kind: 'post', change: 6, balance: before + 6, rule: { code: 'R5-02' } })
  expect(last?.evidence).toMatchObject([{ documentId: photo }])
  expect(chainOf(statement)).toBe(statement.head)

  await redeemAndVoid(card, before + 6)
})

async function redeemAndVoid(card: Card, balance: number): Promise<void> {
  const [shop] = dataOf<Shop[]>(await village.get(`/api/scoring/shops?filters[site][$eq]=${VILLAGE}`))
  if (shop === undefined) throw new Error('the village has no shop')
  const goodsNow = async () =>
    dataOf<Goods[]>(
      await village.get(`/api/scoring/goods?filters[shop][$eq]=${shop.code}&sort=points:asc&pagination[pageSize]=100`),
    )
  const goods = (await goodsNow()).find(({ points, stock }) => points >= 10 && points <= balance && stock >= 1)
  if (goods === undefined) throw new Error('nothing to be had for the points')
  const stockOf = async () => (await goodsNow()).find(({ code }) => code === goods.code)?.stock
  const data = { card: card.number, shop: shop.code, lines: [{ goods: goods.code, quantity: 1 }] }
  const key = { 'idempotency-key': randomUUID() }

  expect(refusalOf(await village.post('/api/scoring/redemptions', { data }))).toBe('400 invalid')
  const first = await village.post('/api/scoring/redemptions', { data }, key)
  expect(first.status).toBe(201)
  const receipt = dataOf<Redemption>(first)
  expect(receipt).toMatchObject({ state: 'done', points: goods.points, balanceAfter: balance - goods.points })
  const again = await village.post('/api/scoring/redemptions', { data }, key)
  expect(again.status).toBe(200)
  expect(dataOf<Redemption>(again).documentId).toBe(receipt.documentId)
  expect(await balanceOf(card)).toBe(balance - goods.points)
  expect(await stockOf()).toBe(goods.stock - 1)

  const tooMuch = { ...data, lines: [{ goods: goods.code, quantity: 1000 }] }
  const refused = await village.post('/api/scoring/redemptions', { data: tooMuch }, { 'idempotency-key': randomUUID() })
  expect(refused.status).toBe(409)
  expect(['insufficient_points', 'out_of_stock']).toContain(detailsOf(refused)['code'])

  const voiding = (caller: Caller) =>
    caller.post(`/api/scoring/redemptions/${receipt.documentId}/void`, { data: { reason: '拿错了货' } })
  expect((await voiding(village)).status).toBe(403)
  expect(dataOf<Redemption>(await voiding(supervisor))).toMatchObject({ state: 'voided', balanceAfter: balance })
  expect((await voiding(supervisor)).status).toBe(409)
  expect(await balanceOf(card)).toBe(balance)
  expect(await stockOf()).toBe(goods.stock)

  const statement = await statementOf(card)
  expect(statement.entries.slice(-2).map(({ kind, change }) => [kind, change])).toEqual([
    ['redeem', -goods.points],
    ['void', goods.points],
  ])
  expect(chainOf(statement)).toBe(statement.head)
  const verified = dataOf<Verification>(await supervisor.get(`/api/scoring/ledger/verify?site=${VILLAGE}`))
  expect(verified).toMatchObject({ ok: true, broken: [], sum: 0 })
}
