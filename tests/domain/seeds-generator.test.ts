import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { integerOf, listOf, parseRows } from '../../seeds/src/csv'
import { readDivisions, siteNameOf } from '../../seeds/src/divisions'
import { documentIdOf } from '../../seeds/src/document-id'
import { sampleHouseholds } from '../../seeds/src/households'
import { cover, photo } from '../../seeds/src/images'
import { agendaOf } from '../../seeds/src/orders/agenda'
import { numbering } from '../../seeds/src/orders/numbering'
import { phoneOf } from '../../seeds/src/people'
import { randomOf } from '../../seeds/src/random'
import { sampleSites } from '../../seeds/src/sites'
import { sampleTeams, sampleVolunteers } from '../../seeds/src/teams'

describe('random', () => {
  test('a name always gives the same stream, another name another', () => {
    const drawn = (name: string) =>
      Array.from(
        { length: 20 },
        (
          (random) => () =>
            random.fraction()
        )(randomOf(name)),
      )
    expect(drawn('a')).toEqual(drawn('a'))
    expect(drawn('a')).not.toEqual(drawn('b'))
  })

  test('integers fill their range, both ends included', () => {
    const random = randomOf('range')
    const seen = new Set(Array.from({ length: 500 }, () => random.integer(2, 5)))
    expect([...seen].sort()).toEqual([2, 3, 4, 5])
  })

  test('heavier things come more often', () => {
    const random = randomOf('weights')
    const drawn = Array.from({ length: 2000 }, () =>
      random.weighted(['light', 'heavy'], (it) => (it === 'heavy' ? 9 : 1)),
    )
    const heavy = drawn.filter((it) => it === 'heavy').length / drawn.length
    expect(heavy).toBeGreaterThan(0.86)
    expect(heavy).toBeLessThan(0.94)
  })

  test('there is nothing to pick from nothing', () => {
    expect(() => randomOf('none').pick([])).toThrow(RangeError)
  })
})

test('the same district is invented every time', () => {
  const once = JSON.stringify([
    sampleSites(),
    sampleHouseholds(sampleSites()),
    sampleVolunteers(sampleTeams(sampleSites()), 2026),
  ])
  const again = JSON.stringify([
    sampleSites(),
    sampleHouseholds(sampleSites()),
    sampleVolunteers(sampleTeams(sampleSites()), 2026),
  ])
  expect(again).toBe(once)
})

test('a phone block gives no more numbers than it has', () => {
  expect(phoneOf('volunteer', 0)).toBe('19900010000')
  expect(() => phoneOf('volunteer', 10_000)).toThrow(RangeError)
})

test('documentIds look like Strapi’s own', () => {
  expect(documentIdOf('order', 'x')).toMatch(/^[a-z][a-z0-9]{23}$/)
  expect(documentIdOf('order', 'x')).not.toBe(documentIdOf('article', 'x'))
})

test('numbers run by the day in China, after those that were given', () => {
  const numberOf = numbering(new Map([['order:20261124', 7]]))
  expect(numberOf(Date.parse('2026-11-24T15:59:59Z'))).toBe('20261124-0008')
  expect(numberOf(Date.parse('2026-11-24T16:00:00Z'))).toBe('20261125-0001')
})

test('an agenda runs by time, equals in the order in which they came, and what is put in on the way', () => {
  const agenda = agendaOf()
  const done: string[] = []
  agenda.put(5, () => done.push('five'))
  agenda.put(1, () => {
    done.push('one')
    agenda.put(3, () => done.push('three'))
  })
  agenda.put(5, () => done.push('five again'))
  agenda.put(9, () => done.push('nine'))
  agenda.runUntil(5)
  expect(done).toEqual(['one', 'three', 'five', 'five again'])
})

describe('CSV', () => {
  test('columns may stand in any order, a byte order mark is passed over', () => {
    expect(parseRows('\uFEFFb,a\n2,007\n', ['a', 'b'])).toEqual([{ a: '007', b: '2' }])
  })

  test.each(['a\n1\n', 'a,c\n1,2\n', ''])('another header is refused: %j', (text) => {
    expect(() => parseRows(text, ['a', 'b'])).toThrow(/CSV header/)
  })

  test('cells', () => {
    expect(listOf('')).toEqual([])
    expect(listOf('代办;宣讲')).toEqual(['代办', '宣讲'])
    expect(integerOf('')).toBeNull()
    expect(() => integerOf('1.5')).toThrow()
  })
})

describe('divisions of another district', () => {
  const folder = mkdtempSync(join(tmpdir(), 'divisions-'))
  const read = (content: string | Buffer, district = '640403') => {
    const file = join(folder, 'divisions.csv')
    writeFileSync(file, content)
    return readDivisions(file, district)
  }
  const HEAD = 'code,name,tier,parent\n640403,某县,center,\n'

  test('are read with their tiers and parents, villages by the name that people use', () => {
    expect(read(`${HEAD}640403100,某镇,town,640403\n640403100200,某村委会,village,640403100\n`)).toEqual([
      { code: '640403', name: '某县', tier: 'center', parentCode: null },
      { code: '640403100', name: '某镇', tier: 'town', parentCode: '640403' },
      { code: '640403100200', name: '某村', tier: 'village', parentCode: '640403100' },
    ])
  })

  test('may come in GBK', () => {
    const gbk = Buffer.concat([
      Buffer.from('code,name,tier,parent\n640403,'),
      Buffer.from([0xcf, 0xd8]),
      Buffer.from(',center,\n'),
    ])
    expect(read(gbk)[0]?.name).toBe('县')
  })

  test.each`
    problem                      | line                                     | message
    ${'a foreign code'}          | ${'640404100,某镇,town,640404'}          | ${/not of the district/}
    ${'a tier that is not so'}   | ${'640403100,某镇,village,640403'}       | ${/not a code of tier/}
    ${'a parent that is not so'} | ${'640403100,某镇,town,640402'}          | ${/instead of "640403"/}
    ${'a parent without a line'} | ${'640403100200,某村,village,640403100'} | ${/no line for 640403100/}
    ${'no name'}                 | ${'640403100,,town,640403'}              | ${/no name/}
    ${'a code twice'}            | ${'640403,某县,center,'}                 | ${/comes twice/}
  `('$problem is refused by its line', ({ line, message }: { line: string; message: RegExp }) => {
    expect(() => read(`${HEAD}${line}\n`)).toThrow(message)
    expect(() => read(`${HEAD}${line}\n`)).toThrow(/line 3/)
  })

  test('a list of another district is refused', () => {
    expect(() => read(HEAD, '110101')).toThrow(/no line for the district 110101/)
    expect(() => read(HEAD, '6404')).toThrow(/six digits/)
  })

  test.each([
    ['老三营村委会', '老三营村'],
    ['某村民委员会', '某村'],
    ['工农巷社区居委会', '工农巷社区'],
    ['东关社区', '东关社区'],
    ['深沟居委会', '深沟居委会'],
  ])('%s is %s', (name, short) => {
    expect(siteNameOf(name)).toBe(short)
  })
})

test('pictures are small, real, and the same for a name', async () => {
  const [first, second, yard] = await Promise.all([cover('a', 'culture'), cover('a', 'culture'), photo('a')])
  expect(first.bytes.equals(second.bytes)).toBe(true)
  expect(first.bytes.subarray(8, 12).toString()).toBe('WEBP')
  expect([...yard.bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
  expect(Math.max(first.bytes.length, yard.bytes.length)).toBeLessThan(40_000)
})
