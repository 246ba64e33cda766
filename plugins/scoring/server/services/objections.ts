import {
  inTransaction,
  isWithin,
  ok,
  refuse,
  Refused,
  service,
  type Actor,
  type Instant,
  type Result,
  type UserActor,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { FiledObjection, Objection } from '../../contracts'
import {
  decideFiling,
  decideObjection,
  type ObjectionVerb,
  type Objecting,
  type PinRefusal,
  type RecordRefusal,
} from '../../domain'
import { findCard, type StoredCard } from '../store/cards'
import { listObjections, type ObjectionListQuery } from '../store/objection-list'
import { closeObjection, findObjection, insertObjection, type StoredObjection } from '../store/objections'
import type { StoredRecord } from '../store/record-rows'
import { findRecord, findRecords } from '../store/records'
import { objectionView, viewingOf } from './record-view'
import { tryPin } from './pins'
import { settlePending, takeStep, withFreshRecord } from './steps'
import { tellOfObjection } from './telling'

/** A page of objections as the contract shows them; `total` is null when nobody asked. */
export interface ObjectionPage {
  objections: Objection[]
  total: number | null
}

interface Done {
  objection: StoredObjection
  record: StoredRecord
}

/** Objections to what is on notice. */
export const objections = ({ strapi }: { strapi: Core.Strapi }) => {
  async function viewOf({ objection, record }: Done, actor: Actor, now: Instant): Promise<Objection> {
    return objectionView(objection, record, await viewingOf(strapi, actor, [record], now))
  }

  /** Holds a line on notice, until a supervisor decides. */
  async function file(
    actor: Actor,
    recordId: string,
    objecting: Objecting,
    now: Instant,
  ): Promise<Result<Objection, RecordRefusal>> {
    const asked = { actor, documentId: recordId, now }
    const record = await findObjectionable(strapi, recordId, actor)
    if (record === null) return refuse('not_found')
    const filing = decideFiling(record, objecting, actor, now)
    if (!filing.ok) return withFreshRecord(strapi, asked, filing)
    const { by, byHousehold, record: decision } = filing.value
    const { documentId, number, siteCode } = record
    const done = await inTransaction<Done, RecordRefusal>(strapi, async (trx) => {
      const after = await takeStep(strapi, trx, { actor, record, decision, now })
      const objection = await insertObjection(
        trx,
        { recordId: documentId, recordNumber: number, siteCode, reason: objecting.reason, by, byHousehold },
        actor,
        now,
      )
      if (objection === null) throw new Refused<RecordRefusal>(refuse('already_objected'))
      await tellOfObjection(strapi, trx, { objection, record: after }, actor)
      return { objection, record: after }
    })
    return done.ok ? ok(await viewOf(done.value, actor, now)) : withFreshRecord(strapi, asked, done)
  }

  return {
    file,

    /** Files it for whoever knows a card's number and PIN: they object as the card's household. */
    async fileByCard(
      recordId: string,
      { card: number, pin, reason }: { card: string; pin: string; reason: string },
      now: Instant,
    ): Promise<Result<FiledObjection, RecordRefusal | PinRefusal>> {
      const opened = await tryPin(strapi, number, pin)
      if (!opened.ok) return opened
      const card = await findCard(strapi.db.connection, number)
      if (card === null || card.state === 'closed') return refuse('role_not_allowed')
      const filed = await file(holderOf(card), recordId, { reason, by: null }, now)
      if (filed.ok) return ok({ documentId: filed.value.documentId, filedAt: filed.value.filedAt })
      // What a signed-in resident would be shown of the record is not for a PIN.
      const { record: _record, ...details } = filed.details
      return refuse(filed.code, details)
    },

    /** Upholds an objection, by which its record is void, or dismisses it, by which the record is on notice again. */
    async decide(
      actor: Actor,
      documentId: string,
      command: { verb: ObjectionVerb; reason: string },
      now: Instant,
    ): Promise<Result<Objection, RecordRefusal>> {
      const objection = await findObjection(strapi.db.connection, documentId, actor)
      if (objection === null) return refuse('not_found')
      const record = (await findRecords(strapi.db.connection, [objection.recordId])).get(objection.recordId)
      if (record === undefined) throw new Error(`the record of the objection ${documentId} is gone`)
      const asked = { actor, documentId: record.documentId, now }
      const decided = decideObjection(objection, record, command, actor, now)
      if (!decided.ok) return withFreshRecord(strapi, asked, decided)
      const { objection: closing, record: decision } = decided.value
      const step = { actor, record, decision, now }
      const done = await inTransaction<Done, RecordRefusal>(strapi, async (trx) => {
        const closed = await closeObjection(trx, objection, closing)
        if (closed === null) throw new Refused<RecordRefusal>(refuse('changed_meanwhile'))
        const after = await takeStep(strapi, trx, step)
        await settlePending(trx, step)
        await service(strapi, 'access', 'notifications').settle(trx, documentId, ['objection_filed'], now)
        return { objection: closed, record: after }
      })
      return done.ok ? ok(await viewOf(done.value, actor, now)) : withFreshRecord(strapi, asked, done)
    },

    /** The objections that the actor reads, by page. */
    async list(actor: Actor, query: ObjectionListQuery, now: Instant): Promise<ObjectionPage> {
      const { rows, total } = await listObjections(strapi.db.connection, actor, query)
      const records = await findRecords(
        strapi.db.connection,
        rows.map(({ recordId }) => recordId),
      )
      const viewing = await viewingOf(strapi, actor, [...records.values()], now)
      const views = rows.flatMap((objection) => {
        const record = records.get(objection.recordId)
        return record === undefined ? [] : [objectionView(objection, record, viewing)]
      })
      return { objections: views, total }
    },
  }
}

/** Whoever holds a card, as an account of the household would stand; the card stands for its name. */
function holderOf(card: StoredCard): UserActor {
  return {
    kind: 'user',
    userId: 0,
    username: `card:${card.number}`,
    displayName: card.holderName,
    role: 'resident',
    siteCode: card.siteCode,
    teamCode: null,
    householdCode: card.householdCode,
    assignedSiteCodes: [],
  }
}

/** What residents find on the notice of their own village beside what they read anyway: lines that are or were on it. */
async function findObjectionable(strapi: Core.Strapi, documentId: string, actor: Actor): Promise<StoredRecord | null> {
  const read = await findRecord(strapi.db.connection, documentId, actor)
  if (read !== null || actor.kind !== 'user' || actor.role !== 'resident' || actor.siteCode === null) return read
  const record = (await findRecords(strapi.db.connection, [documentId])).get(documentId)
  if (record === undefined || record.kind === 'deduction' || !isWithin(record.siteCode, actor.siteCode)) return null
  return PUBLISHED.includes(record.state) ? record : null
}

const PUBLISHED: readonly string[] = ['noticed', 'held', 'posted']
