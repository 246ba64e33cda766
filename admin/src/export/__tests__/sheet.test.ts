import { cellsOf, safeName } from '../sheet'

interface Row {
  name: string
  points: number
}

const SHEET = {
  name: 'n',
  above: ['title', 'second line'],
  columns: [
    { title: 'Name', width: 10, value: ({ name }: Row) => name },
    { title: 'Points', width: 8, value: ({ points }: Row) => points },
    { title: 'Note', width: 8, value: () => null },
  ],
  rows: [{ name: '马*国', points: 5 }],
  below: ['seal'],
}

test('lines, headings, rows and lines again; numbers stay numbers', () => {
  const cells = cellsOf(SHEET)
  const plain = cells.map((row) =>
    row.map((cell) => (typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell)),
  )
  expect(plain).toEqual([['title'], ['second line'], ['Name', 'Points', 'Note'], ['马*国', 5, null], ['seal']])
})

test('a name that files cannot have', () => {
  expect(safeName('老三营村/积分:公示?')).toBe('老三营村 积分 公示')
})
