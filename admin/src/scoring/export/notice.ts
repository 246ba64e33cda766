import type { NoticeLine } from '@practice/scoring/contracts'
import type { Sheet } from '../../export/sheet'

/** Words that the sheet of a notice needs, in the language that is shown. */
export interface NoticeWords {
  title: string
  /** What stands below the title: from when, how many lines. */
  facts: string
  head: string
  seal: string
  theme: (theme: NoticeLine['theme']) => string
  day: (instant: string) => string
  /** The last day of a notice, by its end. */
  lastDay: (until: string) => string
  held: string
  column: (
    name: 'index' | 'holder' | 'theme' | 'rule' | 'reason' | 'occurredAt' | 'points' | 'until' | 'state',
  ) => string
}

/** The sheet of a notice, as it hangs on the board: masked names, reasons, until when, the head hash and the seal line. */
export function noticeSheet(lines: readonly NoticeLine[], words: NoticeWords): Sheet<[number, NoticeLine]> {
  const { column } = words
  return {
    name: words.title,
    above: [words.title, words.facts],
    columns: [
      { title: column('index'), width: 6, value: ([index]) => index },
      { title: column('holder'), width: 12, value: ([, line]) => line.holder },
      { title: column('theme'), width: 20, value: ([, line]) => words.theme(line.theme) },
      { title: column('rule'), width: 24, value: ([, line]) => line.rule.name },
      { title: column('reason'), width: 30, value: ([, line]) => line.reason },
      { title: column('occurredAt'), width: 16, value: ([, line]) => words.day(line.occurredAt) },
      { title: column('points'), width: 8, value: ([, line]) => line.points },
      { title: column('until'), width: 18, value: ([, line]) => words.lastDay(line.until) },
      { title: column('state'), width: 10, value: ([, line]) => (line.held ? words.held : null) },
    ],
    rows: lines.map((line, index): [number, NoticeLine] => [index + 1, line]),
    below: [words.head, words.seal],
  }
}
