import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Flag, FlagKind } from '@practice/scoring/contracts'
import { FLAG_KINDS } from '../../../scoring/words/lists'
import { reasonOf } from '../words'

const texts = JSON.parse(
  readFileSync(path.join(__dirname, '..', '..', '..', 'locales', 'zh-CN', 'flags.json'), 'utf8'),
) as { kind: Record<string, string>; reason: Record<string, string>; settle: { reasons: Record<string, unknown> } }

const DETAILS: Readonly<Record<FlagKind, Record<string, unknown>>> = {
  same_photo: { distance: 2 },
  burst: { of: 'card', records: 9, minutes: 60, limit: 6 },
  overlap: { activities: ['清扫', '宣讲'], member: null },
  late: { days: 40, limit: 15 },
  beyond_span: { activity: '清扫', hours: 9, span: 4 },
  few_households: { records: 30, days: 30, theirs: 24, share: 80, households: ['a', 'b', 'c'], villageHouseholds: 42 },
}

/** What would be read, as i18next would say it. */
function said(kind: FlagKind, detail: Record<string, unknown>): string {
  const flag = { kind, subject: 'village-admin', detail } as Flag
  const { key, figures } = reasonOf(flag, (words) => words.join('、'))
  const text = texts.reason[key] ?? texts.reason[`${key}_other`] ?? ''
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(figures[name] ?? `<${name}>`))
}

test.each(FLAG_KINDS)('%s has its name, its sentence with every figure, and reasons to settle it', (kind) => {
  expect(texts.kind[kind]).toBeDefined()
  expect(texts.settle.reasons[kind]).toBeDefined()
  expect(said(kind, DETAILS[kind])).not.toMatch(/^$|<\w+>/)
})

test('the figures stand in the sentence', () => {
  expect(said('burst', { ...DETAILS.burst, of: 'recorder' })).toMatch(/village-admin.*10|60.*9/)
  expect(said('overlap', DETAILS.overlap)).toContain('清扫、宣讲')
  expect(said('few_households', DETAILS.few_households)).toContain('80%')
})

test('a detail that a later version writes otherwise breaks nothing', () => {
  for (const kind of FLAG_KINDS) expect(said(kind, {})).not.toBe('')
})
