import { anyOf, scopeOf, scopeSql, type Actor, type Sql } from '@practice/kernel'

const COLUMNS = { siteCode: 'o.site_code', teamCode: 'o.team_code', householdCode: 'o.household_code' } as const

/** A pooled order is shown to the leaders of the teams that it is open to. */
const INVITED =
  "(o.state = 'pooled' and exists (select 1 from dispatch_order_pools p where p.order_id = o.document_id and p.team_code = ?))"

/** Which orders (alias `o`) an actor may see. */
export function visibleTo(actor: Actor): Sql {
  const seen = scopeSql(scopeOf(actor, 'order', 'read'), COLUMNS)
  if (actor.kind !== 'user' || actor.role !== 'team-leader' || actor.teamCode === null) return seen
  return anyOf([seen, { text: INVITED, bindings: [actor.teamCode] }])
}
