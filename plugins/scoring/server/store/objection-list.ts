import { scopeOf, scopeSql, type Actor, type ListQuery } from '@practice/kernel'
import type { Knex } from 'knex'
import { OBJECTION_SCOPE, OBJECTION_SQL, objectionOf, type ObjectionRow, type StoredObjection } from './objections'
import { readPage, type Page, type PageSource } from './page'

export type ObjectionFilter = 'state' | 'site' | 'filedAt'
export type ObjectionSort = 'filedAt'
export type ObjectionListQuery = ListQuery<ObjectionFilter, ObjectionSort>

const SOURCE: PageSource<ObjectionFilter, ObjectionSort> = {
  table: 'scoring_objections o',
  alias: 'o',
  columns: OBJECTION_SQL,
  filters: { state: 'o.state', site: 'o.site_code', filedAt: 'o.filed_at' },
  instants: new Set(['filedAt']),
  sorts: { filedAt: 'o.filed_at' },
}

/** A page of the objections that the actor reads. */
export async function listObjections(
  db: Knex,
  actor: Actor,
  query: ObjectionListQuery,
): Promise<Page<StoredObjection>> {
  const visible = scopeSql(scopeOf(actor, 'record', 'read'), OBJECTION_SCOPE)
  const { rows, total } = await readPage<ObjectionRow, ObjectionFilter, ObjectionSort>(db, SOURCE, visible, query)
  return { rows: rows.map(objectionOf), total }
}
