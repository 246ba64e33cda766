import { truncateSync } from 'node:fs'
import path from 'node:path'
import type { Flag } from '@practice/scoring/contracts'
import { app, as, type Caller } from '../support/api'
import { dataOf, db, refusalOf } from './dispatch-support'
import { atTime } from './points-support'
import type { TestVillage } from './points-village'
import {
  actOn,
  DAY_MS,
  HOUR_MS,
  makeActivity,
  picture,
  recorded,
  recordingVillage,
  scoreOf,
  takeCard,
  uploadFile,
  there,
} from './scoring-records-support'
import { makeAccount, times } from './scoring-shop-support'

let village: TestVillage

beforeAll(async () => {
  village = await recordingVillage(30)
})

const inspect = (at = Date.now()) => {
  const inspection = app().plugin('scoring').service('inspection') as { run(now: number): Promise<number> }
  return inspection.run(at)
}
const flags = async (query: string, caller: Caller = village.supervisor) =>
  dataOf<Flag[]>(await caller.get(`/api/scoring/flags?pagination[pageSize]=100&${query}`))
const flagsOf = (kind: string, subject: string) => flags(`filters[kind][$eq]=${kind}&filters[subject][$eq]=${subject}`)
const withPhoto = async (content: Buffer, name = '照片.png') => {
  const evidence = [await uploadFile(village.tokens.admin, content, name)]
  return recorded(village.admin, scoreOf(takeCard(village), 'R-PHOTO', { evidence }))
}

test('the same photo on two records is flagged, also smaller and in another format; another is not', async () => {
  const first = await withPhoto(await picture(1001))
  const other = await withPhoto(await picture(2002))
  const copy = await withPhoto(await picture(1001, 160, 'jpeg'), '照片.jpg')
  await inspect()
  const [flag, ...more] = await flagsOf('same_photo', copy.card.number)
  expect(more).toEqual([])
  expect(flag).toMatchObject({
    state: 'open',
    site: { code: village.site },
    record: { documentId: copy.documentId, number: copy.number },
    other: { documentId: first.documentId, number: first.number },
    settled: null,
    allowed: ['settle'],
  })
  expect(await flagsOf('same_photo', other.card.number)).toEqual([])
  expect(await inspect()).toBe(0)
})

test('a picture that cannot be read stops nobody', async () => {
  const broken = await withPhoto(await picture(3003, 600))
  // As a disk that lost the end of a file would have it.
  truncateSync(path.join(app().dirs.static.public, broken.evidence[0]?.url ?? ''), 300)
  const tiny = await withPhoto(await picture(4004, 1))
  expect(await inspect()).toBeGreaterThanOrEqual(2)
  const rows = (await db()('scoring_records').whereIn('document_id', [broken.documentId, tiny.documentId])) as {
    inspected_at: unknown
  }[]
  expect(rows.every(({ inspected_at }) => inspected_at !== null)).toBe(true)
})

test('what is recorded long after it happened is late', async () => {
  const day = (ago: number) => ({ occurredAt: new Date(Date.now() - ago * DAY_MS).toISOString() })
  const [late, timely] = [
    await recorded(village.admin, scoreOf(takeCard(village), 'R-NONE', day(20))),
    await recorded(village.admin, scoreOf(takeCard(village), 'R-NONE', day(10))),
  ]
  await inspect()
  expect(await flagsOf('late', late.card.number)).toMatchObject([{ detail: { days: 20, limit: 15 } }])
  expect(await flagsOf('late', timely.card.number)).toEqual([])
})

test('many records for one card within the hour are a burst, once', async () => {
  const card = takeCard(village)
  await times(9, () => recorded(village.admin, scoreOf(card, 'R-NONE')))
  await inspect()
  expect(await flagsOf('burst', card.number)).toMatchObject([{ detail: { of: 'card', limit: 6 } }])
})

