import { checkForm, checkFormSchema } from '@practice/dispatch/domain'

const repair = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['故障类型', '说明'],
  additionalProperties: false,
  properties: {
    故障类型: { type: 'string', title: '故障类型', enum: ['停电', '漏水'] },
    说明: { type: 'string', minLength: 2, maxLength: 10 },
    楼层: { type: 'integer', minimum: 1, maximum: 33 },
    电话: { type: 'string', format: 'phone' },
    日期: { type: 'string', format: 'date' },
    邮箱: { type: 'string', format: 'email' },
    户号: { type: 'string', pattern: '^H\\d{3,5}$' },
    面积: { type: 'number', multipleOf: 0.1 },
    工种: { type: 'array', items: { type: 'string', enum: ['电', '水'] }, minItems: 1, uniqueItems: true },
    住址: { type: 'object', properties: { 门牌: { type: 'string' } }, required: ['门牌'] },
  },
}
const good = { 故障类型: '停电', 说明: '一直跳闸' }

test('the form of the seeds, and one that uses much, are forms', () => {
  expect(checkFormSchema(repair)).toEqual({ ok: true, value: repair })
})

test.each`
  answers                               | path                | message             | code
  ${{ 故障类型: '停电' }}               | ${['说明']}         | ${'必填'}           | ${'required'}
  ${undefined}                          | ${['故障类型']}     | ${'必填'}           | ${'required'}
  ${{ ...good, 故障类型: '着火' }}      | ${['故障类型']}     | ${'请从选项中选择'} | ${'enum'}
  ${{ ...good, 说明: '坏' }}            | ${['说明']}         | ${'至少 2 个字'}    | ${'minLength'}
  ${{ ...good, 说明: '坏'.repeat(11) }} | ${['说明']}         | ${'至多 10 个字'}   | ${'maxLength'}
  ${{ ...good, 楼层: '三' }}            | ${['楼层']}         | ${'应填整数'}       | ${'type'}
  ${{ ...good, 楼层: 1.5 }}             | ${['楼层']}         | ${'应填整数'}       | ${'type'}
  ${{ ...good, 楼层: 0 }}               | ${['楼层']}         | ${'不能小于 1'}     | ${'minimum'}
  ${{ ...good, 电话: '119' }}           | ${['电话']}         | ${'格式不对'}       | ${'format'}
  ${{ ...good, 日期: '2026-02-30' }}    | ${['日期']}         | ${'格式不对'}       | ${'format'}
  ${{ ...good, 邮箱: 'a@b@c' }}         | ${['邮箱']}         | ${'格式不对'}       | ${'format'}
  ${{ ...good, 户号: 'H12x' }}          | ${['户号']}         | ${'格式不对'}       | ${'pattern'}
  ${{ ...good, 工种: [] }}              | ${['工种']}         | ${'至少选 1 项'}    | ${'minItems'}
  ${{ ...good, 工种: ['电', '电'] }}    | ${['工种']}         | ${'不能重复'}       | ${'uniqueItems'}
  ${{ ...good, 工种: ['电', '木'] }}    | ${['工种', '1']}    | ${'请从选项中选择'} | ${'enum'}
  ${{ ...good, 住址: {} }}              | ${['住址', '门牌']} | ${'必填'}           | ${'required'}
  ${{ ...good, 颜色: '红' }}            | ${['颜色']}         | ${'没有这个字段'}   | ${'additionalProperties'}
`('$path: $message', ({ answers, ...error }: { answers: Record<string, unknown> | undefined }) => {
  const result = checkForm(repair, answers)
  const errors = result.ok ? [] : (result.details['errors'] as unknown[])
  expect(result).toMatchObject({ ok: false, code: 'form_invalid' })
  expect(errors[0]).toEqual(error)
})

test('good answers are given back, and a form that is the same text is the same form', () => {
  const answers = { ...good, 楼层: 3, 电话: '19900000001', 日期: '2026-11-24', 户号: 'H001', 面积: 80.3, 工种: ['水'] }
  expect(checkForm(repair, answers)).toEqual({ ok: true, value: answers })
  expect(checkForm(structuredClone(repair), answers)).toEqual({ ok: true, value: answers })
})

test('no form asks nothing', () => {
  expect(checkForm(null, undefined)).toEqual({ ok: true, value: null })
  expect(checkForm(null, { 说明: '随便' })).toEqual({ ok: true, value: { 说明: '随便' } })
})

test('answers without end are refused, with and without a form', () => {
  const long = { 说明: '长'.repeat(30_000) }
  expect(checkForm(null, long)).toMatchObject({ ok: false, details: { errors: [{ code: 'size' }] } })
  expect(checkForm(repair, long)).toMatchObject({ ok: false, details: { errors: [{ code: 'size' }] } })
})

test('a form that came past the check refuses the order and does not throw', () => {
  expect(checkForm({ type: 'object', properties: { a: { $ref: 'https://example.org' } } }, {})).toMatchObject({
    ok: false,
    code: 'form_invalid',
    details: { errors: [{ code: 'schema' }] },
  })
})

test('more forms than are kept still each have their own rules', () => {
  const form = (least: number) => ({ type: 'object', properties: { 数: { type: 'number', minimum: least } } })
  for (let least = 0; least < 600; least++) expect(checkForm(form(least), { 数: least }).ok).toBe(true)
  expect(checkForm(form(0), { 数: -1 }).ok).toBe(false)
  expect(checkForm(form(599), { 数: 598 }).ok).toBe(false)
})

