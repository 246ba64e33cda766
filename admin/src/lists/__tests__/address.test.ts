import { changed, cleared, isNarrowed, pageOf, sortOf, sortText, viewQueryOf } from '../address'

const at = (address: string) => new URLSearchParams(address)
const COLUMNS = [
  { key: 'name', title: '名称', sortBy: 'name', render: () => null },
  { key: 'load', title: '手头', render: () => null },
]

test.each([
  ['', 1],
  ['page=3', 3],
  ['page=0', 1],
  ['page=-2', 1],
  ['page=x', 1],
  ['page=2.7', 2],
])('%j is page %i', (address, page) => expect(pageOf(at(address))).toBe(page))

test('a sort is one of the columns’ own, with a minus the other way round', () => {
  expect(sortOf(at('sort=name'), COLUMNS)).toEqual({ field: 'name', order: 'asc' })
  expect(sortOf(at('sort=-name'), COLUMNS)).toEqual({ field: 'name', order: 'desc' })
  expect(sortOf(at('sort=load'), COLUMNS)).toBeNull()
  expect(sortOf(at('sort=password'), COLUMNS)).toBeNull()
  expect(sortOf(at(''), COLUMNS)).toBeNull()
  expect(sortText({ field: 'name', order: 'desc' })).toBe('-name')
})

test('another filter or sort begins at the first page, another page does not, and an open row changes nothing', () => {
  expect(changed(at('site=1&page=4'), { site: '2' }).toString()).toBe('site=2')
  expect(changed(at('site=1&page=4'), { sort: 'name' }).toString()).toBe('site=1&sort=name')
  expect(changed(at('site=1&page=4'), { page: '5' }).toString()).toBe('site=1&page=5')
  expect(changed(at('site=1&page=4'), { record: 'r' }).toString()).toBe('site=1&page=4&record=r')
  expect(changed(at('site=1&page=4'), { site: null }).toString()).toBe('')
})

test('page, sort and an open row narrow nothing, and stay when filters are taken away but for the page', () => {
  expect(isNarrowed(at('page=2&sort=name&record=r'))).toBe(false)
  expect(isNarrowed(at('q=a'))).toBe(true)
  expect(cleared(at('q=a&site=1&sort=-name&page=3')).toString()).toBe('sort=-name')
})

test('a view keeps filters and sort, in one order', () => {
  expect(viewQueryOf(at('sort=name&site=1&page=2&edit=x'))).toBe('site=1&sort=name')
  expect(viewQueryOf(at('site=1&sort=name'))).toBe(viewQueryOf(at('sort=name&site=1')))
})