test('one holder in two activities at once, and for longer than one lasted', async () => {
  const card = takeCard(village)
  const [one, two] = [await makeActivity(village.site, 10, 4), await makeActivity(village.site, 8, 4)]
  const from = ({ documentId }: { documentId: string }, quantity: number) =>
    scoreOf(card, 'R-HOUR', { source: { type: 'activity', documentId }, quantity })
  const first = await recorded(village.admin, from(one, 3))
  const second = await recorded(village.admin, from(two, 2))
  await recorded(village.admin, from(one, 3))
  await inspect()
  expect(await flagsOf('overlap', card.number)).toHaveLength(2)
  expect(await flagsOf('beyond_span', card.number)).toMatchObject([{ detail: { hours: 6, span: 4 } }])
  expect(first.points + second.points).toBe(50)
})

test('a recorder who scores the same few households', async () => {
  const partial = await recordingVillage(10)
  const admin = await makeAccount('village-admin', partial.site)
  const [favourite, ...rest] = partial.cards
  for (let at = 0; at < 20; at++) {
    const card = at % 4 === 3 ? rest[at % rest.length] : favourite
    await atTime(Date.now() - (20 - at) * HOUR_MS, () =>
      recorded(admin, scoreOf(there(card), 'R-NONE', { occurredAt: new Date(Date.now() - 2 * DAY_MS).toISOString() })),
    )
  }
  await inspect()
  const found = await flags('filters[kind][$eq]=few_households', partial.supervisor)
  expect(found).toMatchObject([{ record: null, detail: { records: 20 } }])
})

test('two who inspect at once raise nothing twice', async () => {
  const content = await picture(5005)
  await times(6, () => withPhoto(content))
  await Promise.all([inspect(), inspect(), inspect()])
  const rows = (await db()('scoring_flags').where({ site_code: village.site, kind: 'same_photo' })) as {
    cause: string
  }[]
  expect(new Set(rows.map(({ cause }) => cause)).size).toBe(rows.length)
  // Each of six with each other.
  const prints = (await db()('scoring_photo_prints').where({ site_code: village.site })) as { hash: string }[]
  const sixfold = prints.filter(({ hash }) => prints.filter((other) => other.hash === hash).length === 6)
  expect(sixfold).toHaveLength(6)
  expect(rows.length).toBeGreaterThanOrEqual(15)
})

test('a record that was taken back is not looked at', async () => {
  const made = await recorded(
    village.admin,
    scoreOf(takeCard(village), 'R-NONE', {
      occurredAt: new Date(Date.now() - 30 * DAY_MS).toISOString(),
    }),
  )
  dataOf(await actOn(village.admin, made, 'withdraw', { reason: '记错了' }))
  await inspect()
  expect(await flagsOf('late', made.card.number)).toEqual([])
})

test('a flag is the supervisor’s to settle, once, with a note', async () => {
  const [flag] = await flags('filters[state][$eq]=open')
  const settle = (caller: Caller, note: string) =>
    caller.post(`/api/scoring/flags/${flag?.documentId ?? ''}/settle`, { data: { note } })
  expect(refusalOf(await settle(village.admin, '看过了'))).toBe('403 role_not_allowed')
  expect(refusalOf(await settle(await as('points-supervisor'), '看过了'))).toBe('404 not_found')
  expect(refusalOf(await settle(village.supervisor, ''))).toBe('400 invalid')
  const replies = await times(5, () => settle(village.supervisor, '同一场活动的合影'))
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(replies.filter((reply) => refusalOf(reply) === '409 wrong_state')).toHaveLength(4)
  const [settled] = await flags('filters[state][$eq]=settled')
  expect(settled).toMatchObject({ settled: { note: '同一场活动的合影' }, allowed: [] })
  // Looking again raises nothing that was settled.
  await db()('scoring_records')
    .where({ document_id: flag?.record?.documentId ?? '' })
    .update({ inspected_at: null })
  await inspect()
  expect((await flags('filters[state][$eq]=settled')).map(({ documentId }) => documentId)).toEqual([
    settled?.documentId,
  ])
})
