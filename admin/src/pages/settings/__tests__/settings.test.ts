import { DEFAULT_SETTINGS, DispatchSettings } from '@practice/dispatch/contracts'
import { deadlinesOf, escalationsOf, exampleScores } from '../example'
import { CLOCK_FIELDS, MEASURE_FIELDS, WEIGHT_FIELDS, completeSettings, defaultOf, valueOf } from '../fields'
import type { SettingField } from '../fields'

const FIELDS = [...CLOCK_FIELDS, ...WEIGHT_FIELDS, ...MEASURE_FIELDS]

function withValue({ path: [group, name] }: SettingField, value: number): unknown {
  const settings = structuredClone(DEFAULT_SETTINGS) as unknown as Record<string, Record<string, number> | number>
  if (name === undefined) settings[group] = value
  else settings[group] = { ...(settings[group] as Record<string, number>), [name]: value }
  return settings
}

test('every setting of the contract has a field, and none has two', () => {
  const paths = FIELDS.map(({ path }) => path.join('.'))
  const { clocks, weights, ...others } = DEFAULT_SETTINGS
  const expected = [
    ...Object.keys(clocks).map((name) => `clocks.${name}`),
    ...Object.keys(weights).map((name) => `weights.${name}`),
    ...Object.keys(others),
  ]
  expect([...paths].sort()).toEqual(expected.sort())
})

test.each(FIELDS.map((field) => [field.path.join('.'), field] as const))(
  'what the field %s takes, the contract takes; and its upper bound is the contract’s',
  (_, field) => {
    for (const value of [field.min, field.max, defaultOf(field)]) {
      expect(DispatchSettings.safeParse(withValue(field, value)).success).toBe(true)
    }
    expect(DispatchSettings.safeParse(withValue(field, field.max + 1)).success).toBe(false)
    expect(DispatchSettings.safeParse(withValue(field, field.min + 0.5)).success).toBe(!field.isWhole)
    expect(valueOf(DEFAULT_SETTINGS, field)).toBe(defaultOf(field))
  },
)

test('half-typed settings are no settings', () => {
  expect(completeSettings(DEFAULT_SETTINGS)).toBe(DEFAULT_SETTINGS)
  expect(completeSettings(undefined)).toBeNull()
  expect(completeSettings({})).toBeNull()
  expect(completeSettings({ ...DEFAULT_SETTINGS, distanceHalfKm: null })).toBeNull()
  expect(completeSettings({ ...DEFAULT_SETTINGS, distanceHalfKm: 0 })).toBeNull()
})

describe('the example', () => {
  // A Friday, 17:00 in China; the weekend does not count.
  const FRIDAY = Date.parse('2026-11-27T09:00:00Z')

  test('runs on working days', () => {
    expect(deadlinesOf(DEFAULT_SETTINGS, 'general', FRIDAY).map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-11-30T09:00:00.000Z',
      '2026-12-01T09:00:00.000Z',
      '2026-12-08T09:00:00.000Z',
      '2026-12-17T09:00:00.000Z',
    ])
    const [urgent] = deadlinesOf(DEFAULT_SETTINGS, 'urgent', FRIDAY)
    expect(urgent?.at).toBe(FRIDAY + 3_600_000)
  })

  test('is escalated step by step from the first missed deadline', () => {
    expect(escalationsOf(DEFAULT_SETTINGS, 'urgent', FRIDAY).map(({ step }) => step)).toEqual([
      'village',
      'town',
      'center',
      'leader',
    ])
  })

  test('shows what a weight does', () => {
    expect(exampleScores(DEFAULT_SETTINGS)[0]?.team).toBe('village')
    const flat = { ...DEFAULT_SETTINGS, weights: { ...DEFAULT_SETTINGS.weights, tier: 0 } }
    expect(exampleScores(flat)[0]?.team).not.toBe('village')
  })
})
