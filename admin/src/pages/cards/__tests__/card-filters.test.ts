import { filtersOf as strapiFilters } from '../../../data/query'
import { filtersOf as cardFilters, stateOf } from '../card-filters'

const VILLAGE = '640402100207'

const filtersOf = (...asked: Parameters<typeof cardFilters>) => strapiFilters(cardFilters(...asked))

test.each([
  ['', {}],
  ['马建', { holder: { $contains: '马建' } }],
  ['MJG', { initials: { $startsWith: 'mjg' } }],
  ['7', { number: { $eq: `${VILLAGE}-0007` } }],
  ['0021', { number: { $eq: `${VILLAGE}-0021` } }],
  [`${VILLAGE}-00`, { number: { $startsWith: `${VILLAGE}-00` } }],
])('%s asks for %j', (text, filters) => {
  expect(filtersOf(text, null, VILLAGE)).toEqual(filters)
})

test('above a village, figures are the beginning of a number', () => {
  expect(filtersOf('6404', null, '640402100')).toEqual({ number: { $startsWith: '6404' } })
  expect(filtersOf('6404', null, null)).toEqual({ number: { $startsWith: '6404' } })
})

test('a state is asked for beside it', () => {
  expect(filtersOf('mjg', 'frozen', VILLAGE)).toEqual({ initials: { $startsWith: 'mjg' }, state: { $eq: 'frozen' } })
  expect(stateOf('closed')).toBe('closed')
  expect(stateOf('lost')).toBeNull()
})
