import { renamed, withView } from '../views'

const VIEWS = [
  { name: '甲', query: 'site=1' },
  { name: '乙', query: 'site=2' },
]

test('a view of a known name takes its place, another stands at the end', () => {
  expect(withView(VIEWS, { name: '甲', query: 'q=a' })).toEqual([{ name: '甲', query: 'q=a' }, VIEWS[1]])
  expect(withView(VIEWS, { name: '丙', query: '' })).toEqual([...VIEWS, { name: '丙', query: '' }])
})

test('a name that is taken is not given twice', () => {
  expect(renamed(VIEWS, '甲', '丙')).toEqual([{ name: '丙', query: 'site=1' }, VIEWS[1]])
  expect(renamed(VIEWS, '甲', '乙')).toBe(VIEWS)
})
