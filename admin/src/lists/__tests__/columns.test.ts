import type { Column } from '../../components/DataTable'
import { shownColumns, textIn } from '../columns'
import { listSheet } from '../list-sheet'

interface Row {
  name: string
  points: number
}

const COLUMNS: Column<Row>[] = [
  { key: 'name', title: '姓名', render: ({ name }) => name },
  { key: 'points', title: '积分', isWideOnly: true, text: ({ points }) => points, render: () => null },
  { key: 'code', title: '编号', isExtra: true, render: () => 'c' },
  { key: 'tag', title: '标记', render: () => null },
  { key: 'act', title: '操作', isAction: true, render: () => 'button' },
]
const ROW: Row = { name: '马建国', points: 5 }
const keys = (chosen: string[] | null) => shownColumns(COLUMNS, chosen).map(({ key }) => key)

test('what was chosen is shown in the list’s order, with what is always there', () => {
  expect(keys(null)).toEqual(['name', 'points', 'tag', 'act'])
  expect(keys(['code', 'points'])).toEqual(['name', 'points', 'code', 'act'])
  expect(keys(['gone'])).toEqual(['name', 'points', 'tag', 'act'])
})

test('what was chosen is shown on a phone too', () => {
  const [, points] = shownColumns(COLUMNS, ['points'])
  expect(points?.isWideOnly).toBe(false)
})

test('a file takes a column’s own text, else what is drawn when that is text, and nothing of buttons', () => {
  expect(COLUMNS.map((column) => textIn(column, ROW))).toEqual(['马建国', 5, 'c', undefined, undefined])
  const sheet = listSheet('名单', '共 1 条', COLUMNS, [ROW])
  expect(sheet.columns.map(({ title }) => title)).toEqual(['姓名', '积分', '编号'])
  expect(sheet.columns.map(({ value }) => value(ROW))).toEqual(['马建国', 5, 'c'])
})
