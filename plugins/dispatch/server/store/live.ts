import type { LiveChange, LiveSource, Position } from '@practice/access/services'
import { inScope, isPostgres, rowsOf, scopeOf, type UserActor } from '@practice/kernel'
import type { Knex } from 'knex'
import type { OrderState } from '../../domain'

interface EventRow {
  id: number
  /** The team that the step concerns: it hears of what left its hands as well. */
  concerned: string | null
  invited: string | null
  document_id: string
  site_code: string
  team_code: string | null
  household_code: string | null
  state: OrderState
  version: number
}

/** New events of orders: whoever sees the order hears of it, and the teams from which it was taken. */
export function orderSource(connection: () => Knex): LiveSource {
  return {
    kind: 'order',
    mayHear: (actor) => scopeOf(actor, 'order', 'read').kind !== 'none',
    async latest() {
      const row: { id?: number | null } | undefined = await connection()('dispatch_order_events')
        .max({ id: 'id' })
        .first()
      return Number(row?.id ?? 0)
    },
    async read(position, limit) {
      return (await readEvents(connection(), position, limit)).map(changeOf)
    },
  }
}

/** The teams that were invited stay on file, so that those which come too late are told. */
async function readEvents(db: Knex, { after, among }: Position, limit: number): Promise<EventRow[]> {
  const joined = isPostgres(db) ? "string_agg(p.team_code, ' ')" : "group_concat(p.team_code, ' ')"
  const gaps = among.length === 0 ? '' : ` or e.id in (${among.map(() => '?').join(', ')})`
  const sql =
    'select e.id, e.team_code as concerned, o.document_id, o.site_code, o.team_code, o.household_code, o.state, o.version, ' +
    `case when e.from_state = 'pooled' or e.to_state = 'pooled' then ` +
    `(select ${joined} from dispatch_order_pools p where p.order_id = o.document_id) end as invited ` +
    'from dispatch_order_events e join dispatch_orders o on o.document_id = e.order_id ' +
    `where e.id > ?${gaps} order by e.id limit ?`
  return rowsOf<EventRow>(await db.raw(sql, [after, ...among, limit]))
}

function changeOf(row: EventRow): LiveChange {
  const event = { documentId: row.document_id, siteCode: row.site_code, state: row.state, version: row.version }
  const order = { siteCode: row.site_code, teamCode: row.team_code, householdCode: row.household_code }
  const teams = [row.concerned, ...(row.invited?.split(' ') ?? [])]
  const isConcerned = (actor: UserActor) => actor.role === 'team-leader' && teams.includes(actor.teamCode ?? '')
  return {
    id: row.id,
    key: row.document_id,
    eventFor: (actor) => (isConcerned(actor) || inScope(scopeOf(actor, 'order', 'read'), order) ? event : null),
  }
}
