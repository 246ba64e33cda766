import { faultyLines, fileProblem, outcomeOf, wordsOfDetails } from '../sheet'

const fault = (row: number, cell: string) => ({ row, cell, column: '积分事项', code: 'rule_unknown', details: {} })

test('a sentence holds texts, numbers and lists of a fault, and nothing else', () => {
  const details = { rule: 'R9', row: 3, cards: ['a', 'b'], source: { type: 'order' }, none: null }
  expect(wordsOfDetails(details, '、')).toEqual({ rule: 'R9', row: 3, cards: 'a、b' })
})

test.each`
  name           | size               | problem
  ${'名单.xlsx'} | ${1000}            | ${null}
  ${'名单.XLSX'} | ${2 * 1024 * 1024} | ${null}
  ${'名单.xls'}  | ${1000}            | ${'notXlsx'}
  ${'名单.csv'}  | ${1000}            | ${'notXlsx'}
  ${'名单.xlsx'} | ${0}               | ${'empty'}
  ${'名单.xlsx'} | ${2097153}         | ${'tooLarge'}
`('$name of $size bytes: $problem', ({ problem, ...file }: { problem: string | null; name: string; size: number }) => {
  expect(fileProblem(file)).toBe(problem)
})

test('a line with two faults is one line', () => {
  expect(faultyLines([fault(3, 'A3'), fault(3, 'C3'), fault(7, 'C7')])).toBe(2)
})

test.each`
  lines | sound | imported | faults              | outcome
  ${10} | ${10} | ${0}     | ${[]}               | ${'clean'}
  ${10} | ${9}  | ${0}     | ${[fault(3, 'C3')]} | ${'partly'}
  ${1}  | ${0}  | ${0}     | ${[fault(3, 'C3')]} | ${'hopeless'}
  ${10} | ${9}  | ${9}     | ${[fault(3, 'C3')]} | ${'imported'}
`(
  '$sound of $lines sound, $imported imported: $outcome',
  ({
    outcome,
    ...report
  }: {
    outcome: string
    lines: number
    sound: number
    imported: number
    faults: ReturnType<typeof fault>[]
  }) => {
    expect(outcomeOf(report)).toBe(outcome)
  },
)
