import type { Actor, UserActor } from './actor'
import { SCOPES, type Cell, type Resource } from './scope-table'
import { ancestorsOf, rangeOf } from './site-code'

export type Access = 'read' | 'write'

/** One condition on scalar columns of the row itself: never a walk through a relation. */
export type Clause =
  | { column: ScopeColumn; from: string; below: string }
  | { column: ScopeColumn; in: readonly string[] }
  | { column: 'publishedAt'; present: true }

/** The columns that a boundary may stand on. A household's own `code` stands for `householdCode`. */
export type ScopeColumn = 'siteCode' | 'teamCode' | 'householdCode' | 'actor'

/** Which rows: all, none, or those that any of the clauses holds for. */
export type Scope = { kind: 'all' } | { kind: 'none' } | { kind: 'where'; any: readonly Clause[] }

export const ALL: Scope = { kind: 'all' }
export const NONE: Scope = { kind: 'none' }

/**
 * Which rows of a resource an actor may read or write. Outsiders get the public rule; the system and the panel are
 * not bounded here (what the panel must not change is refused where those types are written).
 */
export function scopeOf(actor: Actor, resource: Resource, access: Access): Scope {
  if (actor.kind === 'system' || actor.kind === 'panel') return ALL
  const who = actor.kind === 'user' ? actor.role : 'public'
  const cell = SCOPES[resource][who][access === 'read' ? 0 : 1]
  return actor.kind === 'user' ? scopeOfCell(cell, actor) : publicScope(cell)
}

function publicScope(cell: Cell): Scope {
  if (cell === 'all') return ALL
  return cell === 'published' ? where({ column: 'publishedAt', present: true }) : NONE
}

function scopeOfCell(cell: Cell, actor: UserActor): Scope {
  switch (cell) {
    case 'all':
      // Staff whose account was never given a site see nothing at all; what residents see, anyone sees.
      return actor.role === 'resident' || actor.siteCode !== null ? ALL : NONE
    case 'none':
      return NONE
    case 'published':
      return publicScope(cell)
    case 'acts':
      return where({ column: 'actor', in: [actor.username] })
    case 'team':
      return actor.teamCode === null ? NONE : where({ column: 'teamCode', in: [actor.teamCode] })
    case 'self':
      return actor.householdCode === null ? NONE : where({ column: 'householdCode', in: [actor.householdCode] })
    case 'assigned':
      return where(...actor.assignedSiteCodes.map((code) => ({ column: 'siteCode' as const, ...rangeOf(code) })))
    case 'own':
      return actor.siteCode === null ? NONE : where(own(actor.siteCode))
    case 'lineage':
      return actor.siteCode === null ? NONE : where(own(actor.siteCode), ...above(actor.siteCode))
    case 'published or own':
      return where({ column: 'publishedAt', present: true }, ...(actor.siteCode === null ? [] : [own(actor.siteCode)]))
  }
}

function where(...any: Clause[]): Scope {
  return any.length === 0 ? NONE : { kind: 'where', any }
}

function own(siteCode: string): Clause {
  return { column: 'siteCode', ...rangeOf(siteCode) }
}

function above(siteCode: string): Clause[] {
  const codes = ancestorsOf(siteCode)
  return codes.length === 0 ? [] : [{ column: 'siteCode', in: codes }]
}

/** The columns of a row that clauses look at; absent ones match nothing. */
export type ScopedRow = { readonly [Column in ScopeColumn]?: string | null } & { readonly publishedAt?: unknown }

/** Whether a row lies in a scope: the same rule as the database's, for rows that are already in hand. */
export function inScope(scope: Scope, row: ScopedRow): boolean {
  if (scope.kind !== 'where') return scope.kind === 'all'
  return scope.any.some((clause) => holds(clause, row))
}

function holds(clause: Clause, row: ScopedRow): boolean {
  if ('present' in clause) return row.publishedAt !== null && row.publishedAt !== undefined
  const value = row[clause.column]
  if (typeof value !== 'string') return false
  return 'in' in clause ? clause.in.includes(value) : value >= clause.from && value < clause.below
}