const withField = (field: unknown) => ({ type: 'object', properties: { a: field } })
const nested = (depth: number): unknown => (depth === 0 ? { type: 'string' } : withField(nested(depth - 1)))

test.each`
  schema                                                                         | path                                | because
  ${null}                                                                        | ${['type']}                         | ${'nothing'}
  ${[]}                                                                          | ${['type']}                         | ${'a list'}
  ${true}                                                                        | ${['type']}                         | ${'a schema that takes everything'}
  ${{ type: 'string' }}                                                          | ${['type']}                         | ${'no object'}
  ${{ properties: {} }}                                                          | ${['type']}                         | ${'no type'}
  ${withField({ $ref: 'https://example.org/x.json' })}                           | ${['properties', 'a', '$ref']}      | ${'a reference to elsewhere'}
  ${withField({ $ref: '#' })}                                                    | ${['properties', 'a', '$ref']}      | ${'a reference to itself'}
  ${{ type: 'object', $id: 'https://example.org' }}                              | ${['$id']}                          | ${'a name for others to refer to'}
  ${{ type: 'object', $schema: 'https://json-schema.org/draft/2020-12/schema' }} | ${['$schema']}                      | ${'another draft'}
  ${{ type: 'object', patternProperties: { '^a': {} } }}                         | ${['patternProperties']}            | ${'fields by pattern'}
  ${withField({ type: 'string', pattern: '^(a+)+$' })}                           | ${['properties', 'a', 'pattern']}   | ${'groups'}
  ${withField({ type: 'string', pattern: '^a*a*a*b' })}                          | ${['properties', 'a', 'pattern']}   | ${'several quantifiers'}
  ${withField({ type: 'string', pattern: 'a+' })}                                | ${['properties', 'a', 'pattern']}   | ${'no anchor'}
  ${withField({ type: 'string', pattern: '^a|b' })}                              | ${['properties', 'a', 'pattern']}   | ${'alternatives'}
  ${withField({ type: 'string', pattern: '^a{99999}' })}                         | ${['properties', 'a', 'pattern']}   | ${'too often'}
  ${withField({ type: 'string', pattern: '^[' })}                                | ${['properties', 'a', 'pattern']}   | ${'no expression'}
  ${withField({ type: 'string', pattern: `^${'a'.repeat(100)}` })}               | ${['properties', 'a', 'pattern']}   | ${'too long an expression'}
  ${withField({ type: 'string', 'x-widget': 'map' })}                            | ${['properties', 'a', 'x-widget']}  | ${'an unknown keyword'}
  ${withField('text')}                                                           | ${['properties', 'a']}              | ${'no schema'}
  ${{ type: 'object', properties: [] }}                                          | ${['properties']}                   | ${'a list of fields'}
  ${{ type: 'object', properties: { 'a b': {} } }}                               | ${['properties', 'a b']}            | ${'a name with a blank'}
  ${{ type: 'object', properties: JSON.parse('{"__proto__": {}}') as unknown }}  | ${['properties', '__proto__']}      | ${'a taken name'}
  ${{ type: 'object', properties: { constructor: {} } }}                         | ${['properties', 'constructor']}    | ${'a name of every object'}
  ${withField({ default: { a: { b: 1 } } })}                                     | ${['properties', 'a', 'default']}   | ${'nested values'}
  ${withField({ type: 'string', minLength: -1 })}                                | ${['properties', 'a', 'minLength']} | ${'no length'}
  ${withField({ type: 'text' })}                                                 | ${['properties', 'a', 'type']}      | ${'an unknown type'}
  ${withField({ type: 'string', format: 'moon-phase' })}                         | ${[]}                               | ${'an unknown format'}
  ${{ type: 'object', title: '长'.repeat(20_001) }}                              | ${[]}                               | ${'too long'}
  ${{ type: 'object', anyOf: {} }}                                               | ${['anyOf']}                        | ${'no list of schemas'}
`('$because is no form: $path', ({ schema, path }: { schema: unknown; path: string[] }) => {
  const result = checkFormSchema(schema)
  const errors = result.ok ? [] : (result.details['errors'] as { path: string[] }[])
  expect(result).toMatchObject({ ok: false, code: 'form_schema_invalid' })
  expect(errors[0]?.path).toEqual(path)
})

test.each(['^1\\d{10}$', '^[A-Z]{2}\\d+$', '^\\d{4}-\\d{3,4}$', '^[(|*+]x$', '^\\(\\d\\)$', '^\\p{L}+$'])(
  'the pattern %s may be used',
  (pattern) => {
    expect(checkFormSchema(withField({ type: 'string', pattern })).ok).toBe(true)
  },
)

test('depth is bounded, however deep', () => {
  expect(checkFormSchema(nested(6)).ok).toBe(true)
  expect(checkFormSchema(nested(50))).toMatchObject({ ok: false, details: { errors: [{ code: 'depth' }] } })
  expect(checkFormSchema(nested(3000)).ok).toBe(false)
})

test('forms may depend on their answers', () => {
  const schema = {
    ...withField({ type: 'boolean' }),
    if: { properties: { a: { const: true } }, required: ['a'] },
    then: { required: ['b'] },
  }
  expect(checkFormSchema(schema).ok).toBe(true)
  expect(checkForm(schema, { a: false }).ok).toBe(true)
  expect(checkForm(schema, { a: true })).toMatchObject({ ok: false })
})
