import * as fc from 'fast-check'
import { DAY_MS } from '@practice/kernel'
import { IMPORT_COLUMNS } from '@practice/scoring/contracts'
import {
  cellName,
  dayOf,
  dayOfCell,
  integerOfCell,
  readImport,
  SHEET_COLUMNS,
  textOf,
  type Cell,
  type ImportLookups,
} from '@practice/scoring/domain'
import { at, NOW, VILLAGE } from './scoring-fixtures'

const HEADER = ['积分卡号', '持卡人', '积分事项', '数量', '发生日期', '事由', '来源编号']
const FIRST = `${VILLAGE}-0001`
const SECOND = `${VILLAGE}-0002`
const THIRD = `${VILLAGE}-0003`

const LOOKUPS: ImportLookups = {
  cards: [
    { number: FIRST, holderName: '马建国' },
    { number: SECOND, holderName: '王秀英' },
    { number: THIRD, holderName: '王秀英' },
  ],
  rules: [
    { code: 'R6-01', name: '志愿服务一小时' },
    { code: 'R5-01', name: '庭院整洁' },
    { code: 'R5-02', name: '庭院整洁' },
  ],
  sources: [
    { number: 'D20261101-0007', type: 'order', documentId: 'o7' },
    { number: 'A-0003', type: 'activity', documentId: 'a3' },
  ],
}

function read(rows: readonly (readonly Cell[])[], header: readonly Cell[] = HEADER) {
  const sheet = { header: { row: 1, cells: header }, rows: rows.map((cells, index) => ({ row: index + 2, cells })) }
  return readImport(sheet, LOOKUPS, NOW)
}

/** A fault, short: `C2 rule_unknown`. */
const short = (reading: ReturnType<typeof read>) => reading.faults.map(({ cell, code }) => `${cell} ${code}`)

test('a sound line is a card, a rule, a quantity and a day', () => {
  const reading = read([[FIRST, '马建国', 'R6-01', 2, '2026-11-03', ' 义务植树 ', 'A-0003']])
  expect(reading).toMatchObject({ count: 1, faults: [] })
  expect(reading.lines).toEqual([
    {
      row: 2,
      card: FIRST,
      rule: 'R6-01',
      quantity: 2,
      occurredAt: at('2026-11-03T00:00'),
      note: '义务植树',
      source: { type: 'activity', documentId: 'a3' },
    },
  ])
})

describe('who', () => {
  test.each`
    card                 | holder      | found     | fault
    ${FIRST}             | ${''}       | ${FIRST}  | ${null}
    ${''}                | ${'马建国'} | ${FIRST}  | ${null}
    ${FIRST}             | ${'马建国'} | ${FIRST}  | ${null}
    ${` ${FIRST} `}      | ${null}     | ${FIRST}  | ${null}
    ${FIRST}             | ${'王秀英'} | ${null}   | ${'B2 holder_differs'}
    ${''}                | ${'王秀英'} | ${null}   | ${'B2 holder_ambiguous'}
    ${SECOND}            | ${'王秀英'} | ${SECOND} | ${null}
    ${''}                | ${'李四'}   | ${null}   | ${'B2 holder_unknown'}
    ${'640402100207-99'} | ${''}       | ${null}   | ${'A2 card_unknown'}
    ${''}                | ${''}       | ${null}   | ${'A2 card_missing'}
  `('$card, $holder: $found $fault', ({ card, holder, found, fault }) => {
    const reading = read([[card as string, holder as string, 'R6-01', 1, '2026-11-03']])
    expect(reading.lines[0]?.card ?? null).toBe(found)
    expect(short(reading)).toEqual(fault === null ? [] : [fault])
  })

  test('of two by the same name one learns the numbers', () => {
    const [fault] = read([['', '王秀英', 'R6-01', 1, '2026-11-03']]).faults
    expect(fault).toMatchObject({ column: '持卡人', details: { holder: '王秀英', cards: [SECOND, THIRD] } })
  })
})

