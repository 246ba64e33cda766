import { randomUUID } from 'node:crypto'
import type { BatchLine, ScoreRecord, ScoreRecordDetail } from '@practice/scoring/contracts'
import { as, nobody } from '../support/api'
import { dataOf, db, detailsOf, refusalOf } from './dispatch-support'
import type { TestVillage } from './points-village'
import {
  actOn,
  capsOf,
  DAY_MS,
  HOUR_MS,
  makeActivity,
  makeOrder,
  noticed,
  pendingOf,
  record,
  recorded,
  recordingVillage,
  scoreOf,
  statuses,
  takeCard,
  uploadFile,
  writeRules,
  there,
} from './scoring-records-support'
import { makeAccount, times } from './scoring-shop-support'

let village: TestVillage
let elsewhere: TestVillage

beforeAll(async () => {
  village = await recordingVillage(40)
  elsewhere = await recordingVillage(2)
})

afterAll(async () => {
  // Whatever was recorded, refused, withdrawn or raced for.
  const { kept, summed } = await pendingOf(village.site)
  expect(kept).toBe(summed)
})

describe('recording one score', () => {
  test('gives a record with its points and what one may do', async () => {
    const card = takeCard(village)
    const photo = await uploadFile(village.tokens.admin)
    const reply = await record(
      village.admin,
      scoreOf(card, 'R-PHOTO', { quantity: 3, evidence: [photo], note: ' 扫雪 ' }),
    )
    expect(reply.status).toBe(201)
    const made = dataOf<ScoreRecord>(reply)
    expect(made).toMatchObject({
      state: 'recorded',
      version: 1,
      card: { number: card.number, holder: card.holder.name, household: card.holder.household },
      site: { code: village.site },
      rule: { code: 'R-PHOTO', name: '事项R-PHOTO' },
      theme: 'service',
      kind: 'reward',
      quantity: 3,
      points: 15,
      note: '扫雪',
      member: null,
      source: null,
      review: null,
      noticeEndsAt: null,
      allowed: ['withdraw'],
    })
    expect(made.number).toMatch(/^\d{8}-\d{4,}$/)
    expect(made.evidence).toMatchObject([{ documentId: photo, mime: 'image/png' }])
    const detail = dataOf<ScoreRecordDetail>(await village.reviewer.get(`/api/scoring/records/${made.documentId}`))
    expect(detail.allowed).toEqual(['approve', 'reject'])
    expect(detail.events).toMatchObject([{ verb: 'record', from: null, to: 'recorded', note: '扫雪' }])
    const [audit] = (await db()('access_audit_entries').where({ subject_id: made.documentId })) as { action: string }[]
    expect(audit?.action).toBe('record')
  })

  test('counts once under a key, and refuses the key with another score', async () => {
    const data = scoreOf(takeCard(village), 'R-NONE')
    const key = { 'Idempotency-Key': randomUUID() }
    const replies = await times(5, () => record(village.admin, data, key))
    expect(statuses(replies)).toEqual({ 201: 1, 200: 4 })
    expect(new Set(replies.map((reply) => dataOf<ScoreRecord>(reply).documentId)).size).toBe(1)
    expect(refusalOf(await record(village.admin, { ...data, quantity: 2 }, key))).toBe('409 key_reused')
    expect(refusalOf(await record(village.admin, data, { 'Idempotency-Key': 'short' }))).toBe('400 invalid')
  })

  test('is refused in the order of the rules', async () => {
    const card = takeCard(village)
    const ask = async (data: object, caller = village.admin) => refusalOf(await record(caller, data))
    expect(await ask(scoreOf({ number: '640402100207-9999' }, 'R-NONE'))).toBe('404 card_unknown')
    expect(await ask(scoreOf(takeCard(elsewhere), 'R-NONE'))).toBe('404 card_unknown')
    expect(await ask(scoreOf(card, 'R-NONE'), village.reviewer)).toBe('403 role_not_allowed')
    const own = await makeAccount('village-admin', village.site, card.holder.household)
    expect(await ask(scoreOf(card, 'R-NONE'), own)).toBe('403 same_household')
    expect(await ask(scoreOf(card, 'R-00'))).toBe('422 rule_unknown')
    expect(await ask(scoreOf(card, 'R-OFF'))).toBe('422 rule_inactive')
    const at = (ms: number) => ({ occurredAt: new Date(Date.now() + ms).toISOString() })
    expect(await ask(scoreOf(card, 'R-NONE', at(HOUR_MS)))).toBe('422 occurred_in_future')
    expect(await ask(scoreOf(card, 'R-NONE', at(-370 * DAY_MS)))).toBe('422 occurred_too_early')
    expect(await ask(scoreOf(card, 'R-PHOTO'))).toBe('422 evidence_missing')
    expect(await ask(scoreOf(card, 'R-PHOTO', { evidence: ['nosuchfile'] }))).toBe('422 file_unknown')
    expect(await ask(scoreOf(card, 'R-NONE', { member: '王某某' }))).toBe('422 member_unknown')
    expect(await ask(scoreOf(card, 'R-CAP', { quantity: 11 }))).toBe('422 cap_reached')
    expect(await ask(scoreOf(card, 'R-NONE', { quantity: 0 }))).toBe('400 invalid')
    expect(await ask({ ...scoreOf(card, 'R-NONE'), points: 100 })).toBe('400 invalid')
    expect(refusalOf(await record(nobody(), scoreOf(card, 'R-NONE')))).toMatch(/^40[13] /)
  })

  test('takes a file once, and only from whoever uploaded it', async () => {
    const card = takeCard(village)
    const photo = await uploadFile(village.tokens.admin)
    const other = await makeAccount('village-admin', village.site)
    const data = scoreOf(card, 'R-PHOTO', { evidence: [photo] })
    expect(refusalOf(await record(other, data))).toBe('422 file_unknown')
    await recorded(village.admin, data)
    expect(refusalOf(await record(village.admin, data))).toBe('422 file_unknown')
    expect(await capsOf(card)).toBe(0)
  })

  test('comes from an archived order once, from an activity when it is over', async () => {
    const card = takeCard(village)
    const [archived, open] = [await makeOrder(village.site, 'archived'), await makeOrder(village.site, 'completed')]
    const from = (type: string, { documentId }: { documentId: string }) => ({ source: { type, documentId } })
    const ask = async (rule: string, changes: object) =>
      refusalOf(await record(village.admin, scoreOf(card, rule, changes)))
    expect(await ask('R-ORDER', {})).toBe('422 evidence_missing')
    expect(await ask('R-ORDER', from('order', open))).toBe('422 source_not_archived')
    expect(await ask('R-ORDER', from('order', await makeOrder('640402101200', 'archived')))).toBe('422 source_unknown')
    const tries = await times(5, () => record(village.admin, scoreOf(card, 'R-ORDER', from('order', archived))))
    expect(statuses(tries)).toEqual({ 201: 1, 422: 4 })
    expect(tries.filter(({ status }) => status === 422).map(refusalOf)).toEqual(Array(4).fill('422 source_used'))
    const [over, running] = [await makeActivity(village.site, 5, 2), await makeActivity(village.site, 1, 3)]
    expect(await ask('R-HOUR', from('activity', running))).toBe('422 source_not_over')
    expect(await ask('R-HOUR', { ...from('activity', over), quantity: 3 })).toBe('422 hours_beyond_span')
    const made = await recorded(village.admin, scoreOf(card, 'R-HOUR', { ...from('activity', over), quantity: 2 }))
    expect(made).toMatchObject({ points: 20, source: { type: 'activity', documentId: over.documentId } })
    // Withdrawn, the order may be counted again.
    const counted = dataOf<ScoreRecord>(there(tries.find(({ status }) => status === 201)))
    dataOf(await actOn(village.admin, counted, 'withdraw', { reason: '记错了人' }))
    await recorded(village.admin, scoreOf(card, 'R-ORDER', from('order', archived)))
  })
})

