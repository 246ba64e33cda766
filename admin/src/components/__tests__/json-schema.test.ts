import { fieldsOf, widgetOf } from '../json-schema'

test.each([
  [{ type: 'string' }, 'text'],
  [{ type: 'string', maxLength: 200 }, 'textarea'],
  [{ type: 'string', format: 'date' }, 'date'],
  [{ type: 'string', format: 'date-time' }, 'dateTime'],
  [{ type: 'string', enum: ['a', 'b'] }, 'choice'],
  [{ type: 'array', items: { enum: ['a'] } }, 'choices'],
  [{ type: 'array', items: { type: 'string', format: 'photo' } }, 'photos'],
  [{ type: 'integer' }, 'integer'],
  [{ type: 'number' }, 'number'],
  [{ type: 'boolean' }, 'switch'],
  [{}, 'text'],
] as const)('%p is asked for by a %s', (field, widget) => {
  expect(widgetOf(field)).toBe(widget)
})

test('fields keep their order, and are named by their title or key', () => {
  const schema = { properties: { 面积: { type: 'number' as const }, b: { title: '日期' } }, required: ['b'] }
  expect(fieldsOf(schema).map(({ label, isNeeded }) => [label, isNeeded])).toEqual([
    ['面积', false],
    ['日期', true],
  ])
  expect(fieldsOf(null)).toEqual([])
})
