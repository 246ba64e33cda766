import { instantOf, isoOf } from '@practice/kernel'

const AT = Date.UTC(2026, 10, 24, 6, 30)

test.each`
  value                          | instant | from
  ${AT}                          | ${AT}   | ${'SQLite'}
  ${String(AT)}                  | ${AT}   | ${'a bigint column of PostgreSQL'}
  ${new Date(AT)}                | ${AT}   | ${'a timestamp of PostgreSQL'}
  ${'2026-11-24T06:30:00.000Z'}  | ${AT}   | ${'the document service'}
  ${'2026-11-24T14:30:00+08:00'} | ${AT}   | ${'a client in China'}
  ${null}                        | ${null} | ${'an empty column'}
  ${undefined}                   | ${null} | ${'a column that was not asked for'}
`('$from gives the same instant', ({ value, instant }: { value: unknown; instant: number | null }) => {
  expect(instantOf(value)).toBe(instant)
})

test.each(['yesterday', '', {}, true])('%j is no instant: a bug, hence thrown', (value) => {
  expect(() => instantOf(value)).toThrow(TypeError)
})

test('instants are written in UTC', () => {
  expect(isoOf(AT)).toBe('2026-11-24T06:30:00.000Z')
  expect(isoOf(null)).toBeNull()
})
