import { DAY_MS, MINUTE_MS, type Instant } from '@practice/kernel'
import { spanHours } from './evidence'
import type { FlagKind } from './vocabulary'

/**
 * *Sample* thresholds of what the supervisor is shown of itself (domain.md, points, rule 7). A flag accuses nobody: it
 * says what to look at.
 */
export const INTEGRITY = {
  /** Days from when a thing was done until it was recorded. */
  lateDays: 15,
  /** Records of one recorder within `recorderMinutes`. A batch of a hundred lines is a burst, and is meant to be seen. */
  recorderBurst: 60,
  recorderMinutes: 10,
  /** Records for one card within an hour. */
  cardBurst: 6,
  cardMinutes: 60,
  /** Bits in which two photos of the same thing may differ. */
  photoDistance: 4,
  /** Records of one recorder in `favourDays`, from which on it is looked at whom they are for … */
  favourRecords: 20,
  favourDays: 30,
  /** … whether at least this part of them … */
  favourShare: 0.6,
  /** … is for so few households … */
  favourHouseholds: 3,
  /** … of a village in which more than these have cards. */
  favourVillageHouseholds: 6,
} as const

/** A flag to be raised; its cause can exist once only, so that looking again raises nothing twice. */
export interface Finding {
  kind: FlagKind
  cause: string
  /** The account or the card that it is about. */
  subject: string
  /** The record that raised it and the one that it is compared with, by documentId. */
  recordId: string | null
  otherRecordId: string | null
  detail: Readonly<Record<string, unknown>>
}

/** A record as the detectors see it. */
export interface InspectedRecord {
  documentId: string
  number: string
  cardNumber: string
  holderKey: string
  householdCode: string
  member: string | null
  recordedBy: string
  occurredAt: Instant
  recordedAt: Instant
  quantity: number
  activity: InspectedActivity | null
}

/** The activity that a record came from. */
export interface InspectedActivity {
  documentId: string
  label: string
  startsAt: Instant
  endsAt: Instant
}

/** Late: more than `lateDays` days lie between doing and recording. */
export function findLate(record: InspectedRecord): Finding | null {
  const days = (record.recordedAt - record.occurredAt) / DAY_MS
  if (days <= INTEGRITY.lateDays) return null
  return finding('late', `late:${record.documentId}`, record.cardNumber, record, null, {
    days: Math.floor(days),
    limit: INTEGRITY.lateDays,
  })
}

/**
 * Burst: with this record the recorder made more than `recorderBurst` within `recorderMinutes`, or the card got more
 * than `cardBurst` within `cardMinutes`. One flag per recorder or card and window of that length, however many follow.
 */
export function findBursts(record: InspectedRecord, counts: BurstCounts): Finding[] {
  const found: Finding[] = []
  const { recorderMinutes, cardMinutes } = INTEGRITY
  const recorder = { records: counts.ofRecorder, minutes: recorderMinutes, limit: INTEGRITY.recorderBurst }
  if (recorder.records > recorder.limit) {
    const cause = burstCause('recorder', record.recordedBy, record.recordedAt, recorderMinutes)
    found.push(finding('burst', cause, record.recordedBy, record, null, { of: 'recorder', ...recorder }))
  }
  const card = { records: counts.ofCard, minutes: cardMinutes, limit: INTEGRITY.cardBurst }
  if (card.records > card.limit) {
    const cause = burstCause('card', record.cardNumber, record.recordedAt, cardMinutes)
    found.push(finding('burst', cause, record.cardNumber, record, null, { of: 'card', ...card }))
  }
  return found
}

/** Records that were made in the windows that end with this record, itself included. */
export interface BurstCounts {
  /** By its recorder, since `burstWindows(record.recordedAt).recorder`. */
  ofRecorder: number
  /** For its card, since `.card`. */
  ofCard: number
}

/** From when on records count towards a burst that ends at `recordedAt`; the instant itself no longer counts. */
export function burstWindows(recordedAt: Instant): { recorder: Instant; card: Instant } {
  return {
    recorder: recordedAt - INTEGRITY.recorderMinutes * MINUTE_MS,
    card: recordedAt - INTEGRITY.cardMinutes * MINUTE_MS,
  }
}

