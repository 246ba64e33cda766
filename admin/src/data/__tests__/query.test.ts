import { filtersOf, sortOf } from '../query'

const NOTHING = { documentId: { $null: true } }

describe('filters in the syntax of Strapi', () => {
  test.each([
    ['eq', 'placed', { state: { $eq: 'placed' } }],
    ['ne', 'placed', { state: { $ne: 'placed' } }],
    ['lt', 3, { state: { $lt: 3 } }],
    ['gte', 3, { state: { $gte: 3 } }],
    ['in', ['placed', 'pooled'], { state: { $in: ['placed', 'pooled'] } }],
    ['nin', ['placed'], { state: { $notIn: ['placed'] } }],
    ['contains', '王&x', { state: { $containsi: '王&x' } }],
    ['ncontains', 'x', { state: { $notContainsi: 'x' } }],
    ['containss', 'x', { state: { $contains: 'x' } }],
    ['startswiths', '640402', { state: { $startsWith: '640402' } }],
    ['nstartswith', 'x', { state: { $not: { $startsWithi: 'x' } } }],
    ['nendswiths', 'x', { state: { $not: { $endsWith: 'x' } } }],
    ['between', [1, 2], { state: { $between: [1, 2] } }],
    ['nbetween', [1, 2], { state: { $not: { $between: [1, 2] } } }],
    ['null', true, { state: { $null: true } }],
    ['nnull', true, { state: { $notNull: true } }],
  ] as const)('%s', (operator, value, expected) => {
    expect(filtersOf([{ field: 'state', operator, value }])).toEqual(expected)
  })

  test('an empty `in` matches nothing, an empty `nin` everything', () => {
    expect(filtersOf([{ field: 'state', operator: 'in', value: [] }])).toEqual(NOTHING)
    expect(filtersOf([{ field: 'state', operator: 'nin', value: [] }])).toEqual({})
  })

  test('what was left open is no condition', () => {
    expect(filtersOf([{ field: 'state', operator: 'eq', value: undefined }])).toEqual({})
    expect(filtersOf([{ field: 'name', operator: 'contains', value: '' }])).toEqual({})
  })

  test('conditions on different fields stand side by side, a range on one field together', () => {
    expect(
      filtersOf([
        { field: 'urgency', operator: 'eq', value: 'urgent' },
        { field: 'createdAt', operator: 'gte', value: 1 },
        { field: 'createdAt', operator: 'lt', value: 2 },
      ]),
    ).toEqual({ urgency: { $eq: 'urgent' }, createdAt: { $gte: 1, $lt: 2 } })
  })

  test('the same operator twice on a field holds both', () => {
    expect(
      filtersOf([
        { field: 'name', operator: 'contains', value: 'a' },
        { field: 'name', operator: 'contains', value: 'b' },
      ]),
    ).toEqual({ name: { $containsi: 'a' }, $and: [{ name: { $containsi: 'b' } }] })
  })

  test('two `or` groups do not become one', () => {
    const group = (field: string) => ({
      operator: 'or' as const,
      value: [
        { field, operator: 'eq' as const, value: 1 },
        { field, operator: 'eq' as const, value: 2 },
      ],
    })
    expect(filtersOf([group('a'), group('b')])).toEqual({
      $or: [{ a: { $eq: 1 } }, { a: { $eq: 2 } }],
      $and: [{ $or: [{ b: { $eq: 1 } }, { b: { $eq: 2 } }] }],
    })
  })

  test('an `or` of nothing holds for nothing', () => {
    expect(filtersOf([{ operator: 'or', value: [] }])).toEqual(NOTHING)
    expect(filtersOf([{ operator: 'and', value: [] }])).toEqual({})
  })

  test('a dotted field walks into its relation', () => {
    expect(filtersOf([{ field: 'category.code', operator: 'eq', value: 'C01' }])).toEqual({
      category: { code: { $eq: 'C01' } },
    })
  })
})

test('sorters as text', () => {
  expect(sortOf([{ field: 'deadline', order: 'asc' }])).toEqual(['deadline:asc'])
})
