import type {
  Card,
  ClosedNotice,
  NoticeLine,
  Objection,
  ScoreRecord,
  ScoreRecordDetail,
} from '@practice/scoring/contracts'
import { app, as, nobody, type Caller } from '../support/api'
import { dataOf, db, detailsOf, refusalOf } from './dispatch-support'
import { atTime } from './points-support'
import type { TestVillage } from './points-village'
import {
  balanceOf,
  capsOf,
  DAY_MS,
  noticed,
  pendingOf,
  record,
  recorded,
  recordingVillage,
  scoreOf,
  statuses,
  takeCard,
  there,
} from './scoring-records-support'
import { makeAccount, times } from './scoring-shop-support'

const AFTER_NOTICE_MS = 5 * DAY_MS

let village: TestVillage

beforeAll(async () => {
  village = await recordingVillage(40)
})

afterAll(async () => {
  const { kept, summed } = await pendingOf(village.site)
  expect(kept).toBe(summed)
  const ledger = await village.supervisor.get(`/api/scoring/ledger/verify?site=${village.site}`)
  expect(dataOf<{ ok: boolean }>(ledger).ok).toBe(true)
})

const object = (caller: Caller, { documentId }: ScoreRecord, data: object) =>
  caller.post(`/api/scoring/records/${documentId}/objections`, { data })
const decide = (caller: Caller, { documentId }: Objection, verb: string, reason = '查过了') =>
  caller.post(`/api/scoring/objections/${documentId}/${verb}`, { data: { reason } })
const notice = async (caller: Caller, site = village.site) =>
  dataOf<NoticeLine[]>(await caller.get(`/api/scoring/notices?site=${site}&pagination[pageSize]=100`))
const close = (caller: Caller, site = village.site) => caller.post('/api/scoring/notices/close', { data: { site } })
const stateOf = async ({ documentId }: Pick<ScoreRecord, 'documentId'>) => {
  const row = (await db()('scoring_records').where({ document_id: documentId }).first('state')) as { state: string }
  return row.state
}
const sweep = (at: number) => {
  const sweeps = app().plugin('scoring').service('sweeps') as {
    run(now: number): Promise<{ posted: number; voided: number }>
  }
  return sweeps.run(at)
}
const posters = (count: number, at: number) => times(count, () => sweep(at))

/** A line on notice, entered `daysAgo` days ago so that it ends by itself. */
const pastNotice = (data: object, daysAgo = 6) =>
  atTime(Date.now() - daysAgo * DAY_MS, () => {
    const occurredAt = new Date(Date.now() - (daysAgo + 1) * DAY_MS).toISOString()
    return noticed(village, { ...data, occurredAt })
  })

describe('the notice', () => {
  test('is public, with masked names, without what was taken away', async () => {
    const card = takeCard(village)
    const line = await noticed(village, scoreOf(card, 'R-NONE', { note: '清理河道' }))
    const minus = await noticed(village, scoreOf(card, 'R-MINUS'))
    const waiting = await recorded(village.admin, scoreOf(card, 'R-NONE'))
    const lines = await notice(nobody())
    const shown = lines.find(({ documentId }) => documentId === line.documentId)
    expect(shown).toMatchObject({
      number: line.number,
      site: { code: village.site },
      rule: { code: 'R-NONE' },
      points: 2,
      reason: '清理河道',
      until: line.noticeEndsAt,
      held: false,
    })
    expect(shown?.holder).toMatch(/^马\*+/)
    expect(JSON.stringify(lines)).not.toContain(card.holder.name)
    expect(JSON.stringify(lines)).not.toContain(card.number)
    const ids = lines.map(({ documentId }) => documentId)
    expect(ids).not.toContain(minus.documentId)
    expect(ids).not.toContain(waiting.documentId)
    const resident = await makeAccount('resident', village.site, card.holder.household)
    expect((await notice(resident)).map(({ documentId }) => documentId)).not.toContain(minus.documentId)
    expect((await notice(village.supervisor)).map(({ documentId }) => documentId)).toContain(minus.documentId)
    expect((await notice(await as('points-supervisor'))).map(({ documentId }) => documentId)).not.toContain(
      minus.documentId,
    )
  })

  test('comes with the head of the ledger, page by page', async () => {
    const reply = await nobody().get(`/api/scoring/notices?site=${village.site}&pagination[pageSize]=1`)
    const { meta } = reply.body as { meta: { head: string; site: { code: string }; pagination: { total: number } } }
    expect(meta.head).toMatch(/^[0-9a-f]{64}$/)
    expect(meta.site.code).toBe(village.site)
    expect(meta.pagination.total).toBeGreaterThanOrEqual(1)
    expect(refusalOf(await nobody().get('/api/scoring/notices?site=999'))).toBe('422 site_unknown')
    expect(refusalOf(await nobody().get('/api/scoring/notices?sites=640402'))).toBe('400 invalid')
    expect(refusalOf(await nobody().get('/api/scoring/notices?pagination[pageSize]=1000'))).toBe('400 invalid')
  })
})

