import { instantOf, type UserActor } from '@practice/kernel'
import type { Knex } from 'knex'
import type { LiveChange, LiveSource, Position } from '../live/source'
import { countUnreadOf, NOTIFICATIONS } from './notifications'

/** How the rows of these accounts stand: `null` for one that is blocked; those that are gone are absent. */
export async function findRowMarks(db: Knex, userIds: readonly number[]): Promise<Map<number, string | null>> {
  const rows: { id: number; blocked: unknown; updated_at: unknown }[] = await db('up_users')
    .whereIn('id', [...userIds])
    .select('id', 'blocked', 'updated_at')
  return new Map(
    rows.map(({ id, blocked, updated_at }) => [
      id,
      blocked === true || blocked === 1 ? null : String(instantOf(updated_at)),
    ]),
  )
}

/** The rows of a position of a table that is tailed. */
export function atPosition(query: Knex.QueryBuilder, idColumn: string, { after, among }: Position, limit: number) {
  return query
    .where((rows) => {
      void rows.where(idColumn, '>', after)
      if (among.length > 0) void rows.orWhereIn(idColumn, [...among])
    })
    .orderBy(idColumn)
    .limit(limit)
}

/** New notifications: whoever they are for hears how many wait. */
export function notificationSource(connection: () => Knex): LiveSource {
  return {
    kind: 'notification',
    mayHear: () => true,
    async latest() {
      const row: { id?: number | null } | undefined = await connection()(NOTIFICATIONS).max({ id: 'id' }).first()
      return Number(row?.id ?? 0)
    },
    async read(position, limit) {
      const db = connection()
      const rows = await atPosition(db(NOTIFICATIONS), 'id', position, limit).select<{ id: number; user_id: number }[]>(
        'id',
        'user_id',
      )
      if (rows.length === 0) return []
      const unread = await countUnreadOf(db, [...new Set(rows.map(({ user_id }) => user_id))])
      return rows.map(({ id, user_id }): LiveChange => ({
        id,
        key: 'unread',
        eventFor: (actor: UserActor) => (actor.userId === user_id ? { unread: unread.get(user_id) ?? 0 } : null),
      }))
    },
  }
}
