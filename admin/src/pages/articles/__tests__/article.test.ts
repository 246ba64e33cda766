/**
 * @jest-environment jsdom
 */
import { ApiError } from '../../../api/error'
import type { ArticleDeskView } from '@practice/access/contracts'
import { newValues, problemsIn, problemsOf, readsAlike, sameValues, standingsOf, valuesOf } from '../article'
import type { DraftRow } from '../article'
import { LocalDrafts } from '../local-draft'
import { firstOffer, instantOf, wallClockOf } from '../schedule'

const desk: ArticleDeskView = {
  stage: 'draft',
  version: 3,
  publishAt: null,
  publishedAt: null,
  writers: [],
  submittedBy: null,
  approvedBy: null,
  returnNote: null,
  reads: 0,
  allowed: [],
  canEdit: true,
  canDelete: true,
}

const row: DraftRow = {
  documentId: 'a',
  title: '题',
  summary: null,
  body: '<p>文</p>',
  siteCode: '640402',
  author: null,
  publishAt: null,
  publishedAt: null,
  updatedAt: '2026-11-24T01:00:00.000Z',
  cover: { id: 7, url: '/uploads/a.jpg', name: '院落宣讲.jpg', alternativeText: null },
  theme: { code: 'theory', name: '学习实践科学理论' },
  site: { code: '640402', name: '原州区' },
  pictures: null,
  desk,
}
const blank = (html: string) => html === ''

const OUT = '2026-11-20T01:00:00.000Z'
const LATER = '2026-11-25T01:00:00.000Z'

test.each`
  stage          | publishAt | publishedAt | isAhead  | standings
  ${'draft'}     | ${null}   | ${null}     | ${false} | ${['draft']}
  ${'submitted'} | ${null}   | ${null}     | ${false} | ${['submitted']}
  ${'returned'}  | ${null}   | ${null}     | ${false} | ${['returned']}
  ${'approved'}  | ${null}   | ${null}     | ${false} | ${['approved']}
  ${'approved'}  | ${LATER}  | ${null}     | ${false} | ${['scheduled']}
  ${'approved'}  | ${null}   | ${OUT}      | ${false} | ${['published']}
  ${'draft'}     | ${null}   | ${OUT}      | ${true}  | ${['draft', 'published']}
  ${'submitted'} | ${null}   | ${OUT}      | ${true}  | ${['submitted', 'published']}
  ${'approved'}  | ${LATER}  | ${OUT}      | ${true}  | ${['scheduled', 'published']}
`(
  '$stage, time $publishAt, out $publishedAt, ahead $isAhead: $standings',
  ({ isAhead, standings, ...said }: { isAhead: boolean; standings: string[] } & Partial<ArticleDeskView>) => {
    expect(standingsOf({ ...desk, ...said }, isAhead)).toEqual(standings)
  },
)

test('what readers see is another version only when it reads otherwise', () => {
  const read = { url: '/uploads/a.jpg', alt: '院落', caption: '' }
  const note = { ...read, consent: null, consentNote: '' }
  expect(readsAlike({ ...row, summary: '' }, row)).toBe(true)
  expect(readsAlike({ ...row, updatedAt: OUT, pictures: [] }, row)).toBe(true)
  expect(readsAlike({ ...row, title: '另一题' }, row)).toBe(false)
  expect(readsAlike({ ...row, pictures: [note] }, { ...row, pictures: [read] })).toBe(true)
  expect(readsAlike({ ...row, pictures: [note] }, row)).toBe(false)
})

test('blanks around texts and absent ones make no other version', () => {
  const values = valuesOf(row)
  expect(sameValues(values, { ...values, title: ' 题 ', summary: ' ' })).toBe(true)
  expect(sameValues(values, { ...values, cover: null })).toBe(false)
  expect(sameValues(values, { ...values, body: '<p>文章</p>' })).toBe(false)
})

test('a title is needed to save, a body to go out', () => {
  const values = newValues('640402', '')
  expect(problemsOf(values, false, blank)).toEqual({ title: 'titleMissing' })
  expect(problemsOf({ ...values, title: '题' }, true, blank)).toEqual({ body: 'bodyMissing' })
  expect(problemsOf({ ...values, title: '题', body: 'x'.repeat(200_001) }, false, blank)).toEqual({
    body: 'bodyTooLong',
  })
})

test('what the server refuses is said beside its field', () => {
  const fields = { title: ['too long'], siteCode: ['no'], 'pictures.0.alt': ['too long'], other: ['?'] }
  expect(problemsIn(new ApiError(400, 'invalid', {}, fields))).toEqual({
    ...{ title: 'titleRefused', site: 'siteRefused', pictures: 'picturesRefused' },
  })
  expect(problemsIn(new ApiError(403, 'role_not_allowed', { field: 'publishAt' }))).toEqual({
    publishAt: 'publishAtRefused',
  })
})

test('times are those of the district, whatever the device says', () => {
  expect(instantOf('2026-11-25T09:00')).toBe('2026-11-25T01:00:00.000Z')
  expect(wallClockOf('2026-11-24T17:30:00.000Z')).toBe('2026-11-25T01:30')
  expect(firstOffer(Date.parse('2026-11-24T17:30:00.000Z'))).toBe('2026-11-26T09:00')
})

test('drafts are kept per person and article; broken or refused storage loses no page', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const drafts = new LocalDrafts('county-editor', storage)
  const draft = { values: valuesOf(row), base: desk.version, savedAt: 1 }
  expect(drafts.keep('a', draft)).toBe(true)
  expect(drafts.read('a')).toEqual(draft)
  expect(drafts.read(null)).toBeNull()
  expect(new LocalDrafts('town-officer', storage).read('a')).toBeNull()
  const { pictures: _none, ...older } = draft.values
  kept.set('practice.article.county-editor.b', JSON.stringify({ ...draft, values: older }))
  expect(drafts.read('b')).toEqual(draft)
  kept.set('practice.article.county-editor.new', '{')
  expect(drafts.read(null)).toBeNull()
  drafts.forget('a')
  expect(drafts.read('a')).toBeNull()
  const full = new LocalDrafts('x', {
    ...storage,
    setItem: () => {
      throw new Error('full')
    },
  })
  expect(full.keep('a', draft)).toBe(false)
})
