import type {
  Card,
  FiledObjection,
  MadeLink,
  NoticeLine,
  Objection,
  PublicStatement,
} from '@practice/scoring/contracts'
import { as, nobody, type Caller } from '../support/api'
import { dataOf, db, detailsOf, refusalOf } from './dispatch-support'
import type { TestVillage } from './points-village'
import { noticed, recordingVillage, scoreOf, statuses, takeCard } from './scoring-records-support'
import { makeAccount, times } from './scoring-shop-support'

let village: TestVillage

beforeAll(async () => {
  village = await recordingVillage(20)
})

const linkOf = ({ number }: Card) => `/api/scoring/cards/${number}/link`
const make = (caller: Caller, card: Card) => caller.put(linkOf(card), { data: {} })
const open = (token: string) => nobody().post('/api/scoring/statements', { data: { token } })
const pinOf = async ({ number }: Card) =>
  dataOf<{ pin: string }>(await village.admin.post(`/api/scoring/cards/${number}/pin`, { data: {} })).pin

describe('a link to a statement', () => {
  test('is made by the household, opens the masked statement to anybody, and only its hash is kept', async () => {
    const card = takeCard(village)
    const holder = await makeAccount('resident', village.site, card.holder.household)
    expect(dataOf(await holder.get(linkOf(card)))).toEqual({ madeAt: null })
    const { token, madeAt } = dataOf<MadeLink>(await make(holder, card))
    expect(token).toMatch(/^[0-9a-f]{64}$/)
    expect(dataOf(await holder.get(linkOf(card)))).toEqual({ madeAt })
    const row = (await db()('scoring_cards').where({ number: card.number }).first()) as object
    expect(JSON.stringify(row)).not.toContain(token)
    const statement = dataOf<PublicStatement>(await open(token))
    expect(statement).toMatchObject({ number: card.number, balance: 0, state: 'active', entries: [] })
    expect(statement.holder).toContain('*')
  })

  test('is worth nothing once another was made, or it was taken back', async () => {
    const card = takeCard(village)
    const holder = await makeAccount('resident', village.site, card.holder.household)
    const first = dataOf<MadeLink>(await make(holder, card))
    const second = dataOf<MadeLink>(await make(village.admin, card))
    expect(refusalOf(await open(first.token))).toBe('404 not_found')
    expect((await open(second.token)).status).toBe(200)
    expect(dataOf(await holder.delete(linkOf(card)))).toEqual({ madeAt: null })
    expect(refusalOf(await open(second.token))).toBe('404 not_found')
    const acts = (await db()('access_audit_entries')
      .where({ subject_id: card.documentId })
      .orderBy('id')
      .select('action')) as { action: string }[]
    expect(acts.map(({ action }) => action)).toEqual(['make-link', 'make-link', 'revoke-link'])
  })

  test('ends with the card', async () => {
    const card = takeCard(village)
    const { token } = dataOf<MadeLink>(await make(village.admin, card))
    dataOf(await village.admin.post(`/api/scoring/cards/${card.number}/replace`, { data: { reason: '卡丢了' } }))
    expect(refusalOf(await open(token))).toBe('404 not_found')
    expect(refusalOf(await make(village.admin, card))).toBe('409 wrong_state')
  })

  test('is made by nobody else', async () => {
    const card = takeCard(village)
    const neighbour = await makeAccount('resident', village.site, takeCard(village).holder.household)
    expect(refusalOf(await make(neighbour, card))).toBe('404 not_found')
    expect(refusalOf(await make(village.supervisor, card))).toBe('403 role_not_allowed')
    expect(refusalOf(await make(await as('village-admin-2'), card))).toBe('404 not_found')
    expect(refusalOf(await make(nobody(), card))).toBe('401 unauthenticated')
    expect(refusalOf(await open('0'.repeat(64)))).toBe('404 not_found')
    expect(refusalOf(await open('short'))).toBe('400 invalid')
  })
})

