import {
  displayNameOf,
  inScope,
  nameOf,
  newDocumentId,
  refuse,
  Refused,
  scopeOf,
  service,
  type Actor,
  type Instant,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { RecordScoreBody } from '../../contracts'
import {
  capKeyOf,
  checkRecording,
  dayOf,
  deductionsCount,
  eventOf,
  type FiledEvidence,
  type Recording,
  type RecordingFacts,
  type RecordingInput,
  type RecordingRefusal,
} from '../../domain'
import { takeCap, usedOfCap } from '../store/caps'
import { findCard, type StoredCard } from '../store/cards'
import { nextValue } from '../store/counters'
import { findHousehold } from '../store/directory'
import type { StoredRecord } from '../store/record-rows'
import { findUse, insertRecords, type NewRecord } from '../store/records'
import { findSources, sourceKey, type FoundSource } from '../store/sources'
import { reserve } from '../store/standings'
import type { DecidingSet } from './rule-sets'
import { tellOfRecord } from './telling'

/** A score that may be recorded, with everything that writing it takes. */
export interface Draft {
  /** Without a number, which is drawn when it is written. */
  record: Omit<StoredRecord, 'number'>
  cap: Recording['cap']
  set: DecidingSet
}

type Drafted = Result<Draft, RecordingRefusal>

/** The record that a line would make, or why it makes none. The cap and the budget have their last word in `write`. */
export async function draftOf(
  strapi: Core.Strapi,
  actor: Actor,
  body: RecordScoreBody,
  now: Instant,
): Promise<Drafted> {
  const db = strapi.db.connection
  const card = await findCard(db, body.card)
  const set = card === null ? null : await service(strapi, 'scoring', 'ruleSets').deciding(card.siteCode)
  const rule = set?.rules.find(({ code }) => code === body.rule) ?? null
  const source = body.source === undefined ? null : await findSource(strapi, body, card)
  const input: RecordingInput = { ...body, occurredAt: Date.parse(body.occurredAt) }
  const facts: RecordingFacts = {
    card: card === null ? null : { ...card, visible: inScope(scopeOf(actor, 'card', 'read'), card) },
    rule,
    deductionsCount: set !== null && deductionsCount(set),
    evidence: await filedEvidence(strapi, body.evidence ?? []),
    source,
    members: card === null ? [] : ((await findHousehold(db, card.householdCode))?.members ?? []),
    capUsed:
      card === null || rule === null || rule.capPerMonth === null
        ? 0
        : await usedOfCap(db, capKeyOf(card.holderKey, rule.code, input.occurredAt)),
  }
  const checked = checkRecording(actor, input, facts, now)
  if (!checked.ok) return checked
  if (card === null || set === null || rule === null) throw new Error('a score was admitted without a card or a rule')
  const { note, evidence } = body
  const filed = {
    occurredAt: input.occurredAt,
    note: note === undefined || note === '' ? null : note,
    evidence,
    source,
  }
  return {
    ok: true,
    value: { record: recordFrom(actor, { card, set, rule }, checked.value, filed, now), cap: checked.value.cap, set },
  }
}

async function findSource(
  strapi: Core.Strapi,
  { source, rule }: RecordScoreBody,
  card: StoredCard | null,
): Promise<FoundSource | null> {
  if (source === undefined || card === null) return null
  const { type, documentId } = source
  const found = (await findSources(strapi, [{ type, name: documentId }])).get(sourceKey(type, documentId)) ?? null
  // By its documentId alone: numbers are for lists on paper.
  if (found === null || found.documentId !== documentId) return null
  return withUse(strapi.db.connection, found, rule, card.holderKey)
}

/** An order with the record in which it was counted already, if it was. */
export async function withUse(
  db: Knex,
  source: FoundSource,
  ruleCode: string,
  holderKey: string,
): Promise<FoundSource> {
  if (source.type !== 'order') return source
  return { ...source, usedBy: await findUse(db, { sourceId: source.documentId, ruleCode, holderKey }) }
}

/** What was filed, by the kinds that rules ask for. Whose the files are, binding them says. */
export async function filedEvidence(strapi: Core.Strapi, documentIds: readonly string[]): Promise<FiledEvidence> {
  const files = await service(strapi, 'access', 'files').views(documentIds)
  const known = new Set(files.map(({ documentId }) => documentId))
  return {
    files: files.length,
    images: files.filter(({ mime }) => mime.startsWith('image/')).length,
    unknown: documentIds.filter((id) => !known.has(id)),
  }
}

/** What of a line is kept as it was given. */
export interface Filed {
  occurredAt: Instant
  note: string | null
  evidence: readonly string[] | undefined
  source: FoundSource | null
}

/** A card, and the rule of the set that decides at its site. */
export interface Ruled {
  card: StoredCard
  set: DecidingSet
  rule: DecidingSet['rules'][number]
}

/** A record as it begins. */
export function recordFrom(
  actor: Actor,
  { card, set, rule }: Ruled,
  recording: Recording,
  filed: Filed,
  now: Instant,
): Draft['record'] {
  const { occurredAt, note, evidence, source } = filed
  return {
    documentId: newDocumentId(),
    siteCode: card.siteCode,
    cardNumber: card.number,
    holderKey: card.holderKey,
    householdCode: card.householdCode,
    holderName: card.holderName,
    member: recording.member,
    ruleSite: set.siteCode,
    ruleVersion: set.version,
    ruleCode: rule.code,
    ruleName: rule.name,
    theme: rule.theme,
    kind: rule.kind,
    points: recording.points,
    quantity: recording.quantity,
    occurredAt,
    month: recording.month,
    note,
    evidence: evidence ?? [],
    sourceType: source?.type ?? null,
    sourceId: source?.documentId ?? null,
    sourceLabel: source?.label ?? null,
    state: 'recorded',
    version: 1,
    events: 1,
    recordedBy: nameOf(actor),
    recordedByName: displayNameOf(actor),
    recordedByHousehold: actor.kind === 'user' ? actor.householdCode : null,
    recordedAt: now,
    reviewedBy: null,
    reviewedByName: null,
    reviewedByHousehold: null,
    reviewedAt: null,
    reviewReason: null,
    noticeEndsAt: null,
    closedAt: null,
    transferId: null,
  }
}

/**
 * Writes a record: its share of the cap, its points on their way under the budget, its number, its first event, its
 * files and the audit entry, together or not at all. Always in this order, so that recorders who share a cap, a budget
 * and a counter wait for each other and never in a circle.
 */
export async function write(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  actor: Actor,
  { record: draft, cap, set }: Draft,
): Promise<string> {
  const { documentId, siteCode, householdCode, recordedAt: now } = draft
  for (const share of sharesOf(draft, cap)) {
    if (await takeCap(trx, share, share.cap)) continue
    const details =
      share.key === cap?.key ? { cap: cap.cap, used: await usedOfCap(trx, cap.key), points: cap.points } : {}
    throw new Refused<RecordingRefusal>(refuse(share.refusal, details))
  }
  const reserved = await reserve(trx, set, siteCode, draft.points)
  if (!reserved.ok) throw new Refused<RecordingRefusal>(reserved)
  const made = newRecord(actor, draft, await drawNumber(trx, now), {})
  await insertRecords(trx, [made])
  if (draft.evidence.length > 0) {
    const subject = { type: 'record', documentId, siteCode, teamCode: null, householdCode }
    const bound = await service(strapi, 'access', 'files').bind(trx, draft.evidence, subject, actor)
    if (!bound.ok) throw new Refused<RecordingRefusal>(bound)
  }
  const { number, ruleCode, cardNumber, points } = made.record
  await service(strapi, 'access', 'audit').record(
    {
      actor,
      action: 'record',
      subjectType: 'record',
      subjectId: documentId,
      siteCode,
      detail: { number, card: cardNumber, rule: ruleCode, points },
    },
    trx,
  )
  await tellOfRecord(strapi, trx, made.record, actor)
  await service(strapi, 'access', 'live').changed()
  return documentId
}

/** A record with its number and the event that tells of its making. */
export function newRecord(
  actor: Actor,
  draft: Draft['record'],
  number: string,
  data: Readonly<Record<string, unknown>>,
): NewRecord {
  const { note, recordedAt } = draft
  const event = eventOf(
    { verb: 'record', from: null, to: draft.state, note, data: { number, ...data } },
    actor,
    recordedAt,
  )
  return { record: { ...draft, number }, event }
}

/** What a record uses of what there is only so much of. */
export interface Share {
  key: string
  points: number
  cap: number
  refusal: 'source_used' | 'cap_reached'
}

/** The shares of a record, in the order in which every transaction takes them (`lockCaps` as well): by their keys. */
export function sharesOf(
  record: Pick<StoredRecord, 'sourceType' | 'sourceId' | 'ruleCode' | 'holderKey'>,
  cap: { key: string; cap: number; points: number } | null,
): Share[] {
  const source = sourceShareOf(record)
  const shares: Share[] = [
    ...(source === null ? [] : [{ ...source, cap: 1, refusal: 'source_used' as const }]),
    ...(cap === null ? [] : [{ ...cap, refusal: 'cap_reached' as const }]),
  ]
  return shares.sort((left, right) => (left.key < right.key ? -1 : 1))
}

/** An order counts once under a rule for a holder: it is a cap of one. */
export function sourceShareOf(
  record: Pick<StoredRecord, 'sourceType' | 'sourceId' | 'ruleCode' | 'holderKey'>,
): { key: string; points: number } | null {
  if (record.sourceType !== 'order' || record.sourceId === null) return null
  return { key: `${record.sourceId}|${record.ruleCode}|${record.holderKey}`, points: 1 }
}

const NUMBER_DIGITS = 4

/** `20261124-0001`: the day in China and a counted number. */
async function drawNumber(trx: Knex.Transaction, now: Instant): Promise<string> {
  const day = dayOf(now).replaceAll('-', '')
  return recordNumber(day, await nextValue(trx, `record:${day}`, new Date(now)))
}

/** A record's number of a day. */
export function recordNumber(day: string, counted: number): string {
  return `${day}-${String(counted).padStart(NUMBER_DIGITS, '0')}`
}
