import { isoOf, jsonOf, maskName, momentOf, service, type Actor, type Instant } from '@practice/kernel'
import type {} from '@practice/access/services'
import type { Core } from '@strapi/strapi'
import type { BatchLine, Objection, ScoreRecord, ScoreRecordDetail } from '../../contracts'
import { allowedObjectionVerbs, allowedVerbs } from '../../domain'
import { readSiteNames, siteRef, type SiteNames } from '../store/directory'
import type { StoredObjection } from '../store/objections'
import type { StoredRecord } from '../store/record-rows'
import type { RecordEventRow } from '../store/records'

type FileRef = ScoreRecord['evidence'][number]

/** Whom records are shown to, when, and by which names and files. */
export interface Viewing {
  actor: Actor
  now: Instant
  sites: SiteNames
  files: ReadonlyMap<string, FileRef>
}

/** Reads what the views of these records need beside themselves: at most one question to the database. */
export async function viewingOf(
  strapi: Core.Strapi,
  actor: Actor,
  records: readonly StoredRecord[],
  now: Instant,
): Promise<Viewing> {
  const ids = [...new Set(records.flatMap(({ evidence }) => evidence))]
  const [sites, files] = await Promise.all([readSiteNames(strapi), service(strapi, 'access', 'files').views(ids)])
  return { actor, now, sites, files: new Map(files.map((file) => [file.documentId, file])) }
}

/**
 * A record as the contract shows it. A resident who objects to a line of somebody else's gets of it what the public
 * notice shows: masked names, and no evidence.
 */
export function recordView(record: StoredRecord, viewing: Viewing): ScoreRecord {
  const { actor, now, sites, files } = viewing
  const isOther = actor.kind !== 'user' || (actor.role === 'resident' && actor.householdCode !== record.householdCode)
  const name = isOther ? maskName : (text: string) => text
  const person = (username: string, displayName: string) => ({
    username: isOther ? '' : username,
    name: name(displayName),
  })
  return {
    documentId: record.documentId,
    number: record.number,
    state: record.state,
    version: record.version,
    card: {
      number: isOther ? '' : record.cardNumber,
      holder: name(record.holderName),
      household: isOther ? '' : record.householdCode,
    },
    site: siteRef(sites, record.siteCode),
    rule: { code: record.ruleCode, name: record.ruleName },
    ruleVersion: record.ruleVersion,
    theme: record.theme,
    kind: record.kind,
    quantity: record.quantity,
    points: record.points,
    occurredAt: new Date(record.occurredAt).toISOString(),
    note: record.note,
    member: record.member === null ? null : name(record.member),
    evidence: isOther ? [] : record.evidence.flatMap((id) => files.get(id) ?? []),
    source: isOther ? null : sourceOf(record),
    recordedBy: person(record.recordedBy, record.recordedByName),
    recordedAt: new Date(record.recordedAt).toISOString(),
    review: reviewOf(record, person),
    noticeEndsAt: isoOf(record.noticeEndsAt),
    closedAt: isoOf(record.closedAt),
    allowed: allowedVerbs(record, actor, now),
  }
}

function sourceOf({ sourceType, sourceId, sourceLabel }: StoredRecord): ScoreRecord['source'] {
  if (sourceType === null || sourceId === null) return null
  return { type: sourceType, documentId: sourceId, label: sourceLabel ?? '' }
}

function reviewOf(
  { reviewedBy, reviewedByName, reviewedAt, reviewReason }: StoredRecord,
  person: (username: string, displayName: string) => ScoreRecord['recordedBy'],
): ScoreRecord['review'] {
  if (reviewedBy === null || reviewedAt === null) return null
  const by = person(reviewedBy, reviewedByName ?? reviewedBy)
  return { by, at: new Date(reviewedAt).toISOString(), reason: reviewReason }
}

/** What beside the record itself its detail shows. */
export interface DetailParts {
  events: readonly RecordEventRow[]
  cap: ScoreRecordDetail['cap']
  sameMonth: readonly StoredRecord[]
}

/** A record with its history and what its holder got in the same month. */
export function recordDetail(record: StoredRecord, parts: DetailParts, viewing: Viewing): ScoreRecordDetail {
  return {
    ...recordView(record, viewing),
    events: parts.events.map((row) => ({
      verb: row.verb,
      from: row.from,
      to: row.to,
      actor: { name: row.actor_name, role: row.actor_role },
      at: new Date(momentOf(row.at)).toISOString(),
      note: row.note,
      data: jsonOf<Record<string, unknown>>(row.data) ?? {},
    })),
    cap: parts.cap,
    sameMonth: parts.sameMonth.map((other) => recordView(other, viewing)),
  }
}

/** An objection with the record that it is to. */
export function objectionView(objection: StoredObjection, record: StoredRecord, viewing: Viewing): Objection {
  const { decidedBy, decidedByName, decidedAt, decision } = objection
  return {
    documentId: objection.documentId,
    state: objection.state,
    reason: objection.reason,
    by: objection.by,
    filedAt: new Date(objection.filedAt).toISOString(),
    decision:
      decidedBy === null || decidedAt === null
        ? null
        : {
            by: { username: decidedBy, name: decidedByName ?? decidedBy },
            at: new Date(decidedAt).toISOString(),
            reason: decision ?? '',
          },
    record: recordView(record, viewing),
    allowed: allowedObjectionVerbs(objection, record, viewing.actor, viewing.now),
  }
}

/** A line of a batch that was refused. */
export function refusedLine(refusal: { code: string; details: Readonly<Record<string, unknown>> }): BatchLine {
  return { ok: false, code: refusal.code, details: { ...refusal.details } }
}
