import { bodyOf, endsLater, filtersOfPhase, mayChange, newActivityCode, phaseOf, valuesOf } from '../activity'

const NOW = Date.parse('2026-11-24T10:00:00Z')
const span = { startsAt: '2026-11-24T09:00:00Z', endsAt: '2026-11-24T11:00:00Z' }
const site = (code: string) => ({ code, name: code, tier: 'town' as const })

test.each`
  now                       | phase
  ${'2026-11-24T08:59:59Z'} | ${'upcoming'}
  ${'2026-11-24T09:00:00Z'} | ${'running'}
  ${'2026-11-24T11:00:00Z'} | ${'running'}
  ${'2026-11-24T11:00:01Z'} | ${'over'}
`('at $now it is $phase', ({ now, phase }: { now: string; phase: string }) => {
  expect(phaseOf(span, Date.parse(now))).toBe(phase)
})

test('all phases ask for everything, each for its own', () => {
  expect(filtersOfPhase(null, NOW)).toEqual([])
  expect(filtersOfPhase('running', NOW)).toEqual([
    { field: 'startsAt', operator: 'lte', value: '2026-11-24T10:00:00.000Z' },
    { field: 'endsAt', operator: 'gte', value: '2026-11-24T10:00:00.000Z' },
  ])
})

test.each`
  role                   | own               | activity          | may
  ${'village-admin'}     | ${'640402100207'} | ${'640402100207'} | ${true}
  ${'village-admin'}     | ${'640402100207'} | ${'640402100'}    | ${false}
  ${'town-officer'}      | ${'640402100'}    | ${'640402100207'} | ${true}
  ${'town-officer'}      | ${'640402100'}    | ${'640402107'}    | ${false}
  ${'county-editor'}     | ${'640402'}       | ${'640402107'}    | ${true}
  ${'county-dispatcher'} | ${'640402'}       | ${'640402107'}    | ${false}
`(
  '$role of $own changes one of $activity: $may',
  ({ role, own, activity, may }: { role: 'leader'; own: string; activity: string; may: boolean }) => {
    expect(mayChange({ role, site: site(own) }, { siteCode: activity })).toBe(may)
  },
)

test('it ends after it starts', () => {
  expect(endsLater(span.startsAt, span.endsAt)).toBe(true)
  expect(endsLater(span.endsAt, span.startsAt)).toBe(false)
  expect(endsLater(span.startsAt, span.startsAt)).toBe(false)
  expect(endsLater(undefined, span.endsAt)).toBe(true)
})

test('what is empty is sent as nothing, and a new one begins at the own site', () => {
  const values = { ...valuesOf(null, '640402100'), title: ' 诵读 ', place: '  ', ...span }
  expect(bodyOf(values)).toEqual({ title: '诵读', theme: null, site: '640402100', place: null, summary: null, ...span })
})

test('a code names the day of China on which it starts', () => {
  expect(newActivityCode('2026-11-24T17:00:00Z', new Uint8Array([1, 171, 255]))).toBe('HD20261125-01abff')
})