describe('an objection by number and PIN', () => {
  const object = ({ documentId }: Pick<NoticeLine, 'documentId'>, data: object) =>
    nobody().post(`/api/scoring/notices/${documentId}/objections`, { data })

  test('holds the line once, in the name of the household, and tells nobody more than that', async () => {
    const theirs = takeCard(village)
    const card = takeCard(village)
    const line = await noticed(village, scoreOf(theirs, 'R-NONE'))
    const pin = await pinOf(card)
    const replies = await times(5, () => object(line, { card: card.number, pin, reason: '那天他不在村里' }))
    expect(statuses(replies)).toEqual({ 201: 1, 409: 4 })
    const [filed] = replies.filter(({ status }) => status === 201).map((reply) => dataOf<FiledObjection>(reply))
    expect(Object.keys(filed ?? {}).sort()).toEqual(['documentId', 'filedAt'])
    const late = replies.find(({ status }) => status === 409)
    expect(late === undefined ? null : detailsOf(late)).toEqual({ code: 'already_objected' })
    const listed = dataOf<Objection[]>(await village.supervisor.get('/api/scoring/objections?filters[state][$eq]=open'))
    expect(listed.find(({ documentId }) => documentId === filed?.documentId)).toMatchObject({
      by: card.holder.name,
      reason: '那天他不在村里',
      record: { state: 'held' },
      allowed: ['uphold', 'dismiss'],
    })
    // The household reads what became of it; whoever of it keeps the points leaves it to others.
    const account = await makeAccount('resident', village.site, card.holder.household)
    expect(dataOf<Objection[]>(await account.get('/api/scoring/objections'))).toHaveLength(1)
    const kin = await makeAccount('points-supervisor', village.site, card.holder.household)
    const decided = await kin.post(`/api/scoring/objections/${filed?.documentId ?? ''}/dismiss`, {
      data: { reason: '查过了' },
    })
    expect(refusalOf(decided)).toBe('403 same_household')
  })

  test('is refused with a wrong PIN, which locks the card after five, and to lines that are not on its notice', async () => {
    const card = takeCard(village)
    const elsewhere = await recordingVillage(2)
    const foreign = await noticed(elsewhere, scoreOf(takeCard(elsewhere), 'R-NONE'))
    const line = await noticed(village, scoreOf(takeCard(village), 'R-NONE'))
    const pin = await pinOf(card)
    const body = { card: card.number, pin, reason: '记错了' }
    expect(refusalOf(await object(foreign, body))).toBe('404 not_found')
    expect(refusalOf(await object({ documentId: 'nothing' }, body))).toBe('404 not_found')
    expect(refusalOf(await object(line, { ...body, reason: '' }))).toBe('400 invalid')
    const wrong = pin === '111111' ? '222222' : '111111'
    const replies = await times(8, () => object(line, { ...body, pin: wrong }))
    expect(replies.map(refusalOf).sort()).toEqual([
      ...Array<string>(5).fill('403 pin_wrong'),
      ...Array<string>(3).fill('429 pin_locked'),
    ])
    const locked = await object(line, body)
    expect(refusalOf(locked)).toBe('429 pin_locked')
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0)
    // The statement is behind the same door.
    expect(refusalOf(await nobody().post(`/api/scoring/cards/${card.number}/statement`, { data: { pin } }))).toBe(
      '429 pin_locked',
    )
  })

  test('is not taken from a card that was closed', async () => {
    const card = takeCard(village)
    const pin = await pinOf(card)
    dataOf(await village.admin.post(`/api/scoring/cards/${card.number}/close`, { data: { reason: '搬走了' } }))
    const line = await noticed(village, scoreOf(takeCard(village), 'R-NONE'))
    expect(refusalOf(await object(line, { card: card.number, pin, reason: '记错了' }))).toBe('403 role_not_allowed')
  })
})
