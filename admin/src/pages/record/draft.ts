import type { Card, PointRuleView, RecordScoreBody, SourceType } from '@practice/scoring/contracts'
import { dayOf } from '../../time/describe'
import type { NewOutboxItem, OutboxItem, OutboxPhoto } from '../../scoring/outbox/item'

/** The archived order or the activity that a record comes from. */
export interface ChosenSource {
  type: SourceType
  documentId: string
  label: string
}

/** What is being recorded. */
export interface RecordDraft {
  /** Numbers of the cards that it is for. */
  cards: readonly string[]
  /** The rule's code. */
  rule: string | null
  quantity: number
  /** `2026-11-24`; null for today, whenever that is. */
  day: string | null
  photos: readonly OutboxPhoto[]
  /** Whether the next record has the same photos. */
  keepsPhotos: boolean
  source: ChosenSource | null
  note: string
  /** The waiting record that this corrects. */
  instead: number | null
}

export const EMPTY_DRAFT: RecordDraft = {
  cards: [],
  rule: null,
  quantity: 1,
  day: null,
  photos: [],
  keepsPhotos: false,
  source: null,
  note: '',
  instead: null,
}

/** Whether what an earlier visit kept can be taken up. */
export function isRecordDraft(value: unknown): value is RecordDraft {
  if (typeof value !== 'object' || value === null) return false
  const { cards, quantity, photos, note } = value as Record<string, unknown>
  return Array.isArray(cards) && typeof quantity === 'number' && Array.isArray(photos) && typeof note === 'string'
}

/** What has to be given before it can be recorded, the first thing that is missing; null when nothing is. */
export type Missing = 'cards' | 'rule' | 'photo' | 'document' | 'order' | 'activity'

/** What is missing, by what the rule asks for. The server has the last word; without a line it is said here. */
export function missingOf(draft: RecordDraft, rule: PointRuleView | null): Missing | null {
  if (draft.cards.length === 0) return 'cards'
  if (rule === null) return 'rule'
  switch (rule.evidence) {
    case 'photo':
      return draft.photos.some(({ blob }) => blob.type.startsWith('image/')) ? null : 'photo'
    case 'document':
      return draft.photos.length > 0 ? null : 'document'
    case 'order':
    case 'activity':
      return draft.source?.type === rule.evidence ? null : rule.evidence
    case 'none':
      return null
  }
}

/** What one record of a rule is worth; below zero for a deduction. */
export function pointsOf(rule: Pick<PointRuleView, 'kind' | 'points'>, quantity: number): number {
  return (rule.kind === 'deduction' ? -1 : 1) * rule.points * quantity
}

/** What is done today is recorded as done now; of another day only the day is known, and noon stands for it. */
export function occurredAtOf(day: string | null, now: number): string {
  if (day === null || day === dayOf(now)) return new Date(now).toISOString()
  return new Date(`${day}T12:00:00+08:00`).toISOString()
}

/** Whose records they are, and when 记分 was pressed. */
export interface Pressed {
  username: string
  now: number
  newKey: () => string
}

/** One record for each card. Files belong to one record alone, so that each gets copies of its own. */
export function itemsOf(
  draft: RecordDraft,
  cards: readonly Card[],
  rule: PointRuleView,
  { username, now, newKey }: Pressed,
): NewOutboxItem[] {
  const occurredAt = occurredAtOf(draft.day, now)
  return cards.map((card, index) => ({
    key: newKey(),
    username,
    madeAt: now,
    body: bodyOf(draft, card.number, rule.code, occurredAt),
    photos: draft.photos.map((photo) => (index === 0 ? photo : { ...photo, documentId: null })),
    words: {
      holder: card.holder.name,
      rule: rule.name,
      points: pointsOf(rule, draft.quantity),
      source: draft.source?.label ?? null,
    },
  }))
}

function bodyOf(draft: RecordDraft, card: string, rule: string, occurredAt: string): NewOutboxItem['body'] {
  const { quantity, source } = draft
  const note = draft.note.trim()
  const body: Omit<RecordScoreBody, 'evidence'> = { card, rule, quantity, occurredAt }
  return {
    ...body,
    ...(note === '' ? {} : { note }),
    ...(source === null ? {} : { source: { type: source.type, documentId: source.documentId } }),
  }
}

/**
 * What stays for the next record: the rule with its quantity and day, the activity, and the photos if they were asked to
 * stay. An order counts once, and what was noted was said about this household.
 */
export function afterRecording(draft: RecordDraft): RecordDraft {
  return {
    ...draft,
    cards: [],
    note: '',
    instead: null,
    photos: draft.keepsPhotos ? draft.photos.map((photo) => ({ ...photo, documentId: null })) : [],
    source: draft.source?.type === 'order' ? null : draft.source,
  }
}

/** A record that was refused, laid out to be corrected. */
export function draftOf(item: OutboxItem, keepsPhotos: boolean): RecordDraft {
  const { card, rule, quantity, occurredAt, note, source } = item.body
  return {
    cards: [card],
    rule,
    quantity: quantity ?? 1,
    day: dayOf(Date.parse(occurredAt)),
    photos: item.photos,
    keepsPhotos,
    source: source === undefined ? null : { ...source, label: item.words.source ?? '' },
    note: note ?? '',
    instead: item.sequence,
  }
}
