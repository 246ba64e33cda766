import { allOf, conditionsSql, rowsOf, type ListQuery, type Sql } from '@practice/kernel'
import type { Knex } from 'knex'

/** Where a list comes from: a table by an alias, and what its pages read. */
export interface PageSource<Filter extends string, Sort extends string> {
  /** The table with its alias, such as `scoring_goods g`. */
  table: string
  alias: string
  /** What is read of each row of a page, the columns of `joins` included. */
  columns: string
  /** What is read beside the table, row by row of the page only. */
  joins?: string
  filters: Readonly<Record<Filter, string>>
  /** The filters that are moments. */
  instants: ReadonlySet<Filter>
  sorts: Readonly<Record<Sort, string>>
}

/** A page of rows, and how many there are in all when that was asked for. */
export interface Page<Row> {
  rows: Row[]
  total: number | null
}

interface Counted {
  total?: number | string
}

/**
 * A page of the rows that `visible` and the query's filters hold of, in one round trip: the inner query finds the page
 * by an index alone, only the rows of the page are read, and the total comes along with them. `counted` says the same
 * as `visible` where another wording suits the counting better.
 */
export async function readPage<Row extends object, Filter extends string, Sort extends string>(
  db: Knex,
  source: PageSource<Filter, Sort>,
  visible: Sql,
  query: ListQuery<Filter, Sort>,
  counted: Sql = visible,
): Promise<Page<Row>> {
  const { table, alias } = source
  const filters = conditionsSql(query.filters, source.filters, { instants: source.instants })
  const where = allOf([visible, filters])
  const all = allOf([counted, filters])
  const order = orderBy(source, query)
  const count = `select count(*) from ${table} where ${all.text}`
  const sql =
    `select ${source.columns}${query.withCount ? `, (${count}) as total` : ''} from ${table} ${source.joins ?? ''} ` +
    `where ${alias}.id in (select ${alias}.id from ${table} where ${where.text} order by ${order} limit ? offset ?) order by ${order}`
  const bindings = [
    ...(query.withCount ? all.bindings : []),
    ...where.bindings,
    query.pageSize,
    (query.page - 1) * query.pageSize,
  ]
  const answer: unknown = await db.raw(sql, bindings as Knex.RawBinding[])
  const rows = rowsOf(answer as (Row & Counted)[])
  if (!query.withCount) return { rows, total: null }
  // No row of an empty page brings the total.
  return { rows, total: Number(rows[0]?.total ?? (await countRows(db, count, all.bindings))) }
}

async function countRows(db: Knex, count: string, bindings: readonly unknown[]): Promise<number | string> {
  const [row] = rowsOf<Counted>(await db.raw(`select (${count}) as total`, bindings as Knex.RawBinding[]))
  return row?.total ?? 0
}

/** Equals stand as they were written, the way of the last wish, so that pages never overlap. */
function orderBy<Filter extends string, Sort extends string>(
  { alias, sorts }: PageSource<Filter, Sort>,
  { sort }: ListQuery<Filter, Sort>,
): string {
  const terms = sort.map(({ column, direction }) => `${sorts[column]} ${direction}`)
  return [...terms, `${alias}.id ${sort.at(-1)?.direction ?? 'asc'}`].join(', ')
}
