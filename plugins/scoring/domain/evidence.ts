import { HOUR_MS, isoOf, isWithin, ok, refuse, type Instant, type Result } from '@practice/kernel'
import type { RecordingRefusal } from './refusals'
import type { EvidenceKind, SourceType } from './vocabulary'

/** What was filed with a record. */
export interface FiledEvidence {
  files: number
  /** Of the files, those that are pictures. */
  images: number
  /** documentIds that are no file of the actor's. */
  unknown: readonly string[]
}

/** An archived order, or one that is not, as recording sees it. */
export interface OrderSource {
  type: 'order'
  siteCode: string
  label: string
  archived: boolean
  /** The number of the record in which this order was counted already under the same rule for the same holder. */
  usedBy: string | null
}

/** An activity as recording sees it. */
export interface ActivitySource {
  type: 'activity'
  siteCode: string
  label: string
  startsAt: Instant
  endsAt: Instant
}

/** What a record came from. */
export type SourceFacts = OrderSource | ActivitySource

const FILED: Readonly<Record<EvidenceKind, (filed: FiledEvidence, source: SourceType | null) => boolean>> = {
  photo: ({ images }) => images > 0,
  document: ({ files }) => files > 0,
  order: (_filed, source) => source === 'order',
  activity: (_filed, source) => source === 'activity',
  none: () => true,
}

/** Whether what the rule asks for is on file. */
export function checkEvidence(
  needs: EvidenceKind,
  filed: FiledEvidence,
  source: SourceType | null,
): Result<null, RecordingRefusal> {
  if (filed.unknown.length > 0) return refuse('file_unknown', { files: filed.unknown })
  return FILED[needs](filed, source) ? ok(null) : refuse('evidence_missing', { needs })
}

/** A source to be checked. */
export interface SourceCheck {
  /** As the input names it; null for none. */
  source: { type: SourceType; documentId: string } | null
  found: SourceFacts | null
  /** Of the card. */
  siteCode: string
  quantity: number
}

/** Whether a record may come from what it names: an archived order, once, or an activity that is over. */
export function checkSource(
  { source, found, siteCode, quantity }: SourceCheck,
  now: Instant,
): Result<null, RecordingRefusal> {
  if (source === null) return ok(null)
  if (found === null || found.type !== source.type || !isOfLineage(found.siteCode, siteCode)) {
    return refuse('source_unknown', { source })
  }
  if (found.type === 'order') {
    if (!found.archived) return refuse('source_not_archived', { source })
    return found.usedBy === null ? ok(null) : refuse('source_used', { source, record: found.usedBy })
  }
  if (found.endsAt > now) return refuse('source_not_over', { source, endsAt: isoOf(found.endsAt) })
  const hours = spanHours(found)
  return quantity <= hours ? ok(null) : refuse('hours_beyond_span', { quantity, hours })
}

/** The hours that an activity can be worth: records count whole hours, so that one that was begun counts. At least one. */
export function spanHours({ startsAt, endsAt }: Pick<ActivitySource, 'startsAt' | 'endsAt'>): number {
  return Math.max(1, Math.ceil((endsAt - startsAt) / HOUR_MS))
}

/** At the card's site, above it, or at one of its points. */
function isOfLineage(source: string, card: string): boolean {
  return isWithin(card, source) || isWithin(source, card)
}
