import type { Objection, ScoreRecord } from '@practice/scoring/contracts'
import { app, as, type Caller } from '../support/api'
import { dataOf, db, refusalOf, VILLAGE } from './dispatch-support'
import { callerOf, cardNumberOf, makeVillager, POINTS, recordedFor } from './outside-points-support'
import { send, tokenFor } from './outside-support'
import { uploadFile } from './scoring-records-support'

/** Nobody decides what concerns their own household, nor what they had a hand in; and who may open what was filed. */

const REASON = { reason: '从外面试一试' }
const HOUSEHOLD = { reviewer: `${VILLAGE}-H002`, supervisor: `${VILLAGE}-H003`, neighbour: `${VILLAGE}-H036` }

let village: Caller
let reviewer: Caller
let supervisor: Caller

beforeAll(async () => {
  ;[village, reviewer, supervisor] = (await Promise.all(
    ['village-admin', 'points-reviewer', 'points-supervisor'].map(as),
  )) as [Caller, Caller, Caller]
})

const photo = async (account = 'village-admin') => uploadFile(await tokenFor(account))
const recordOf = async (household: string, caller = village) =>
  recordedFor(caller, await cardNumberOf(household), [await photo()])
const act = (caller: Caller, { documentId }: { documentId: string }, verb: string, data: object = REASON) =>
  caller.post(`${POINTS}/records/${documentId}/${verb}`, { data })
const decide = (caller: Caller, { documentId }: { documentId: string }, verb: string) =>
  caller.post(`${POINTS}/objections/${documentId}/${verb}`, { data: REASON })
const seenBy = async (caller: Caller, { documentId }: { documentId: string }) =>
  dataOf<ScoreRecord>(await caller.get(`${POINTS}/records/${documentId}`))

/** A line that somebody objects to, approved by this reviewer. */
async function heldFor(household: string, objector: Caller, approver = reviewer): Promise<Objection> {
  const made = await recordOf(household)
  dataOf(await act(approver, made, 'approve'))
  return dataOf<Objection>(await act(objector, made, 'objections', { ...REASON, by: '一位村民' }))
}

test('what is recorded for the reviewer’s own household, another reviewer decides', async () => {
  const made = await recordOf(HOUSEHOLD.reviewer)
  expect((await seenBy(reviewer, made)).allowed).toEqual([])
  expect(refusalOf(await act(reviewer, made, 'approve', {}))).toBe('403 same_household')
  expect(refusalOf(await act(reviewer, made, 'reject'))).toBe('403 same_household')
  expect(await seenBy(reviewer, made)).toMatchObject({ state: 'recorded', version: made.version })
  const second = await makeVillager('points-reviewer', `${VILLAGE}-H004`)
  expect(dataOf<ScoreRecord>(await act(second.caller, made, 'reject')).state).toBe('rejected')
})

test('nobody approves what they recorded: not a reviewer, nor an admin who has become one', async () => {
  const number = await cardNumberOf(HOUSEHOLD.neighbour)
  const score = { card: number, rule: 'R1-01', occurredAt: '2026-11-20T00:00:00Z' }
  expect(refusalOf(await reviewer.post(`${POINTS}/records`, { data: score }))).toBe('403 role_not_allowed')
  const promoted = await makeVillager('village-admin')
  const made = await recordedFor(promoted.caller, number, [await uploadFile(await tokenFor(promoted.username))])
  await promoted.become('points-reviewer')
  expect((await seenBy(promoted.caller, made)).allowed).toEqual([])
  expect(refusalOf(await act(promoted.caller, made, 'approve', {}))).toBe('403 own_record')
  expect(refusalOf(await act(promoted.caller, made, 'reject'))).toBe('403 own_record')
  expect(refusalOf(await act(promoted.caller, made, 'withdraw'))).toBe('403 role_not_allowed')
  expect(dataOf<ScoreRecord>(await act(reviewer, made, 'reject')).state).toBe('rejected')
})

describe('an objection', () => {
  test('to a line of the supervisor’s own household, another supervisor decides', async () => {
    const objection = await heldFor(HOUSEHOLD.supervisor, await as('resident'))
    for (const verb of ['uphold', 'dismiss']) {
      expect(refusalOf(await decide(supervisor, objection, verb))).toBe('403 same_household')
    }
    const second = await makeVillager('points-supervisor', `${VILLAGE}-H004`)
    const upheld = dataOf<Objection>(await decide(second.caller, objection, 'uphold'))
    expect(upheld).toMatchObject({ state: 'upheld', record: { state: 'voided' } })
  })

  test('by the supervisor’s own household is decided by another, too', async () => {
    const kin = await makeVillager('resident', HOUSEHOLD.supervisor)
    const objection = await heldFor(HOUSEHOLD.neighbour, kin.caller)
    expect(objection.by).toBe('何人')
    expect(refusalOf(await decide(supervisor, objection, 'uphold'))).toBe('403 same_household')
    const second = await makeVillager('points-supervisor')
    expect(dataOf<Objection>(await decide(second.caller, objection, 'uphold')).state).toBe('upheld')
  })

  test('is not decided by a supervisor who approved the line, nor by one who recorded it', async () => {
    const turned = await makeVillager('points-reviewer')
    const resident = await as('resident')
    const objection = await heldFor(HOUSEHOLD.neighbour, resident, turned.caller)
    await turned.become('points-supervisor')
    for (const verb of ['uphold', 'dismiss']) {
      expect(refusalOf(await decide(turned.caller, objection, verb))).toBe('403 was_reviewer')
    }
    const recorder = await makeVillager('village-admin')
    const number = await cardNumberOf(HOUSEHOLD.neighbour)
    const made = await recordedFor(recorder.caller, number, [await uploadFile(await tokenFor(recorder.username))])
    dataOf(await act(reviewer, made, 'approve'))
    const other = dataOf<Objection>(await act(resident, made, 'objections', REASON))
    await recorder.become('points-supervisor')
    expect(refusalOf(await decide(recorder.caller, other, 'dismiss'))).toBe('403 own_record')
    for (const one of [objection, other]) dataOf(await decide(supervisor, one, 'uphold'))
  })
})