describe('an objection', () => {
  test('is filed once by whoever lives in the village, and holds that line alone', async () => {
    const card = takeCard(village)
    const [line, other] = [
      await noticed(village, scoreOf(card, 'R-NONE')),
      await noticed(village, scoreOf(card, 'R-NONE')),
    ]
    const neighbour = await makeAccount('resident', village.site, takeCard(village).holder.household)
    const away = await as('resident')
    expect(refusalOf(await object(away, line, { reason: '没看见他来' }))).toBe('404 not_found')
    expect(refusalOf(await object(village.supervisor, line, { reason: '没看见他来' }))).toBe('403 role_not_allowed')
    expect(refusalOf(await object(village.admin, line, { reason: '没看见他来' }))).toBe('422 by_missing')
    const replies = await times(5, () => object(neighbour, line, { reason: '没看见他来' }))
    expect(statuses(replies)).toEqual({ 201: 1, 409: 4 })
    const filed = dataOf<Objection>(there(replies.find(({ status }) => status === 201)))
    expect(filed).toMatchObject({ state: 'open', reason: '没看见他来', decision: null, allowed: [] })
    // Of somebody else's record, a resident gets what the notice shows.
    expect(filed.record).toMatchObject({ state: 'held', card: { number: '', household: '' }, evidence: [] })
    expect(JSON.stringify(filed)).not.toContain(card.holder.name)
    expect(refusalOf(await object(village.admin, line, { reason: '不是他', by: '马老五' }))).toBe(
      '409 already_objected',
    )
    expect([await stateOf(line), await stateOf(other)]).toEqual(['held', 'noticed'])
    expect((await notice(nobody())).find(({ documentId }) => documentId === line.documentId)?.held).toBe(true)
  })

  test('is decided by a supervisor who has nothing to do with it', async () => {
    const card = takeCard(village)
    const line = await noticed(village, scoreOf(card, 'R-CAP', { quantity: 4 }))
    const objecting = takeCard(village).holder.household
    const neighbour = await makeAccount('resident', village.site, objecting)
    const filed = dataOf<Objection>(await object(neighbour, line, { reason: '日子不对' }))
    expect(refusalOf(await decide(village.admin, filed, 'uphold'))).toBe('403 role_not_allowed')
    const kin = await makeAccount('points-supervisor', village.site, card.holder.household)
    expect(refusalOf(await decide(kin, filed, 'dismiss'))).toBe('403 same_household')
    const sameAsObjector = await makeAccount('points-supervisor', village.site, objecting)
    expect(refusalOf(await decide(sameAsObjector, filed, 'uphold'))).toBe('403 same_household')
    const listed = dataOf<Objection[]>(await village.supervisor.get('/api/scoring/objections?filters[state][$eq]=open'))
    expect(listed.find(({ documentId }) => documentId === filed.documentId)?.allowed).toEqual(['uphold', 'dismiss'])
    const replies = await times(5, () => decide(village.supervisor, filed, 'uphold', '确实不对'))
    expect(statuses(replies)).toEqual({ 200: 1, 409: 4 })
    expect(await stateOf(line)).toBe('voided')
    expect(await capsOf(card)).toBe(0)
    const detail = dataOf<ScoreRecordDetail>(await village.reviewer.get(`/api/scoring/records/${line.documentId}`))
    expect(detail.events.map(({ verb, to }) => [verb, to])).toEqual([
      ['record', 'recorded'],
      ['approve', 'noticed'],
      ['object', 'held'],
      ['uphold', 'voided'],
    ])
  })

  test('that is dismissed leaves the line on notice until the same end, and it may be objected to again', async () => {
    const line = await noticed(village, scoreOf(takeCard(village), 'R-NONE'))
    const filed = dataOf<Objection>(await object(village.admin, line, { reason: '听说不是', by: '马老五' }))
    expect(filed.by).toBe('马老五')
    const dismissed = dataOf<Objection>(await decide(village.supervisor, filed, 'dismiss', '有照片为证'))
    expect(dismissed).toMatchObject({ state: 'dismissed', decision: { reason: '有照片为证' } })
    expect(dismissed.record).toMatchObject({ state: 'noticed', noticeEndsAt: line.noticeEndsAt })
    expect((await object(village.admin, line, { reason: '还是不服', by: '马老五' })).status).toBe(201)
  })

  test('comes too late when the notice is over', async () => {
    const line = await pastNotice(scoreOf(takeCard(village), 'R-NONE'))
    expect(refusalOf(await object(village.admin, line, { reason: '才看到', by: '马老五' }))).toBe('409 notice_over')
    await sweep(Date.now())
    const late = await object(village.admin, line, { reason: '才看到', by: '马老五' })
    expect(refusalOf(late)).toBe('409 notice_over')
    expect(detailsOf(late)).toMatchObject({ record: { state: 'posted' } })
  })
})

