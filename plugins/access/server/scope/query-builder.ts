import { inScope, type Access, type Actor, type Clause, type Scope, type ScopedRow } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Boundary } from '../../domain/boundaries'
import { RefusedError } from '../http/refused-error'
import type { AccessServices } from '../services'

/** The part of Strapi's query builder that the boundary hangs on (`@strapi/database` 5.54, `query/query-builder`). */
interface QueryBuilder {
  state: { type: string; where: unknown[]; data: unknown; processed: boolean }
  processState(): void
  clone(): QueryBuilder
}

type Where = Readonly<Record<string, unknown>>

/** What the wrapper needs of access's own services. */
interface Ground {
  actors: AccessServices['actors']
  boundaries: AccessServices['boundaries']
}

/**
 * Draws the boundary around every row that Strapi touches: each select, count, update and delete of a bounded type
 * gets the actor's scope as one more condition on the row's own scalar columns, each insert and each move is checked
 * against it. Populated relations pass here too, being queries of their own. Types that are not bounded, and work of
 * the system, cost one look-up in a map.
 *
 * Who asks is settled when the builder is made, so that a query never changes hands on its way.
 */
export function wrapQueryBuilder(strapi: Core.Strapi, { actors, boundaries }: Ground): void {
  const manager = strapi.db.entityManager as unknown as { createQueryBuilder(uid: string): QueryBuilder }
  const original = manager.createQueryBuilder.bind(manager)

  function bound(uid: string, boundary: Boundary, actor: Actor, builder: QueryBuilder): QueryBuilder {
    const process = builder.processState.bind(builder)
    const clone = builder.clone.bind(builder)
    builder.processState = () => {
      if (!builder.state.processed) {
        const access: Access = isRead(builder.state.type) ? 'read' : 'write'
        narrow(uid, boundary, boundaries.scope(boundary, actor, access), actor, builder)
      }
      process()
    }
    builder.clone = () => bound(uid, boundary, actor, clone())
    return builder
  }

  manager.createQueryBuilder = (uid) => {
    const boundary = boundaries.of(uid)
    if (boundary === undefined) return original(uid)
    const actor = actors.current()
    return actor.kind === 'system' ? original(uid) : bound(uid, boundary, actor, original(uid))
  }
}

/** What Strapi's builder calls its reading queries. */
function isRead(type: string): boolean {
  return ['select', 'count', 'max', 'min'].includes(type)
}

function narrow(uid: string, boundary: Boundary, scope: Scope, actor: Actor, builder: QueryBuilder): void {
  const { state } = builder
  if (boundary.rows === 'own account' && actor.kind === 'user' && isRead(state.type)) {
    state.where.push({ id: actor.userId })
    return
  }
  if (scope.kind === 'all') return
  if (state.type === 'insert' || state.type === 'update') {
    for (const row of rowsOf(state.data)) assertInside(uid, boundary, scope, row, state.type)
  }
  if (state.type !== 'insert') state.where.push(whereOf(boundary, scope))
}

/** A scope in the syntax of Strapi's `where`. */
export function whereOf(boundary: Boundary, scope: Scope): Where {
  if (scope.kind === 'all') return {}
  if (scope.kind === 'none') return { id: { $in: [] } }
  return { $or: scope.any.map((clause) => conditionOf(boundary, clause)) }
}

function conditionOf(boundary: Boundary, clause: Clause): Where {
  if ('present' in clause) return { publishedAt: { $notNull: true } }
  const column = boundary.columns[clause.column] ?? clause.column
  return { [column]: 'in' in clause ? { $in: [...clause.in] } : { $gte: clause.from, $lt: clause.below } }
}

/** A new row lies in the scope whole; of a changed one, the columns that change keep it there. */
function assertInside(uid: string, boundary: Boundary, scope: Scope, row: Where, type: 'insert' | 'update'): void {
  const named = scopedColumnsOf(boundary, row)
  if (type === 'insert' ? inScope(scope, named) : staysInside(scope, named)) return
  throw new RefusedError(403, 'out_of_scope', { type: uid })
}

function staysInside(scope: Scope, row: ScopedRow): boolean {
  if (scope.kind !== 'where') return scope.kind === 'all'
  return scope.any.some((clause) => row[clause.column] === undefined || inScope({ kind: 'where', any: [clause] }, row))
}

function scopedColumnsOf(boundary: Boundary, row: Where): ScopedRow {
  const column = (name: 'siteCode' | 'teamCode' | 'householdCode' | 'actor') =>
    row[boundary.columns[name] ?? name] as string | null | undefined
  return {
    siteCode: column('siteCode'),
    teamCode: column('teamCode'),
    householdCode: column('householdCode'),
    actor: column('actor'),
    publishedAt: row.publishedAt,
  }
}

function rowsOf(data: unknown): Where[] {
  return (Array.isArray(data) ? data : [data]).filter((row): row is Where => typeof row === 'object' && row !== null)
}

/** Types that a check of the seam can ask for: bounded, and closed to outsiders. */
const PROBE = 'plugin::access.audit-entry'

/**
 * Fails when a query of a closed type, asked for by nobody, does not carry the boundary any more: run once at the
 * start, so that an upgrade of Strapi that moves the seam is noticed before it serves anybody.
 */
export async function assertBoundary(strapi: Core.Strapi, actors: AccessServices['actors']): Promise<void> {
  const sql = await actors.runAs({ kind: 'public' }, () =>
    strapi.db.queryBuilder(PROBE).init({}).getKnexQuery().toSQL().sql.toLowerCase(),
  )
  if (!sql.includes('1 = ?') && !sql.includes('1 = 0')) {
    throw new Error(`The boundary of access does not reach Strapi's queries any more: ${sql}`)
  }
}
