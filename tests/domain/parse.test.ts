import { parseBody } from '@practice/kernel'
import { z } from 'zod'

const schema = z.strictObject({
  site: z.string(),
  requester: z.strictObject({ name: z.string(), age: z.int().optional() }),
})
const good = { site: '640402', requester: { name: '马建国' } }

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown

test('a good body gives its data', () => {
  expect(parseBody(schema, { data: good })).toEqual({ ok: true, value: good })
})

test.each`
  body                                                            | path                      | code                  | because
  ${undefined}                                                    | ${[]}                     | ${'invalid_type'}     | ${'no body'}
  ${null}                                                         | ${[]}                     | ${'invalid_type'}     | ${'null'}
  ${[]}                                                           | ${[]}                     | ${'invalid_type'}     | ${'an array'}
  ${'{}'}                                                         | ${[]}                     | ${'invalid_type'}     | ${'text'}
  ${{}}                                                           | ${['data']}               | ${'invalid_type'}     | ${'no data'}
  ${{ data: good, meta: 1 }}                                      | ${['meta']}               | ${'unrecognized_key'} | ${'something beside data'}
  ${{ data: { ...good, state: 'archived' } }}                     | ${['state']}              | ${'unrecognized_key'} | ${'an unknown key'}
  ${{ data: { ...good, requester: { name: '马', phone: '1' } } }} | ${['requester', 'phone']} | ${'unrecognized_key'} | ${'an unknown key within'}
  ${{ data: { ...good, site: 640402 } }}                          | ${['site']}               | ${'invalid_type'}     | ${'a number for a code'}
  ${{ data: { site: '640402' } }}                                 | ${['requester']}          | ${'invalid_type'}     | ${'a missing part'}
  ${{ data: { ...good, requester: { name: '马', age: 1.5 } } }}   | ${['requester', 'age']}   | ${'invalid_type'}     | ${'a fraction'}
  ${{ data: null }}                                               | ${[]}                     | ${'invalid_type'}     | ${'null for data'}
  ${{ data: nested(100_000) }}                                    | ${[]}                     | ${'too_deep'}         | ${'nested without end'}
`('$because: $code at $path', ({ body, path, code }: { body: unknown; path: string[]; code: string }) => {
  const result = parseBody(schema, body)
  expect(result).toMatchObject({ ok: false, code: 'invalid', details: { errors: [{ path, code }] } })
})

test.each(['\0', 'a\0b', '\ud800', '\udc00\ud800'])('text that no database keeps, %j, is refused anywhere', (text) => {
  const anything = z.record(z.string(), z.unknown())
  const broken = { details: { errors: [{ code: 'broken_text' }] } }
  expect(parseBody(anything, { data: { a: [{ b: text }] } })).toMatchObject(broken)
  expect(parseBody(anything, { data: { [text]: 1 } })).toMatchObject(broken)
})

test('rare characters of names are kept', () => {
  expect(parseBody(schema, { data: { ...good, requester: { name: '马𬭩' } } }).ok).toBe(true)
})

test('every unknown key is named, up to fifty', () => {
  const result = parseBody(z.strictObject({}), { data: { a: 1, b: 2 } })
  expect(result).toMatchObject({ details: { errors: [{ path: ['a'] }, { path: ['b'] }] } })
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, 1]))
  const refused = parseBody(z.strictObject({}), { data: many })
  expect(!refused.ok && refused.details['errors']).toHaveLength(50)
})
