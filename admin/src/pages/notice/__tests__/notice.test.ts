import type { NoticeLine } from '@practice/scoring/contracts'
import { countByTheme, lastEndOf, linesOfTheme, sumOf } from '../lines'
import { isNoticeAddress, noticeAddress, siteIn } from '../public/address'

const line = (theme: NoticeLine['theme'], points: number, until: string) => ({ theme, points, until }) as NoticeLine
const LINES = [
  line('customs', 5, '2026-11-27T16:00:00.000Z'),
  line('service', 3, '2026-11-29T16:00:00.000Z'),
  line('customs', 2, '2026-11-28T16:00:00.000Z'),
]

test('the public address of a site’s notice', () => {
  expect(noticeAddress('640402100207')).toBe('/notice/640402100207')
  expect(siteIn('/notice/640402100207/')).toBe('640402100207')
  expect(isNoticeAddress('/notice/640402100207')).toBe(true)
})

test.each(['/notice/', '/notices', '/notice', '/news'])('%s is no public notice', (path) => {
  expect(isNoticeAddress(path)).toBe(false)
})

test('lines by theme, what they come to, and until when', () => {
  expect(linesOfTheme(LINES, 'customs')).toHaveLength(2)
  expect(linesOfTheme(LINES, null)).toHaveLength(3)
  expect([...countByTheme(LINES)]).toEqual([
    ['customs', 2],
    ['service', 1],
  ])
  expect(sumOf(LINES)).toBe(10)
  expect(lastEndOf(LINES)).toBe('2026-11-29T16:00:00.000Z')
  expect(lastEndOf([])).toBeNull()
})