describe('what', () => {
  test.each`
    rule                | found      | fault
    ${'R6-01'}          | ${'R6-01'} | ${null}
    ${'r6-01'}          | ${'R6-01'} | ${null}
    ${'Ｒ６－０１'}     | ${'R6-01'} | ${null}
    ${'志愿服务一小时'} | ${'R6-01'} | ${null}
    ${'庭院整洁'}       | ${null}    | ${'C2 rule_ambiguous'}
    ${'R5-02'}          | ${'R5-02'} | ${null}
    ${'做好事'}         | ${null}    | ${'C2 rule_unknown'}
    ${''}               | ${null}    | ${'C2 rule_missing'}
  `('$rule: $found $fault', ({ rule, found, fault }) => {
    const reading = read([[FIRST, '', rule as string, 1, '2026-11-03']])
    expect(reading.lines[0]?.rule ?? null).toBe(found)
    expect(short(reading)).toEqual(fault === null ? [] : [fault])
  })

  test.each`
    quantity    | found   | fault
    ${''}       | ${1}    | ${null}
    ${3}        | ${3}    | ${null}
    ${'3'}      | ${3}    | ${null}
    ${'３'}     | ${3}    | ${null}
    ${'3.0'}    | ${3}    | ${null}
    ${100}      | ${100}  | ${null}
    ${101}      | ${null} | ${'D2 quantity_invalid'}
    ${0}        | ${null} | ${'D2 quantity_invalid'}
    ${-1}       | ${null} | ${'D2 quantity_invalid'}
    ${1.5}      | ${null} | ${'D2 quantity_invalid'}
    ${'两小时'} | ${null} | ${'D2 quantity_invalid'}
    ${true}     | ${null} | ${'D2 quantity_invalid'}
  `('quantity $quantity: $found $fault', ({ quantity, found, fault }) => {
    const reading = read([[FIRST, '', 'R6-01', quantity as Cell, '2026-11-03']])
    expect(reading.lines[0]?.quantity ?? null).toBe(found)
    expect(short(reading)).toEqual(fault === null ? [] : [fault])
  })

  test.each`
    source              | found                                     | fault
    ${''}               | ${null}                                   | ${null}
    ${'D20261101-0007'} | ${{ type: 'order', documentId: 'o7' }}    | ${null}
    ${'A-0003'}         | ${{ type: 'activity', documentId: 'a3' }} | ${null}
    ${'A-9999'}         | ${null}                                   | ${'G2 source_unknown'}
  `('source $source: $fault', ({ source, found, fault }) => {
    const reading = read([[FIRST, '', 'R6-01', 1, '2026-11-03', '', source as string]])
    expect(reading.lines[0]?.source ?? null).toEqual(found)
    expect(short(reading)).toEqual(fault === null ? [] : [fault])
  })

  test('a note is not endless, and no text is broken', () => {
    expect(short(read([[FIRST, '', 'R6-01', 1, '2026-11-03', '好'.repeat(501)]]))).toEqual(['F2 note_too_long'])
    expect(short(read([[FIRST, '', 'R6-01', 1, '2026-11-03', 'a\u0000b']]))).toEqual(['F2 text_invalid'])
  })
})

