import { csvOf } from '../csv'

interface Row {
  name: string | null
  points: number | null
}

const columns = [
  { title: '姓名', width: 10, value: ({ name }: Row) => name },
  { title: '积分', width: 10, value: ({ points }: Row) => points },
]
const linesOf = (rows: Row[]) => csvOf({ columns, rows }).split('\r\n')

describe('a table as comma-separated text', () => {
  test('says that it is UTF-8, quotes every text and leaves numbers as they are', () => {
    const text = csvOf({ columns, rows: [{ name: '马建国', points: -20 }] })
    expect(text).toBe('\uFEFF"姓名","积分"\r\n"马建国",-20\r\n')
  })

  test('doubles quotes, and keeps commas and line ends within a field', () => {
    expect(linesOf([{ name: '说“好”, "行"', points: null }])[1]).toBe('"说“好”, ""行""",')
    expect(csvOf({ columns, rows: [{ name: '一\n二', points: 1 }] })).toContain('"一\n二",1')
  })

  test.each(['=1+1', '+86 199', '-2', '@SUM(A1)', '\t=1', ' =cmd()', '＝1+1'])(
    'writes %j as text, no formula',
    (name) => {
      expect(linesOf([{ name, points: 0 }])[1]).toBe(`"'${name}",0`)
    },
  )

  test('writes what is empty as nothing', () => {
    expect(linesOf([{ name: null, points: null }])[1]).toBe(',')
  })
})
