import type { Clause, Scope, ScopeColumn } from '../scope'
import { anyOf, EVERYTHING, NOTHING, type Sql } from './conditions'

/** The columns of a table that a boundary stands on, as its queries name them: `{ siteCode: 'o.site_code' }`. */
export type ScopeColumns = Readonly<Partial<Record<ScopeColumn, string>>>

/** Which rows of a table lie in a scope. What a table has no column for holds of none of its rows. */
export function scopeSql(scope: Scope, columns: ScopeColumns): Sql {
  if (scope.kind === 'all') return EVERYTHING
  if (scope.kind === 'none') return NOTHING
  return anyOf(scope.any.map((clause) => clauseSql(clause, columns)))
}

function clauseSql(clause: Clause, columns: ScopeColumns): Sql {
  if ('present' in clause) return NOTHING
  const column = columns[clause.column]
  if (column === undefined) return NOTHING
  if ('from' in clause) {
    return { text: `(${column} >= ? and ${column} < ?)`, bindings: [clause.from, clause.below] }
  }
  if (clause.in.length === 0) return NOTHING
  return { text: `${column} in (${clause.in.map(() => '?').join(', ')})`, bindings: [...clause.in] }
}
