import farming from '../../../../../../seeds/data/forms/farming.json'
import haircut from '../../../../../../seeds/data/forms/haircut.json'
import job from '../../../../../../seeds/data/forms/job.json'
import mediation from '../../../../../../seeds/data/forms/mediation.json'
import medicine from '../../../../../../seeds/data/forms/medicine.json'
import repair from '../../../../../../seeds/data/forms/repair.json'
import type { FieldSchema, FormSchema } from '../../../../components/json-schema'
import { draftOf, moved, newField, optionsOf, problemsOf, schemaOf } from '../form-fields'
import type { FormField } from '../form-fields'

/** As they come from the server: JSON. */
const seeded = [farming, haircut, job, mediation, medicine, repair].map((form) => form as FormSchema)

const field = (said: Partial<FormField>): FormField => ({ ...newField(), ...said })
const propertiesOf = (...fields: FormField[]) => schemaOf({ fields, rest: {} }).properties

test.each(seeded.map((schema) => [String(schema.title), schema] as const))(
  '%s is written back as it was',
  (_title, schema) => {
    const { $comment, ...written } = schemaOf(draftOf(schema))
    expect($comment).toBe(`order:${Object.keys(schema.properties ?? {}).join(',')}`)
    expect({ ...written, $comment }).toMatchObject({ ...schema })
    expect(draftOf(written)).toEqual(draftOf(schemaOf(draftOf(written))))
  },
)

test.each`
  kind          | options         | property
  ${'text'}     | ${[]}           | ${{ title: '项', type: 'string', maxLength: 50 }}
  ${'textarea'} | ${[]}           | ${{ title: '项', type: 'string', maxLength: 500 }}
  ${'number'}   | ${[]}           | ${{ title: '项', type: 'number', minimum: 0 }}
  ${'choice'}   | ${['甲', '乙']} | ${{ title: '项', type: 'string', enum: ['甲', '乙'] }}
  ${'choices'}  | ${['甲', '乙']} | ${{ title: '项', type: 'array', items: { type: 'string', enum: ['甲', '乙'] }, uniqueItems: true }}
  ${'date'}     | ${[]}           | ${{ title: '项', type: 'string', format: 'date' }}
  ${'boolean'}  | ${[]}           | ${{ title: '项', type: 'boolean' }}
`('a new $kind is written and read back', ({ kind, options, property }) => {
  const made = field({ kind: kind as FormField['kind'], options: options as string[], label: '项' })
  expect(propertiesOf(made)).toEqual({ 项: property as FieldSchema })
  const {
    id: _id,
    key: _key,
    keywords: _keywords,
    ...read
  } = draftOf(schemaOf({ fields: [made], rest: {} })).fields[0] ?? made
  expect(made).toMatchObject(read)
})

test('order is kept where the database keeps none', () => {
  const written = schemaOf({ fields: ['丙', '甲', '乙'].map((label) => field({ label })), rest: {} })
  const { 丙: third, ...others } = written.properties ?? {}
  const shuffled = { ...written, properties: { ...others, ...(third === undefined ? {} : { 丙: third }) } }
  expect(draftOf(shuffled).fields.map(({ label }) => label)).toEqual(['丙', '甲', '乙'])
})

test('what is required cannot be answered with nothing', () => {
  const properties = propertiesOf(
    field({ label: '名', isRequired: true }),
    field({ label: '选', kind: 'choices', options: ['甲'], isRequired: true }),
    field({ label: '是', kind: 'boolean', isRequired: true }),
  )
  expect(properties).toMatchObject({ 名: { minLength: 1 }, 选: { minItems: 1 }, 是: { default: false } })
})

test('a field that is renamed keeps its key, a new one takes its own from the label, once', () => {
  const [first] = draftOf({ properties: { 人数: { type: 'integer', title: '人数' } } }).fields
  if (first === undefined) throw new Error('no field')
  const fields = [
    { ...first, label: '理发人数' },
    field({ label: '人数' }),
    field({ label: '(1)' }),
    field({ label: 'a b' }),
  ]
  expect(Object.keys(propertiesOf(...fields) ?? {})).toEqual(['人数', '人数_2', 'field', 'ab'])
})

test('bounds stay with the kind that they belong to', () => {
  const [read] = draftOf({ properties: { n: { type: 'integer', minimum: 1, maximum: 30 } } }).fields
  if (read === undefined) throw new Error('no field')
  expect(propertiesOf(read)).toMatchObject({ n: { type: 'integer', minimum: 1, maximum: 30 } })
  expect(propertiesOf({ ...read, kind: 'text' })).toEqual({ n: { title: 'n', type: 'string', maxLength: 50 } })
})

test('what the editor does not know is written back as it came', () => {
  const schema: FormSchema = {
    type: 'object',
    title: '表',
    properties: { at: { type: 'string', format: 'date-time', title: '时间' }, n: { enum: [1, 2], title: '级' } },
  }
  const draft = draftOf(schema)
  expect(draft.fields.map(({ kind }) => kind)).toEqual(['other', 'other'])
  expect(schemaOf(draft)).toMatchObject(schema)
})

test.each`
  fields                                                              | problem
  ${[field({ label: ' ' })]}                                          | ${'labelMissing'}
  ${[field({ label: '甲' }), field({ label: '甲 ' })]}                | ${'labelTwice'}
  ${[field({ label: '甲', kind: 'choice' })]}                         | ${'optionsMissing'}
  ${[field({ label: '甲', kind: 'choices', options: ['一', '一'] })]} | ${'optionTwice'}
`('a form is not written with $problem', ({ fields, problem }) => {
  expect([...problemsOf(fields as FormField[]).values()]).toContain(problem)
})

test('fields move by one place, and not past the ends', () => {
  const fields = ['甲', '乙', '丙'].map((label) => field({ label }))
  const labels = (list: FormField[]) => list.map(({ label }) => label).join('')
  expect(labels(moved(fields, 0, 1))).toBe('乙甲丙')
  expect(labels(moved(fields, 2, -1))).toBe('甲丙乙')
  expect(labels(moved(fields, 0, -1))).toBe('甲乙丙')
  expect(labels(moved(fields, 2, 1))).toBe('甲乙丙')
})

test('options are one a line', () => {
  expect(optionsOf(' 上午\r\n\n下午 \n')).toEqual(['上午', '下午'])
})