describe('recording in batch', () => {
  test('keeps the sound lines and says why not of the others', async () => {
    const card = takeCard(village)
    const lines = [
      scoreOf(card, 'R-NONE'),
      scoreOf(card, 'R-PHOTO'),
      { card: card.number },
      scoreOf(card, 'R-CAP', { quantity: 6 }),
      scoreOf(card, 'R-CAP', { quantity: 6 }),
    ]
    const reply = await village.admin.post('/api/scoring/records/batch', { data: lines })
    expect(reply.status).toBe(201)
    const outcome = dataOf<BatchLine[]>(reply)
    expect(outcome.map((line) => (line.ok ? line.record.points : line.code))).toEqual([
      2,
      'evidence_missing',
      'invalid',
      6,
      'cap_reached',
    ])
    expect(outcome[4]).toMatchObject({ details: { cap: 10, used: 6, points: 6 } })
    expect(outcome[2]).toMatchObject({
      details: { errors: expect.arrayContaining([expect.objectContaining({ path: ['rule'] })]) },
    })
  })

  test('counts each line once under the key of the batch', async () => {
    const card = takeCard(village)
    const lines = [scoreOf(card, 'R-NONE'), scoreOf(card, 'R-OFF'), scoreOf(card, 'R-NONE', { quantity: 2 })]
    const key = { 'Idempotency-Key': randomUUID() }
    const send = () => village.admin.post('/api/scoring/records/batch', { data: lines }, key)
    const replies = [await send(), ...(await times(3, send))]
    expect(statuses(replies)).toEqual({ 201: 1, 200: 3 })
    const ids = replies.map((reply) =>
      dataOf<BatchLine[]>(reply).map((line) => (line.ok ? line.record.documentId : line.code)),
    )
    expect(new Set(ids.map((one) => JSON.stringify(one))).size).toBe(1)
    const kept = await db()('scoring_records').where({ card_number: card.number }).count({ count: '*' }).first()
    expect(Number(kept?.count)).toBe(2)
    const other = await village.admin.post('/api/scoring/records/batch', { data: lines.slice(1) }, key)
    expect(refusalOf(other)).toBe('409 key_reused')
    const tooMany = Array.from({ length: 101 }, () => lines[0])
    expect(refusalOf(await village.admin.post('/api/scoring/records/batch', { data: tooMany }))).toBe('400 invalid')
  })
})

