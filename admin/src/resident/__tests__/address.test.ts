import { isMyAddress, isStatementAddress, orderAddress, placeIn } from '../address'

test.each([
  ['/my', { page: 'menu' }],
  ['/my/', { page: 'menu' }],
  ['/my/category/C08', { page: 'category', code: 'C08' }],
  ['/my/order/C08-03', { page: 'item', code: 'C08-03' }],
  ['/my/orders', { page: 'orders' }],
  ['/my/orders/abc', { page: 'order', documentId: 'abc' }],
  ['/my/news/abc', { page: 'article', documentId: 'abc' }],
  ['/my/settings', { page: 'settings' }],
  ['/my/nothing', { page: 'unknown' }],
  ['/my/order/%E0%A4%A', { page: 'unknown' }],
  ['/my/orders/a/b', { page: 'unknown' }],
])('%s names %j', (path, place) => {
  expect(placeIn(path)).toEqual(place)
})

test('the pages are told from others, and the statement needs no login', () => {
  expect(['/my', '/my/orders', '/mystery', '/'].map(isMyAddress)).toEqual([true, true, false, false])
  expect(['/my/statement', '/my/statement/', '/my/card'].map(isStatementAddress)).toEqual([true, true, false])
  expect(placeIn(orderAddress('a/b'))).toEqual({ page: 'order', documentId: 'a/b' })
})