function burstCause(of: 'recorder' | 'card', subject: string, at: Instant, minutes: number): string {
  return `burst:${of}:${subject}:${Math.floor(at / (minutes * MINUTE_MS))}`
}

/**
 * Overlap: two records of one holder come from different activities that were going on at the same time; where both
 * say which member it was, only when it was the same. One flag per pair.
 */
export function findOverlaps(record: InspectedRecord, others: readonly InspectedRecord[]): Finding[] {
  return others
    .filter((other) => overlaps(record, other))
    .map((other) => {
      const pair = [record.documentId, other.documentId].sort()
      return finding('overlap', `overlap:${pair.join(':')}`, record.cardNumber, record, other.documentId, {
        activities: [record.activity?.label, other.activity?.label],
        member: record.member ?? other.member,
      })
    })
}

function overlaps(record: InspectedRecord, other: InspectedRecord): boolean {
  const [one, two] = [record.activity, other.activity]
  if (one === null || two === null || one.documentId === two.documentId) return false
  if (record.documentId === other.documentId || record.holderKey !== other.holderKey) return false
  if (record.member !== null && other.member !== null && record.member !== other.member) return false
  return one.startsAt < two.endsAt && two.startsAt < one.endsAt
}

/**
 * Beyond the span: the hours of one holder and member in all records of one activity exceed what it lasted. `others`
 * are the holder's other records; those of other activities or members do not count. One flag per activity and person.
 */
export function findBeyondSpan(record: InspectedRecord, others: readonly InspectedRecord[]): Finding | null {
  const { activity, member, holderKey } = record
  if (activity === null) return null
  const same = others.filter(
    (other) =>
      other.documentId !== record.documentId &&
      other.activity?.documentId === activity.documentId &&
      other.holderKey === holderKey &&
      other.member === member,
  )
  const hours = same.reduce((sum, { quantity }) => sum + quantity, record.quantity)
  const span = spanHours(activity)
  if (hours <= span) return null
  const cause = `beyond_span:${activity.documentId}:${holderKey}:${member ?? ''}`
  return finding('beyond_span', cause, record.cardNumber, record, same[0]?.documentId ?? null, {
    hours,
    span,
    activity: activity.label,
    member,
  })
}

/** Records of one recorder by household, over the last `favourDays` days. */
export interface FavourFacts {
  recordedBy: string
  /** Records per household. */
  perHousehold: ReadonlyMap<string, number>
  /** Households of the village that have cards. */
  villageHouseholds: number
  /** `YYYY-MM` of when it was looked at: it is said once a month. */
  month: string
}

/**
 * Few households: of `favourRecords` records or more, at least `favourShare` go to at most `favourHouseholds`
 * households, in a village where more than `favourVillageHouseholds` have cards.
 */
export function findFavour({ recordedBy, perHousehold, villageHouseholds, month }: FavourFacts): Finding | null {
  const counts = [...perHousehold.entries()].sort(
    ([left, leftCount], [right, rightCount]) => rightCount - leftCount || (left < right ? -1 : 1),
  )
  const records = counts.reduce((sum, [, count]) => sum + count, 0)
  if (records < INTEGRITY.favourRecords || villageHouseholds <= INTEGRITY.favourVillageHouseholds) return null
  const most = counts.slice(0, INTEGRITY.favourHouseholds)
  const theirs = most.reduce((sum, [, count]) => sum + count, 0)
  if (theirs < records * INTEGRITY.favourShare) return null
  return finding('few_households', `few_households:${recordedBy}:${month}`, recordedBy, null, null, {
    records,
    days: INTEGRITY.favourDays,
    theirs,
    households: most.map(([household]) => household),
    share: Math.round((theirs / records) * 100),
    villageHouseholds,
  })
}

/** How far back `findFavour` wants to be told of, in milliseconds. */
export const FAVOUR_WINDOW_MS = INTEGRITY.favourDays * DAY_MS

function finding(
  kind: FlagKind,
  cause: string,
  subject: string,
  record: Pick<InspectedRecord, 'documentId'> | null,
  otherRecordId: string | null,
  detail: Finding['detail'],
): Finding {
  return { kind, cause, subject, recordId: record?.documentId ?? null, otherRecordId, detail }
}
