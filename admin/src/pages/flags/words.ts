import type { Flag } from '@practice/scoring/contracts'

/** A flag's reason as a text's key with its figures. */
export interface FlagReason {
  /** Below `flags:reason`. */
  key: string
  figures: Readonly<Record<string, string | number>>
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function wordsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : []
}

/** The figures of a flag, by its kind, for one sentence; `join` puts names together as the language does. */
export function reasonOf({ kind, subject, detail }: Flag, join: (words: readonly string[]) => string): FlagReason {
  switch (kind) {
    case 'same_photo':
      return { key: kind, figures: {} }
    case 'burst':
      return {
        key: detail.of === 'card' ? 'burstCard' : 'burstRecorder',
        figures: {
          subject,
          records: numberOf(detail.records),
          minutes: numberOf(detail.minutes),
          limit: numberOf(detail.limit),
        },
      }
    case 'overlap':
      return { key: kind, figures: { subject, activities: join(wordsOf(detail.activities)) } }
    case 'late':
      return { key: kind, figures: { days: numberOf(detail.days), limit: numberOf(detail.limit) } }
    case 'beyond_span':
      return {
        key: kind,
        figures: { activity: wordOf(detail.activity), hours: numberOf(detail.hours), span: numberOf(detail.span) },
      }
    case 'few_households':
      return {
        key: kind,
        figures: {
          subject,
          records: numberOf(detail.records),
          days: numberOf(detail.days),
          theirs: numberOf(detail.theirs),
          share: numberOf(detail.share),
          count: wordsOf(detail.households).length,
          of: numberOf(detail.villageHouseholds),
        },
      }
  }
}
