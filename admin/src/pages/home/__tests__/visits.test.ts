import { visitsInOrder } from '../route/visits'

const visit = (name: string, changes: object = {}) => ({
  name,
  state: 'accepted' as const,
  preferredAt: null,
  createdAt: '2026-11-01T00:00:00.000Z',
  clocks: { dispatchBy: null, acceptBy: null, resolveBy: '2026-11-20T08:00:00.000Z', rateBy: null, pausedAt: null },
  ...changes,
})

test('what is begun comes first, what is paused last, the others by when one is expected', () => {
  const visits = [
    visit('paused', { clocks: { ...visit('').clocks, pausedAt: '2026-11-02T00:00:00.000Z' } }),
    visit('by its deadline'),
    visit('expected', { preferredAt: '2026-11-18T01:00:00.000Z' }),
    visit('begun', { state: 'started', preferredAt: '2026-12-01T00:00:00.000Z' }),
  ]
  expect(visitsInOrder(visits).map(({ name }) => name)).toEqual(['begun', 'expected', 'by its deadline', 'paused'])
})
