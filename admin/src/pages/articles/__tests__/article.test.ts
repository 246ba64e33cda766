import { ApiError } from '../../../api/error'
import { newValues, problemsIn, problemsOf, sameValues, stateOf, textOfCover, valuesOf } from '../article'
import type { ArticleRow } from '../article'
import { LocalDrafts } from '../local-draft'
import { firstOffer, instantOf, wallClockOf } from '../schedule'

const row: ArticleRow = {
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
}
const blank = (html: string) => html === ''

test.each`
  publishAt       | isPublished | state
  ${null}         | ${false}    | ${'draft'}
  ${null}         | ${true}     | ${'published'}
  ${'2026-11-25'} | ${false}    | ${'scheduled'}
  ${'2026-11-25'} | ${true}     | ${'scheduled'}
`('with time $publishAt, published $isPublished: $state', ({ publishAt, isPublished, state }) => {
  expect(stateOf({ publishAt: publishAt as string | null }, isPublished as boolean)).toBe(state)
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
  const fields = { title: ['too long'], siteCode: ['no'], other: ['?'] }
  expect(problemsIn(new ApiError(400, 'invalid', {}, fields))).toEqual({ title: 'titleRefused', site: 'siteRefused' })
  expect(problemsIn(new ApiError(403, 'role_not_allowed', { field: 'publishAt' }))).toEqual({
    publishAt: 'publishAtRefused',
  })
})

test('a picture is told by its text, else by its name', () => {
  expect(row.cover && textOfCover(row.cover)).toBe('院落宣讲')
  expect(row.cover && textOfCover({ ...row.cover, alternativeText: '村民在院里听讲' })).toBe('村民在院里听讲')
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
  const draft = { values: valuesOf(row), base: row.updatedAt, savedAt: 1 }
  expect(drafts.keep('a', draft)).toBe(true)
  expect(drafts.read('a')).toEqual(draft)
  expect(drafts.read(null)).toBeNull()
  expect(new LocalDrafts('town-officer', storage).read('a')).toBeNull()
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