describe('caps and budgets', () => {
  test('twenty who record to the cap at once stop at the cap', async () => {
    const card = takeCard(village)
    const replies = await times(20, () => record(village.admin, scoreOf(card, 'R-CAP')))
    expect(statuses(replies)).toEqual({ 201: 10, 422: 10 })
    expect(replies.filter(({ status }) => status === 422).map(refusalOf)).toEqual(Array(10).fill('422 cap_reached'))
    expect(await capsOf(card)).toBe(10)
    // What is taken back may be given again: withdrawn and rejected alike.
    const [first, second] = replies.filter(({ status }) => status === 201).map((reply) => dataOf<ScoreRecord>(reply))
    dataOf(await actOn(village.admin, there(first), 'withdraw', { reason: '记重了' }))
    dataOf(await actOn(village.reviewer, there(second), 'reject', { reason: '没有这回事' }))
    expect(await capsOf(card)).toBe(8)
    await recorded(village.admin, scoreOf(card, 'R-CAP', { quantity: 2 }))
    expect(refusalOf(await record(village.admin, scoreOf(card, 'R-CAP')))).toBe('422 cap_reached')
    // Another month is another cap.
    const before = new Date(Date.now() - 40 * DAY_MS).toISOString()
    await recorded(village.admin, scoreOf(card, 'R-CAP', { occurredAt: before, quantity: 10 }))
  })

  test('twenty who record to the budget at once stop at the budget, and are told the figures', async () => {
    const poor = await recordingVillage(4, { outstandingBudget: 15 })
    const [card] = poor.cards
    const replies = await times(20, () => record(poor.admin, scoreOf(there(card), 'R-NONE')))
    expect(statuses(replies)).toEqual({ 201: 7, 422: 13 })
    const refused = there(replies.find(({ status }) => status === 422))
    expect(detailsOf(refused)).toMatchObject({
      code: 'budget_exceeded',
      budget: 15,
      outstanding: 0,
      pending: 14,
      points: 2,
    })
    // A deduction asks for nothing.
    await recorded(poor.admin, scoreOf(there(card), 'R-MINUS'))
    await writeRules(poor.site, { outstandingBudget: 16 })
    await recorded(poor.admin, scoreOf(there(card), 'R-NONE'))
    expect(await pendingOf(poor.site)).toEqual({ kept: 16, summed: 16 })
  })
})