describe('when', () => {
  test.each`
    cell                                | day
    ${new Date('2026-11-03T00:00:00Z')} | ${'2026-11-03'}
    ${46329}                            | ${'2026-11-03'}
    ${46329.75}                         | ${'2026-11-03'}
    ${'2026-11-03'}                     | ${'2026-11-03'}
    ${'2026/11/3'}                      | ${'2026-11-03'}
    ${'2026.11.3'}                      | ${'2026-11-03'}
    ${'2026年11月3日'}                  | ${'2026-11-03'}
    ${'2026 年 11 月 3 日'}             | ${'2026-11-03'}
    ${'11月3日'}                        | ${'2026-11-03'}
    ${'11月3号'}                        | ${'2026-11-03'}
    ${'１１月３日'}                     | ${'2026-11-03'}
    ${'11月24日'}                       | ${'2026-11-24'}
    ${'11月25日'}                       | ${'2025-11-25'}
    ${'12月31日'}                       | ${'2025-12-31'}
    ${'2月29日'}                        | ${'2024-02-29'}
    ${'2026-02-30'}                     | ${null}
    ${'2月30日'}                        | ${null}
    ${'13月1日'}                        | ${null}
    ${'11-3'}                           | ${null}
    ${'昨天'}                           | ${null}
    ${'3'}                              | ${null}
    ${3}                                | ${null}
    ${Number.NaN}                       | ${null}
    ${new Date(Number.NaN)}             | ${null}
    ${true}                             | ${null}
    ${''}                               | ${null}
    ${null}                             | ${null}
  `('$cell is $day', ({ cell, day }) => {
    const found = dayOfCell(cell as Cell, NOW)
    expect(found === null ? null : dayOf(found)).toBe(day)
    if (found !== null) expect(found).toBe(at(`${String(day)}T00:00`))
  })

  test.each`
    cell            | fault
    ${'2026-11-24'} | ${null}
    ${'2026-11-25'} | ${'E2 occurred_in_future'}
    ${'2025-11-25'} | ${null}
    ${'2025-11-23'} | ${'E2 occurred_too_early'}
    ${'昨天'}       | ${'E2 date_unreadable'}
    ${''}           | ${'E2 date_missing'}
  `('$cell: $fault', ({ cell, fault }) => {
    expect(short(read([[FIRST, '', 'R6-01', 1, cell as string]]))).toEqual(fault === null ? [] : [fault])
  })

  test('however a day is written, it is the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (back) => {
        const start = at('2026-11-24T00:00') - back * DAY_MS
        const [year, month, day] = dayOf(start).split('-').map(Number)
        const ways: Cell[] = [
          dayOf(start),
          `${year}/${month}/${day}`,
          `${year}年${month}月${day}日`,
          `${month}月${day}日`,
          new Date(`${dayOf(start)}T00:00:00Z`),
          46350 - back,
        ]
        expect(ways.map((way) => dayOfCell(way, NOW))).toEqual(ways.map(() => start))
      }),
    )
  })
})

