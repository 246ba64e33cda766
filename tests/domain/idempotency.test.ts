import { canonicalJson, decideIdempotency, inputHash, isIdempotencyKey, ok, refuse } from '@practice/kernel'

test.each`
  key                      | valid
  ${'a3f1c2d4'}            | ${true}
  ${'x'.repeat(128)}       | ${true}
  ${'order:2026-11-24/1~'} | ${true}
  ${'x'.repeat(7)}         | ${false}
  ${'x'.repeat(129)}       | ${false}
  ${'with space'}          | ${false}
  ${'line\nbreak'}         | ${false}
  ${'点单点单点单点单'}    | ${false}
  ${undefined}             | ${false}
  ${['a3f1c2d4']}          | ${false}
`('key $key: $valid', ({ key, valid }: { key: unknown; valid: boolean }) => {
  expect(isIdempotencyKey(key)).toBe(valid)
})

test('an input means the same in whatever order its keys stand', () => {
  expect(canonicalJson({ b: 1, a: { d: [1, { y: 2, x: 1 }], c: null } })).toBe(
    '{"a":{"c":null,"d":[1,{"x":1,"y":2}]},"b":1}',
  )
  expect(inputHash({ site: '640402', note: '水管' })).toBe(inputHash({ note: '水管', site: '640402' }))
  expect(inputHash({ note: undefined, site: '640402' })).toBe(inputHash({ site: '640402' }))
})

test('what differs in meaning differs in hash', () => {
  const inputs = [
    {},
    [],
    null,
    '',
    '1',
    1,
    [1, 2],
    [2, 1],
    { a: 1 },
    { a: '1' },
    { a: null },
    { a: [] },
    { 'a":1,"b': 2 },
    { a: 1, b: 2 },
  ]
  expect(new Set(inputs.map(inputHash)).size).toBe(inputs.length)
})

test('the hash is the SHA-256 of the canonical text', () => {
  expect(inputHash('')).toBe('12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126')
})

test('a key is fresh, repeated, or used for something else', () => {
  expect(decideIdempotency(null, 'h1')).toEqual(ok('fresh'))
  expect(decideIdempotency({ inputHash: 'h1' }, 'h1')).toEqual(ok('replay'))
  expect(decideIdempotency({ inputHash: 'h1' }, 'h2')).toEqual(refuse('key_reused'))
})
