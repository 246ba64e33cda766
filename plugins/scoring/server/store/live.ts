import type { LiveSource } from '@practice/access/services'
import { inScope, rowsOf, scopeOf } from '@practice/kernel'
import type { Knex } from 'knex'
import type { RecordState } from '../../domain'

interface EventRow {
  id: number
  document_id: string
  site_code: string
  household_code: string
  state: RecordState
  version: number
}

const EVENTS_SQL =
  'select e.id, r.document_id, r.site_code, r.household_code, r.state, r.version ' +
  'from scoring_record_events e join scoring_records r on r.document_id = e.record_id where e.id > ?'

/** New events of records: whoever reads the record hears of it. */
export function recordSource(connection: () => Knex): LiveSource {
  return {
    kind: 'record',
    mayHear: (actor) => scopeOf(actor, 'record', 'read').kind !== 'none',
    async latest() {
      const row: { id?: number | null } | undefined = await connection()('scoring_record_events')
        .max({ id: 'id' })
        .first()
      return Number(row?.id ?? 0)
    },
    async read({ after, among }, limit) {
      const gaps = among.length === 0 ? '' : ` or e.id in (${among.map(() => '?').join(', ')})`
      const found: unknown = await connection().raw(`${EVENTS_SQL}${gaps} order by e.id limit ?`, [
        after,
        ...among,
        limit,
      ])
      return rowsOf<EventRow>(found as EventRow[]).map((row) => {
        const event = { documentId: row.document_id, siteCode: row.site_code, state: row.state, version: row.version }
        const record = { siteCode: row.site_code, householdCode: row.household_code }
        return {
          id: row.id,
          key: row.document_id,
          eventFor: (actor) => (inScope(scopeOf(actor, 'record', 'read'), record) ? event : null),
        }
      })
    },
  }
}
