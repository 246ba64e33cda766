import { dayFilters } from '../days'

test('days are days of China, both ends included', () => {
  expect(dayFilters('2026-11-24', '2026-11-25')).toEqual([
    { field: 'at', operator: 'gte', value: '2026-11-23T16:00:00.000Z' },
    { field: 'at', operator: 'lte', value: '2026-11-25T15:59:59.999Z' },
  ])
})

test('an open side asks for nothing', () => {
  expect(dayFilters(null, null)).toEqual([])
})