describe('posting', () => {
  test('waits for the end of the notice, and leaves what is held', async () => {
    const card = takeCard(village)
    const [line, held] = [
      await noticed(village, scoreOf(card, 'R-NONE')),
      await noticed(village, scoreOf(card, 'R-NONE')),
    ]
    dataOf(await object(village.admin, held, { reason: '要查一查', by: '马老五' }))
    await sweep(Date.parse(line.noticeEndsAt ?? '') - 1)
    expect(await stateOf(line)).toBe('noticed')
    await sweep(Date.parse(line.noticeEndsAt ?? ''))
    expect([await stateOf(line), await stateOf(held)]).toEqual(['posted', 'held'])
    expect(await balanceOf(card)).toBe(2)
    const { closedAt, allowed } = dataOf<ScoreRecord>(
      await village.reviewer.get(`/api/scoring/records/${line.documentId}`),
    )
    expect([closedAt === null, allowed]).toEqual([false, []])
  })

  test('by hand is the supervisor’s, in the own site', async () => {
    await pastNotice(scoreOf(takeCard(village), 'R-NONE'))
    expect(refusalOf(await close(village.admin))).toBe('403 role_not_allowed')
    expect(refusalOf(await close(await as('points-supervisor')))).toBe('403 site_not_yours')
    expect(refusalOf(await close(village.supervisor, '123456'))).toBe('422 site_unknown')
    const closed = dataOf<ClosedNotice>(await close(village.supervisor))
    expect(closed.posted).toBeGreaterThanOrEqual(1)
    expect(dataOf<ClosedNotice>(await close(village.supervisor))).toEqual({ posted: 0, voided: 0 })
  })

  test('by several posters at once posts each line once', async () => {
    const cards = [takeCard(village), takeCard(village), takeCard(village)]
    const lines = await Promise.all(
      Array.from({ length: 30 }, (_, at) => noticed(village, scoreOf(there(cards[at % 3]), 'R-NONE'))),
    )
    const at = Date.now() + AFTER_NOTICE_MS
    const [swept, byHand] = await Promise.all([
      posters(4, at),
      atTime(at, () => times(2, () => close(village.supervisor))),
    ])
    const posted = [...swept, ...byHand.map((reply) => dataOf<ClosedNotice>(reply))].reduce(
      (sum, one) => sum + one.posted,
      0,
    )
    expect(posted).toBeGreaterThanOrEqual(30)
    expect(await Promise.all(cards.map(balanceOf))).toEqual([20, 20, 20])
    const ids = lines.map(({ documentId }) => documentId)
    const transfers = await db()('scoring_transfers').whereIn('record_id', ids).select('record_id')
    expect(transfers).toHaveLength(30)
    const events = (await db()('scoring_record_events').whereIn('record_id', ids).where({ verb: 'post' })) as unknown[]
    expect(events).toHaveLength(30)
  })

  test('follows a card that was replaced, and voids what has no card any more', async () => {
    const [lost, gone] = [takeCard(village), takeCard(village)]
    const [toSuccessor, toNobody] = [
      await noticed(village, scoreOf(lost, 'R-NONE')),
      await noticed(village, scoreOf(gone, 'R-CAP')),
    ]
    const replaced = dataOf<Card>(
      await village.admin.post(`/api/scoring/cards/${lost.number}/replace`, { data: { reason: '卡丢了' } }),
    )
    dataOf(await village.admin.post(`/api/scoring/cards/${gone.number}/close`, { data: { reason: '搬走了' } }))
    expect(refusalOf(await record(village.admin, scoreOf(lost, 'R-NONE')))).toBe('422 card_closed')
    const swept = await sweep(Date.now() + AFTER_NOTICE_MS)
    expect(swept.voided).toBe(1)
    expect([await stateOf(toSuccessor), await stateOf(toNobody)]).toEqual(['posted', 'voided'])
    expect([await balanceOf(replaced), await balanceOf(lost), await balanceOf(gone)]).toEqual([2, 0, 0])
    expect(await capsOf(gone)).toBe(0)
    const { events } = dataOf<ScoreRecordDetail>(
      await village.reviewer.get(`/api/scoring/records/${toNobody.documentId}`),
    )
    expect(events.at(-1)).toMatchObject({ verb: 'post', to: 'voided', data: { because: 'card_closed' } })
  })

  test('of a deduction takes at most what the card has', async () => {
    const card = takeCard(village)
    await noticed(village, scoreOf(card, 'R-NONE', { quantity: 2 }))
    await sweep(Date.now() + AFTER_NOTICE_MS)
    const [first, second] = [
      await noticed(village, scoreOf(card, 'R-MINUS')),
      await noticed(village, scoreOf(card, 'R-MINUS', { quantity: 5 })),
    ]
    await sweep(Date.now() + AFTER_NOTICE_MS)
    expect([await stateOf(first), await stateOf(second)]).toEqual(['posted', 'posted'])
    expect(await balanceOf(card)).toBe(0)
    const taken = (await db()('scoring_transfers')
      .whereIn('record_id', [first.documentId, second.documentId])
      .sum({ sum: 'points' })
      .first()) as { sum: number | string }
    expect(Number(taken.sum)).toBe(4)
  })

  test('is undone by a reversal, which voids the record and gives its cap back', async () => {
    const card = takeCard(village)
    const line = await noticed(village, scoreOf(card, 'R-CAP', { quantity: 5 }))
    await sweep(Date.now() + AFTER_NOTICE_MS)
    const row = (await db()('scoring_records').where({ document_id: line.documentId }).first('transfer_id')) as {
      transfer_id: string
    }
    const reverse = () =>
      village.supervisor.post(`/api/scoring/transfers/${row.transfer_id}/reverse`, { data: { reason: '记错了' } })
    expect(statuses(await times(3, reverse))).toEqual({ 200: 1, 409: 2 })
    expect(await stateOf(line)).toBe('voided')
    expect([await balanceOf(card), await capsOf(card)]).toEqual([0, 0])
  })
})
