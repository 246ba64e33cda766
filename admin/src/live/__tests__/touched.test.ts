import { afterFailures } from '../backoff'
import { isTouched } from '../touched'

const ONE = new Set(['one'])

test.each`
  key                                       | kind              | touched
  ${['data', 'default', 'orders', 'list']}  | ${'order'}        | ${true}
  ${['orders', 'summary', null]}            | ${'order'}        | ${true}
  ${['orders', 'detail', 'one']}            | ${'order'}        | ${true}
  ${['orders', 'detail', 'two']}            | ${'order'}        | ${false}
  ${['orders', 'suggestions', 'two', 1]}    | ${'order'}        | ${false}
  ${['scoring', 'list', '/records', {}]}    | ${'order'}        | ${false}
  ${['scoring', 'list', '/records', {}]}    | ${'record'}       | ${true}
  ${['data', 'default', 'scoring/records']} | ${'record'}       | ${true}
  ${['points', 'record', 'one']}            | ${'record'}       | ${true}
  ${['points', 'record', 'two']}            | ${'record'}       | ${false}
  ${['points', 'summary', null, 12]}        | ${'record'}       | ${false}
  ${['home', 'tasks']}                      | ${'record'}       | ${true}
  ${['notifications', 'unread']}            | ${'order'}        | ${true}
  ${['notifications', 'list', true, 1]}     | ${'notification'} | ${true}
  ${['orders', 'summary', null]}            | ${'notification'} | ${false}
  ${['plan', null, null]}                   | ${'order'}        | ${false}
`('a change of one $kind touches $key: $touched', ({ key, kind, touched }) => {
  expect(isTouched(key as unknown[], kind as 'order', ONE)).toBe(touched)
})

test('a lost connection is tried again ever more seldom, and not by all tabs at once', () => {
  const slowest = (failures: number) => afterFailures(failures, () => 1)
  expect([1, 2, 3, 6, 20].map(slowest)).toEqual([1_000, 2_000, 4_000, 30_000, 30_000])
  expect(slowest(Infinity)).toBe(30_000)
  expect(afterFailures(3, () => 0)).toBe(2_000)
})