describe('reviewing', () => {
  test('is for a reviewer of another household, who did not record it', async () => {
    const card = takeCard(village)
    const made = await recorded(village.admin, scoreOf(card, 'R-NONE'))
    expect(refusalOf(await actOn(village.admin, made, 'approve'))).toBe('403 role_not_allowed')
    expect(refusalOf(await actOn(village.supervisor, made, 'approve'))).toBe('403 role_not_allowed')
    expect(refusalOf(await actOn(village.reviewer, made, 'withdraw', { reason: '不对' }))).toBe('403 role_not_allowed')
    const kin = await makeAccount('points-reviewer', village.site, card.holder.household)
    expect(refusalOf(await actOn(kin, made, 'approve'))).toBe('403 same_household')
    const stranger = await as('points-reviewer')
    expect(refusalOf(await actOn(stranger, made, 'approve'))).toBe('404 not_found')
    expect(refusalOf(await actOn(village.reviewer, made, 'reject'))).toBe('400 invalid')
    expect(refusalOf(await actOn(village.reviewer, made, 'bless'))).toBe('404 not_found')
    const approved = dataOf<ScoreRecord>(await actOn(village.reviewer, made, 'approve'))
    expect(approved).toMatchObject({ state: 'noticed', version: 2, allowed: [] })
    // 24:00 in China of the third day after.
    const until = Date.parse(approved.noticeEndsAt ?? '')
    expect((until + 8 * HOUR_MS) % DAY_MS).toBe(0)
    expect(until - Date.now()).toBeGreaterThan(3 * DAY_MS)
    expect(until - Date.now()).toBeLessThanOrEqual(4 * DAY_MS)
  })

  test('twenty who approve at once approve it once, and the others are shown how it stands', async () => {
    const made = await recorded(village.admin, scoreOf(takeCard(village), 'R-NONE'))
    const replies = await times(20, () => actOn(village.reviewer, made, 'approve'))
    expect(statuses(replies)).toEqual({ 200: 1, 409: 19 })
    for (const reply of replies.filter(({ status }) => status === 409)) {
      expect(detailsOf(reply)).toMatchObject({ record: { state: 'noticed', version: 2 } })
    }
    const events = await db()('scoring_record_events').where({ record_id: made.documentId }).orderBy('sequence')
    expect(events.map(({ verb, sequence }: { verb: string; sequence: number }) => [verb, sequence])).toEqual([
      ['record', 1],
      ['approve', 2],
    ])
  })

  test('a detail tells what is left of the cap and what the holder got in the same month', async () => {
    const card = takeCard(village)
    const one = await recorded(village.admin, scoreOf(card, 'R-CAP', { quantity: 4 }))
    const two = await recorded(village.admin, scoreOf(card, 'R-CAP', { quantity: 3 }))
    const detail = dataOf<ScoreRecordDetail>(await village.reviewer.get(`/api/scoring/records/${one.documentId}`))
    expect(detail.cap).toEqual({ perMonth: 10, used: 7 })
    expect(detail.sameMonth.map(({ documentId }) => documentId)).toEqual([two.documentId])
    const uncapped = await recorded(village.admin, scoreOf(card, 'R-NONE'))
    const other = dataOf<ScoreRecordDetail>(await village.reviewer.get(`/api/scoring/records/${uncapped.documentId}`))
    expect(other.cap).toBeNull()
    expect(other.sameMonth).toHaveLength(2)
  })
})

describe('lists', () => {
  test('show each role what is its own', async () => {
    const card = takeCard(village)
    const made = await noticed(village, scoreOf(card, 'R-NONE'))
    const resident = await makeAccount('resident', village.site, card.holder.household)
    const idsFor = async (caller: typeof resident, query = '') => {
      const reply = await caller.get(`/api/scoring/records?pagination[pageSize]=100${query}`)
      return dataOf<ScoreRecord[]>(reply).map(({ documentId }) => documentId)
    }
    expect(await idsFor(resident)).toEqual([made.documentId])
    const other = takeCard(village)
    const neighbour = await makeAccount('resident', village.site, other.holder.household)
    expect(await idsFor(neighbour)).toEqual([])
    expect(await idsFor(village.reviewer, `&filters[card][$eq]=${card.number}`)).toEqual([made.documentId])
    expect(
      await idsFor(await as('county-dispatcher'), `&filters[site][$eq]=${village.site}&filters[state][$eq]=noticed`),
    ).toContain(made.documentId)
    expect(await idsFor(await as('points-reviewer'))).not.toContain(made.documentId)
    expect(refusalOf(await (await as('county-editor')).get('/api/scoring/records'))).toBe('403 role_not_allowed')
    expect(refusalOf(await village.reviewer.get('/api/scoring/records?filters[points][$gt]=1'))).toBe('400 invalid')
  })

  test('give the reviewer the oldest first, and the village the last five of a recorder', async () => {
    const queue = await village.reviewer.get(
      '/api/scoring/records?filters[state][$eq]=recorded&sort=recordedAt:asc&pagination[pageSize]=100',
    )
    const times = dataOf<ScoreRecord[]>(queue).map(({ recordedAt }) => Date.parse(recordedAt))
    expect(times).toEqual([...times].sort((left, right) => left - right))
    expect(queue.body).toMatchObject({ meta: { pagination: { page: 1, pageSize: 100, total: times.length } } })
    const admin = `admin-${village.site}`
    const last = await village.admin.get(
      `/api/scoring/records?filters[recordedBy][$eq]=${admin}&sort=recordedAt:desc&pagination[pageSize]=5&pagination[withCount]=false`,
    )
    expect(dataOf<ScoreRecord[]>(last)).toHaveLength(5)
    expect(last.body).toMatchObject({ meta: { pagination: { page: 1, pageSize: 5 } } })
  })
})