test('a supervisor leaves the own household’s card and points to another', async () => {
  const number = await cardNumberOf(HOUSEHOLD.supervisor)
  const freeze = await supervisor.post(`${POINTS}/cards/${number}/freeze`, { data: REASON })
  expect(refusalOf(freeze)).toBe('403 same_household')
  const post = (await db()('scoring_transfers').where({ card_number: number, kind: 'post' }).first('document_id')) as
    { document_id: string } | undefined
  expect(post).toBeDefined()
  const reverse = await supervisor.post(`${POINTS}/transfers/${post?.document_id}/reverse`, { data: REASON })
  expect(refusalOf(reverse)).toBe('403 same_household')
})

test('an admin records nothing for, and gives no goods to, the own household', async () => {
  const kin = await makeVillager('village-admin', HOUSEHOLD.neighbour)
  const card = await cardNumberOf(HOUSEHOLD.neighbour)
  const score = { card, rule: 'R1-01', occurredAt: '2026-11-20T00:00:00Z' }
  expect(refusalOf(await kin.caller.post(`${POINTS}/records`, { data: score }))).toBe('403 same_household')
  const lines = [{ goods: `${VILLAGE}-S1-G001`, quantity: 1 }]
  const redeem = { card, shop: `${VILLAGE}-S1`, lines }
  const reply = await kin.caller.post(`${POINTS}/redemptions`, { data: redeem }, { 'Idempotency-Key': 'own-household' })
  expect(refusalOf(reply)).toBe('403 same_household')
  const made = await recordOf(HOUSEHOLD.neighbour)
  expect(refusalOf(await act(kin.caller, made, 'withdraw'))).toBe('403 same_household')
  dataOf(await act(village, made, 'withdraw'))
})

describe('evidence', () => {
  /** Who may read the record of a neighbour, and so its picture. */
  const READERS: Readonly<Record<string, number>> = {
    'county-editor': 404,
    'county-dispatcher': 200,
    'town-officer': 200,
    'village-admin': 200,
    'team-leader': 404,
    'points-reviewer': 200,
    'points-supervisor': 200,
    leader: 200,
    resident: 404,
    nobody: 404,
    'village-admin-2': 404,
    'town-officer-2': 404,
  }
  const urlOf = async (documentId: string) => {
    const row = (await app().db.connection('files').where({ document_id: documentId }).first('url')) as { url: string }
    return row.url
  }
  const open = async (account: string, url: string) =>
    (await send('GET', url, account === 'nobody' ? null : await tokenFor(account))).status

  test('is opened by whoever reads the record, and before that by its uploader alone', async () => {
    const file = await photo()
    const url = await urlOf(file)
    for (const account of Object.keys(READERS)) {
      expect({ account, status: await open(account, url) }).toEqual({
        account,
        status: account === 'village-admin' ? 200 : 404,
      })
    }
    const made = await recordedFor(village, await cardNumberOf(HOUSEHOLD.neighbour), [file])
    expect(made.evidence.map((one) => one.url)).toEqual([url])
    for (const [account, status] of Object.entries(READERS)) {
      expect({ account, status: await open(account, url) }).toEqual({ account, status })
      expect(await open(account, url.replace('/uploads/', '/uploads/thumbnail_'))).toBe(status)
    }
    const kin = await makeVillager('resident', HOUSEHOLD.neighbour)
    expect(await open(kin.username, url)).toBe(200)
    dataOf(await act(village, made, 'withdraw'))
  })

  test('is nobody else’s upload, nor what is filed already, nor what there is not', async () => {
    const card = await cardNumberOf(HOUSEHOLD.neighbour)
    const filed = await recordOf(HOUSEHOLD.neighbour)
    const theirs = [await photo('county-dispatcher'), await photo('village-admin-2')]
    for (const file of [...theirs, filed.evidence[0]?.documentId ?? '', 'z'.repeat(24)]) {
      const rule = filed.rule.code
      const data = { card, rule, occurredAt: '2026-11-20T00:00:00Z', evidence: [file] }
      expect({ file, refusal: refusalOf(await village.post(`${POINTS}/records`, { data })) }).toEqual({
        file,
        refusal: '422 file_unknown',
      })
    }
    for (const account of ['county-dispatcher', 'village-admin-2']) {
      const data = { type: 'record', documentId: filed.documentId, field: 'evidence', reason: '试一试' }
      expect((await (await callerOf(account)).post('/api/access/reveal', { data })).status).toBeGreaterThanOrEqual(400)
    }
    dataOf(await act(village, filed, 'withdraw'))
  })
})
