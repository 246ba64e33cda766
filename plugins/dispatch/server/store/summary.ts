import type { CodeRange } from '@practice/kernel'
import type { Knex } from 'knex'
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
