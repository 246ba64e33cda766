import { momentOf, rangeOf, type Instant, type Moment } from '@practice/kernel'
import type { Knex } from 'knex'
import { GIVEN_BACK, type InspectedRecord } from '../../domain'
import { RECORD_SQL, recordOf, type RecordRow, type StoredRecord } from './record-rows'

const RECORDS = 'scoring_records'

/** A record to be looked at, and the activity that it came from. */
export interface Uninspected {
  record: StoredRecord
  inspected: InspectedRecord
}

interface ActivityColumns {
  activity_id: string | null
  activity_title: string
  starts_at: Moment
  ends_at: Moment
}

const ACTIVITY_SQL = 'a.document_id as activity_id, a.title as activity_title, a.starts_at, a.ends_at'
const ACTIVITY_JOIN = "left join activities a on r.source_type = 'activity' and a.document_id = r.source_id"

function uninspectedOf(row: RecordRow & ActivityColumns): Uninspected {
  const record = recordOf(row)
  const { documentId, number, cardNumber, holderKey, householdCode, member, recordedBy } = record
  const { occurredAt, recordedAt, quantity } = record
  const activity =
    row.activity_id === null
      ? null
      : {
          documentId: row.activity_id,
          label: row.activity_title,
          startsAt: momentOf(row.starts_at),
          endsAt: momentOf(row.ends_at),
        }
  const inspected = {
    ...{ documentId, number, cardNumber, holderKey, householdCode, member, recordedBy },
    ...{ occurredAt, recordedAt, quantity, activity },
  }
  return { record, inspected }
}

/** The records that nobody has looked at yet, the oldest first, at most `limit`. */
export async function findUninspected(db: Knex, limit: number): Promise<Uninspected[]> {
  const rows = await db(`${RECORDS} as r`)
    .joinRaw(ACTIVITY_JOIN)
    .whereNull('r.inspected_at')
    .orderBy(['r.recorded_at', 'r.id'])
    .limit(limit)
    .select<(RecordRow & ActivityColumns)[]>(db.raw(`${RECORD_SQL}, ${ACTIVITY_SQL}`))
  return rows.map(uninspectedOf)
}

/** Notes that a record is looked at, in the transaction that keeps what was found; false when somebody else has. */
export async function claimInspection(trx: Knex.Transaction, documentId: string, now: Instant): Promise<boolean> {
  const changed = await trx(RECORDS)
    .where({ document_id: documentId })
    .whereNull('inspected_at')
    .update({ inspected_at: new Date(now) })
  return changed === 1
}

/** How many records a recorder made, or a card got, after `since` and until `until`. */
export async function countRecords(
  db: Knex,
  of: { recordedBy: string } | { cardNumber: string },
  since: Instant,
  until: Instant,
): Promise<number> {
  const where = 'recordedBy' in of ? { recorded_by: of.recordedBy } : { card_number: of.cardNumber }
  const row = await db(RECORDS)
    .where(where)
    .where('recorded_at', '>', new Date(since))
    .where('recorded_at', '<=', new Date(until))
    .count<{ count: number | string }[]>({ count: '*' })
    .first()
  return Number(row?.count ?? 0)
}

const OTHERS_MAX = 500

/** The other records of a card's holder that came from activities and count, the latest first. */
export async function findOfActivities(db: Knex, record: InspectedRecord): Promise<InspectedRecord[]> {
  const rows = await db(`${RECORDS} as r`)
    .joinRaw(ACTIVITY_JOIN)
    .where({ 'r.holder_key': record.holderKey, 'r.source_type': 'activity' })
    .whereNot('r.document_id', record.documentId)
    .whereNotIn('r.state', [...GIVEN_BACK])
    .orderBy('r.recorded_at', 'desc')
    .limit(OTHERS_MAX)
    .select<(RecordRow & ActivityColumns)[]>(db.raw(`${RECORD_SQL}, ${ACTIVITY_SQL}`))
  return rows.map((row) => uninspectedOf(row).inspected)
}

/** How many records a recorder made since then, by household. */
export async function countByHousehold(db: Knex, recordedBy: string, since: Instant): Promise<Map<string, number>> {
  const rows = await db(RECORDS)
    .where({ recorded_by: recordedBy })
    .where('recorded_at', '>', new Date(since))
    .groupBy('household_code')
    .select<{ household_code: string; count: number | string }[]>('household_code', db.raw('count(*) as count'))
  return new Map(rows.map((row) => [row.household_code, Number(row.count)]))
}

/** How many households of a site have cards in use. */
export async function countHouseholdsWithCards(db: Knex, siteCode: string): Promise<number> {
  const { from, below } = rangeOf(siteCode)
  const row = await db('scoring_cards')
    .where('site_code', '>=', from)
    .where('site_code', '<', below)
    .whereNot('state', 'closed')
    .countDistinct<{ count: number | string }[]>({ count: 'household_code' })
    .first()
  return Number(row?.count ?? 0)
}
