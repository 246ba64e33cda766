import { isPostgres, scopeSql, type Clause, type Scope, type ScopeColumns, type Sql } from '@practice/kernel'
import type { Knex } from 'knex'

/** A village and its points are some codes; more than this is a town. */
const FEW = 12

/**
 * A scope as the indexes take it best, for a table with indexes on (site, time) and on the time alone. A range on the
 * site, though it is what bounds a village, keeps an index on (site, time) from giving the rows in order; the few codes
 * that lie in it do not. Whoever sees a town or the district is better served by the indexes that begin with the time:
 * SQLite has no figures of how much a range holds, and a plus sign keeps it from gathering and sorting all of it. What is
 * counted has no order to keep. `sites` are the codes of all sites.
 */
export function reachOf(
  db: Knex,
  scope: Scope,
  columns: ScopeColumns & { siteCode: string },
  sites: readonly string[],
): { found: Sql; counted: Sql } {
  if (scope.kind !== 'where') return { found: scopeSql(scope, columns), counted: scopeSql(scope, columns) }
  const any = scope.any.map((clause) => narrowed(clause, sites))
  const reach = scopeSql({ kind: 'where', any }, columns)
  const isWide = any.some((clause) => 'from' in clause)
  if (!isWide || isPostgres(db)) return { found: reach, counted: reach }
  const { siteCode } = columns
  return { found: { ...reach, text: reach.text.replaceAll(siteCode, `+${siteCode}`) }, counted: reach }
}

function narrowed(clause: Clause, sites: readonly string[]): Clause {
  if (!('from' in clause) || clause.column !== 'siteCode') return clause
  const within = sites.filter((code) => code >= clause.from && code < clause.below)
  return within.length > FEW ? clause : { column: 'siteCode', in: within.length === 0 ? [clause.from] : within }
}
