import { jsonOf, type Instant } from '@practice/kernel'
import type { Knex } from 'knex'
import type { NotificationFacts, NotificationKind } from '../../domain/notification'
import { NOTIFICATIONS } from './notifications'

/** A notification that is to be mailed. */
export interface DueMail {
  id: number
  kind: NotificationKind
  facts: NotificationFacts
  attempts: number
}

/** Accounts for which mail is due, at most `limit`. */
export async function findMailDue(db: Knex, now: Instant, limit: number): Promise<number[]> {
  const rows = await db(NOTIFICATIONS)
    .where('mail_due_at', '<=', new Date(now))
    .groupBy('user_id')
    .limit(limit)
    .select<{ user_id: number }[]>('user_id')
  return rows.map(({ user_id }) => user_id)
}

/** Takes what is due for an account, so that no other server sends it before `until`. */
export async function claimMail(db: Knex, userId: number, now: Instant, until: Instant): Promise<DueMail[]> {
  const rows: { id: number; kind: NotificationKind; facts: unknown; mail_attempts: number }[] = await db(NOTIFICATIONS)
    .where({ user_id: userId })
    .where('mail_due_at', '<=', new Date(now))
    .update({ mail_due_at: new Date(until) })
    .returning(['id', 'kind', 'facts', 'mail_attempts'])
  return rows
    .sort((left, right) => left.id - right.id)
    .map(({ id, kind, facts, mail_attempts }) => ({
      id,
      kind,
      facts: jsonOf<NotificationFacts>(facts) ?? { title: '' },
      attempts: mail_attempts,
    }))
}

/** What became of mail that was taken: sent, to be tried again at a moment, or given up (null). */
export async function settleMail(
  db: Knex,
  mail: readonly DueMail[],
  outcome: { sentAt: Instant } | { retryAt(attempts: number): Instant | null },
): Promise<void> {
  if ('sentAt' in outcome) {
    const ids = mail.map(({ id }) => id)
    await db(NOTIFICATIONS)
      .whereIn('id', ids)
      .update({ mail_due_at: null, mailed_at: new Date(outcome.sentAt) })
    return
  }
  for (const { id, attempts } of mail) {
    const retryAt = outcome.retryAt(attempts + 1)
    await db(NOTIFICATIONS)
      .where({ id })
      .update({ mail_due_at: retryAt === null ? null : new Date(retryAt), mail_attempts: attempts + 1 })
  }
}

/** Where an account has its mail sent, or null when it wants none, is blocked or gone. */
export async function findMailbox(db: Knex, userId: number): Promise<{ address: string; displayName: string } | null> {
  const row: { email: string | null; username: string; display_name: string | null } | undefined = await db(
    'access_notification_choices as c',
  )
    .join('up_users as u', 'u.id', 'c.user_id')
    .where('c.user_id', userId)
    .where((open) => void open.whereNull('u.blocked').orWhere('u.blocked', false))
    .first('c.email', 'u.username', 'u.display_name')
  if (row === undefined || row.email === null) return null
  return { address: row.email, displayName: row.display_name ?? row.username }
}