describe('the sheet', () => {
  test('has the columns that the contract names', () => {
    expect(SHEET_COLUMNS).toEqual(IMPORT_COLUMNS)
  })

  test('has its columns in any order, under headings that people use; others are left alone', () => {
    const reading = read([['3', '2026/11/3', '扫雪', 'R6-01', '马建国']], ['序号', '日期', '备注', '事项', '户主'])
    expect(reading.lines).toMatchObject([{ card: FIRST, rule: 'R6-01', quantity: 1, note: '扫雪', source: null }])
    expect(read([[FIRST, 'R6-01', '2026-11-03']], ['积分卡号 *', '积分事项*', '发生 日期']).lines).toHaveLength(1)
  })

  test.each`
    header                                  | faults
    ${['积分卡号', '积分事项', '发生日期']} | ${[]}
    ${['持卡人', '积分事项', '发生日期']}   | ${[]}
    ${['积分卡号', '积分事项']}             | ${['发生日期 column_missing']}
    ${['积分事项', '发生日期']}             | ${['积分卡号 column_missing']}
    ${['姓名', '分数']}                     | ${['积分事项 column_missing', '发生日期 column_missing']}
    ${['卡号', '事项', '日期', '时间']}     | ${['时间 column_twice']}
  `('headed $header: $faults', ({ header, faults }) => {
    const reading = read([[FIRST, 'R6-01', '2026-11-03']], header as string[])
    const ofHeader = reading.faults.filter(({ row }) => row === 1)
    expect(ofHeader.map(({ column, code }) => `${column} ${code}`)).toEqual(faults)
    if (ofHeader.length > 0) expect(reading.lines).toEqual([])
  })

  test('without lines says so; empty rows are no lines', () => {
    expect(short(read([]))).toEqual(['A2 no_lines'])
    expect(short(read([['', null, '  ']]))).toEqual(['A2 no_lines'])
    const reading = read([[null], [FIRST, '', 'R6-01', 1, '2026-11-03'], ['']])
    expect(reading).toMatchObject({ count: 1, lines: [{ row: 3 }] })
  })

  test('with the same deed twice takes the first, and names it', () => {
    const line = [FIRST, '', 'R6-01', 1, '2026-11-03', '扫雪']
    const byName = ['', '马建国', '志愿服务一小时', 2, '11月3日', '扫雪']
    const reading = read([line, byName, [...line.slice(0, 5), '值班'], [SECOND, '', ...line.slice(2)]])
    expect(reading.lines.map(({ row }) => row)).toEqual([2, 4, 5])
    expect(reading.faults).toMatchObject([{ row: 3, cell: 'A3', code: 'duplicate_line', details: { row: 2 } }])
  })

  test('with many faults names them all, each at its cell, and still gives the sound lines', () => {
    const reading = read([
      ['x', '', 'R9', 0, '昨天', '', '?'],
      [FIRST, '', 'R6-01', 1, '2026-11-03'],
    ])
    expect(short(reading)).toEqual([
      'A2 card_unknown',
      'C2 rule_unknown',
      'D2 quantity_invalid',
      'E2 date_unreadable',
      'G2 source_unknown',
    ])
    expect(reading.lines.map(({ row }) => row)).toEqual([3])
  })

  test('shows what recording refuses at the column that it is about', () => {
    const reading = read([[FIRST, '', 'R6-01', 1, '2026-11-03']])
    expect(reading.faultOf(2, 'cap_reached', { cap: 8 })).toEqual({
      row: 2,
      cell: 'D2',
      column: '数量',
      code: 'cap_reached',
      details: { cap: 8 },
    })
    expect(reading.faultOf(2, 'card_frozen', {}).cell).toBe('A2')
    expect(reading.faultOf(2, 'rule_inactive', {}).cell).toBe('C2')
    const byName = read([['马建国', 'R6-01', '2026-11-03']], ['持卡人', '积分事项', '发生日期'])
    expect(byName.faultOf(2, 'same_household', {})).toMatchObject({ cell: 'A2', column: '持卡人' })
  })

  test('whatever it holds, every row is a sound line or has a fault, and nothing throws', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.constantFrom<Cell>(
        FIRST,
        '马建国',
        '王秀英',
        'R6-01',
        '庭院整洁',
        '2026-11-03',
        '11月3日',
        'A-0003',
        1,
        46329,
        null,
      ),
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.date(),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }), (rows) => {
        const reading = read(rows)
        const faulty = new Set(reading.faults.map(({ row }) => row))
        const filled = rows.flatMap((cells, index) => (cells.some((one) => textOf(one) !== '') ? [index + 2] : []))
        const sound = reading.lines.map(({ row }) => row)
        expect(reading.count).toBe(filled.length)
        if (filled.length === 0) return
        expect([...sound, ...faulty].sort((left, right) => left - right)).toEqual(filled)
      }),
    )
  })
})

test('cells are named as sheets name them', () => {
  expect([
    cellName(17, 2),
    cellName(1, 0),
    cellName(3, 25),
    cellName(3, 26),
    cellName(9, 701),
    cellName(9, 702),
  ]).toEqual(['C17', 'A1', 'Z3', 'AA3', 'ZZ9', 'AAA9'])
})

test('whole numbers are read from text and figures', () => {
  expect(['12', 12, ' １２ ', '12.00', '12.5', '', null, '1e3', '-3'].map(integerOfCell)).toEqual([
    12,
    12,
    12,
    12,
    null,
    null,
    null,
    null,
    null,
  ])
})
