import type { Actor, Clause, Scope } from '@practice/kernel'
import { scopeOf } from '@practice/kernel'

/** A condition in SQL with what it binds. */
export interface Sql {
  text: string
  bindings: unknown[]
}

const COLUMNS = { siteCode: 'o.site_code', teamCode: 'o.team_code', householdCode: 'o.household_code' } as const

const NOTHING: Sql = { text: '1 = 0', bindings: [] }

/** A pooled order is shown to the leaders of the teams that it is open to. */
const INVITED =
  "(o.state = 'pooled' and exists (select 1 from dispatch_order_pools p where p.order_id = o.document_id and p.team_code = ?))"

/** Which orders (alias `o`) an actor may see. */
export function visibleTo(actor: Actor): Sql {
  const scope = scopeOf(actor, 'order', 'read')
  const seen = sqlOf(scope)
  if (actor.kind !== 'user' || actor.role !== 'team-leader' || actor.teamCode === null) return seen
  return { text: `(${seen.text} or ${INVITED})`, bindings: [...seen.bindings, actor.teamCode] }
}

function sqlOf(scope: Scope): Sql {
  if (scope.kind === 'all') return { text: '1 = 1', bindings: [] }
  if (scope.kind === 'none') return NOTHING
  const parts = scope.any.map(clauseSql)
  return {
    text: `(${parts.map(({ text }) => text).join(' or ')})`,
    bindings: parts.flatMap(({ bindings }) => bindings),
  }
}

function clauseSql(clause: Clause): Sql {
  if ('present' in clause) return NOTHING
  const column = clause.column === 'actor' ? undefined : COLUMNS[clause.column]
  if (column === undefined) return NOTHING
  if ('from' in clause) {
    return { text: `(${column} >= ? and ${column} < ?)`, bindings: [clause.from, clause.below] }
  }
  if (clause.in.length === 0) return NOTHING
  return { text: `${column} in (${clause.in.map(() => '?').join(', ')})`, bindings: [...clause.in] }
}
