import type { CodeRange } from '@practice/kernel'
import type { Knex } from 'knex'
import { millisecondsSql } from './dialect'
import type { OrderState } from '../../domain'

/** Counts of one group of sites in one state. */
export interface CountRow {
  /** The code of the group: a site directly below, or the site itself for what lies at it. */
  site: string
  state: OrderState
  count: number
  overdue: number
  residentCount: number
  residentSum: number
  staffCount: number
  staffSum: number
  unrated: number
}

/** The four waits that are measured. */
export const MEASURES = ['toDispatch', 'toAccept', 'toResolve', 'toRate'] as const
export type Measure = (typeof MEASURES)[number]

/** A median in milliseconds. */
export interface MedianRow {
  site: string
  measure: Measure
  median: number
}

const FROM_TO: Readonly<Record<Measure, readonly [string, string]>> = {
  toDispatch: ['created_at', 'dispatched_at'],
  toAccept: ['dispatched_at', 'accepted_at'],
  toResolve: ['accepted_at', 'completed_at'],
  toRate: ['completed_at', 'rated_at'],
}

/** Counts per state of the orders within a range of sites, by the first `length` characters of their site. */
export async function countByState(db: Knex, range: CodeRange, length: number): Promise<CountRow[]> {
  const rows: Record<keyof CountRow, string | number>[] = await db('dispatch_orders')
    .where('site_code', '>=', range.from)
    .where('site_code', '<', range.below)
    // By place: PostgreSQL takes two parameters for two values, and so the same expression for another.
    .groupByRaw('1, 2')
    .select(
      db.raw('substr(site_code, 1, ?) as site', [length]),
      'state',
      db.raw('count(*) as count'),
      db.raw('sum(case when overdue = ? then 1 else 0 end) as overdue', [true]),
      db.raw(`sum(case when rated_by = 'resident' then 1 else 0 end) as "residentCount"`),
      db.raw(`sum(case when rated_by = 'resident' then stars else 0 end) as "residentSum"`),
      db.raw(`sum(case when rated_by = 'staff' then 1 else 0 end) as "staffCount"`),
      db.raw(`sum(case when rated_by = 'staff' then stars else 0 end) as "staffSum"`),
      db.raw(`sum(case when completed_at is not null and stars is null then 1 else 0 end) as unrated`),
    )
  return rows.map((row) => ({
    site: String(row.site),
    state: row.state as OrderState,
    count: Number(row.count),
    overdue: Number(row.overdue),
    residentCount: Number(row.residentCount),
    residentSum: Number(row.residentSum),
    staffCount: Number(row.staffCount),
    staffSum: Number(row.staffSum),
    unrated: Number(row.unrated),
  }))
}

/**
 * The medians of the four waits within a range, by the first `length` characters of the site. Written with windows,
 * which both databases know; SQLite has no function for a median.
 */
export async function medians(db: Knex, range: CodeRange, length: number): Promise<MedianRow[]> {
  const measured = MEASURES.map((measure) => {
    const [from, to] = FROM_TO[measure]
    return (
      `select substr(site_code, 1, ?) as site, '${measure}' as measure, ` +
      `${millisecondsSql(db, to)} - ${millisecondsSql(db, from)} as waited from dispatch_orders ` +
      `where site_code >= ? and site_code < ? and ${to} is not null and ${from} is not null`
    )
  })
  const bindings = MEASURES.flatMap(() => [length, range.from, range.below])
  const ranked =
    'select site, measure, waited, row_number() over (partition by site, measure order by waited) as place, ' +
    `count(*) over (partition by site, measure) as total from (${measured.join(' union all ')}) measured`
  const sql =
    `select site, measure, avg(waited) as median from (${ranked}) ranked ` +
    'where place in ((total + 1) / 2, (total + 2) / 2) group by site, measure'
  const result = await db.raw<MedianRow[] | { rows: MedianRow[] }>(sql, bindings)
  const rows = Array.isArray(result) ? result : result.rows
  return rows.map(({ site, measure, median }) => ({ site, measure, median: Number(median) }))
}
