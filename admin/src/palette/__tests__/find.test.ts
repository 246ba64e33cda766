import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pinyin } from 'pinyin-pro'
import { rankPages, wishOf } from '../find'
import type { PageChoice } from '../find'

const page = (name: string, label: string, initials: string): PageChoice => ({ name, label, initials, to: `/${name}` })
const PAGES = [page('desk', '派单台', 'pdt'), page('plan', '派单方案', 'pdfa'), page('teams', '队伍', 'dw')]
const names = (text: string) => rankPages(PAGES, text).map(({ name }) => name)

test.each`
  typed          | found
  ${''}          | ${['desk', 'plan', 'teams']}
  ${'pd'}        | ${['desk', 'plan']}
  ${'PDFA'}      | ${['plan']}
  ${'队'}        | ${['teams']}
  ${'方案'}      | ${['plan']}
  ${'desk'}      | ${['desk']}
  ${' 派 单 台'} | ${['desk']}
  ${'没有的'}    | ${[]}
`('"$typed" finds $found', ({ typed, found }: { typed: string; found: string[] }) => {
  expect(names(typed)).toEqual(found)
})

test.each`
  typed              | order              | card                                                                     | household
  ${''}              | ${null}            | ${null}                                                                  | ${null}
  ${'12'}            | ${null}            | ${null}                                                                  | ${null}
  ${'２０２６'}      | ${'2026'}          | ${{ column: 'number', operator: '$startsWith', value: '2026' }}          | ${null}
  ${'20261101-0007'} | ${'20261101-0007'} | ${{ column: 'number', operator: '$startsWith', value: '20261101-0007' }} | ${null}
  ${'m'}             | ${null}            | ${null}                                                                  | ${null}
  ${'mjg'}           | ${null}            | ${{ column: 'initials', operator: '$startsWith', value: 'mjg' }}         | ${null}
  ${'马建国'}        | ${null}            | ${{ column: 'holder', operator: '$contains', value: '马建国' }}          | ${'马建国'}
`('"$typed" is asked of the server as it can be meant', ({ typed, ...wish }: { typed: string }) => {
  expect(wishOf(typed)).toEqual(wish)
})

/** Texts of a namespace. */
function texts(language: string, namespace: string): Record<string, Record<string, string>> {
  const file = path.join(__dirname, '..', '..', 'locales', language, `${namespace}.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>
}

test('every page of the menus has the pinyin initials of its name', () => {
  const initialsOf = (label: string) => pinyin(label, { pattern: 'first', toneType: 'none', separator: '' })
  const expected = Object.entries(texts('zh-CN', 'common').menu ?? {}).map(([key, label]) => [key, initialsOf(label)])
  expect(texts('zh-CN', 'palette').initials).toEqual(Object.fromEntries(expected))
})
