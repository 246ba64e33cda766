import { lastMomentOf } from '../notice-end'

test('a notice that ends at midnight of China stands through the day before', () => {
  const last = lastMomentOf('2026-11-30T16:00:00.000Z')
  expect(last).toBe('2026-11-30T15:59:59.999Z')
  expect(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.parse(last))).toBe('2026-11-30')
})
