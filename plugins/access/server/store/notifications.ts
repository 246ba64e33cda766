import {
  conditionsSql,
  jsonOf,
  momentOf,
  newDocumentId,
  type Instant,
  type ListQuery,
  type Moment,
} from '@practice/kernel'
import type { Knex } from 'knex'
import type { Notification, NOTIFICATION_LIST } from '../../contracts'
import type { NotificationFacts, NotificationKind, NotificationSubject } from '../../domain/notification'

export const NOTIFICATIONS = 'access_notifications'

/** A notification to be kept for one account. */
export interface NewNotification {
  userId: number
  kind: NotificationKind
  subject: { type: NotificationSubject; documentId: string }
  siteCode: string | null
  /** What makes it the only one of its kind for this account. */
  cause: string
  facts: NotificationFacts
  inApp: boolean
  mailDueAt: Instant | null
  at: Instant
}

/** Keeps notifications; one that an account has already for the same cause stays as it is. */
export async function insertNotifications(trx: Knex.Transaction, made: readonly NewNotification[]): Promise<void> {
  const rows = made.map(({ subject, at: instant, ...notification }) => {
    const at = new Date(instant)
    return {
      document_id: newDocumentId(),
      user_id: notification.userId,
      kind: notification.kind,
      subject_type: subject.type,
      subject_id: subject.documentId,
      site_code: notification.siteCode,
      cause: notification.cause,
      facts: JSON.stringify(notification.facts),
      in_app: notification.inApp,
      mail_due_at: notification.mailDueAt === null ? null : new Date(notification.mailDueAt),
      mail_attempts: 0,
      at,
      created_at: at,
      updated_at: at,
      published_at: at,
    }
  })
  for (let from = 0; from < rows.length; from += BATCH) {
    await trx(NOTIFICATIONS)
      .insert(rows.slice(from, from + BATCH))
      .onConflict(['user_id', 'cause'])
      .ignore()
  }
}

const BATCH = 40

/** What waits for nobody any more counts as read, for everybody, and is not mailed. */
export async function settleNotifications(
  trx: Knex.Transaction,
  subjectId: string,
  kinds: readonly NotificationKind[],
  now: Instant,
): Promise<void> {
  const at = new Date(now)
  await trx(NOTIFICATIONS)
    .where({ subject_id: subjectId })
    .whereIn('kind', [...kinds])
    .whereNull('read_at')
    .update({ read_at: at, mail_due_at: null, updated_at: at })
}

/** How many of an account's notifications wait to be read. */
export async function countUnread(db: Knex, userId: number): Promise<number> {
  return (await countUnreadOf(db, [userId])).get(userId) ?? 0
}

/** The same of several accounts at once; those with none are absent. */
export async function countUnreadOf(db: Knex, userIds: readonly number[]): Promise<Map<number, number>> {
  const rows: { user_id: number; unread: number | string }[] = await db(NOTIFICATIONS)
    .whereIn('user_id', [...userIds])
    .where('in_app', true)
    .whereNull('read_at')
    .groupBy('user_id')
    .select('user_id')
    .count({ unread: '*' })
  return new Map(rows.map(({ user_id, unread }) => [user_id, Number(unread)]))
}

/** Notes that an account has read these of its notifications, or all. */
export async function readNotifications(
  db: Knex,
  userId: number,
  documentIds: readonly string[] | 'all',
  now: Instant,
): Promise<void> {
  const at = new Date(now)
  await db(NOTIFICATIONS)
    .where({ user_id: userId })
    .whereNull('read_at')
    .modify((query) => {
      if (documentIds !== 'all') void query.whereIn('document_id', [...documentIds])
    })
    .update({ read_at: at, mail_due_at: null, updated_at: at })
}

type NotificationQuery = ListQuery<keyof typeof NOTIFICATION_LIST.filters, 'at'>

interface Row {
  document_id: string
  kind: NotificationKind
  subject_type: NotificationSubject
  subject_id: string
  at: Moment
  read_at: Moment
  facts: unknown
}

const COLUMNS = { kind: 'kind', read: '(read_at is not null)', at: 'at' } as const
const INSTANTS = new Set<keyof typeof COLUMNS>(['at'])

/** A page of an account's notifications, and how many there are in all when that is asked for. */
export async function listNotifications(
  db: Knex,
  userId: number,
  query: NotificationQuery,
): Promise<{ notifications: Notification[]; total: number | null }> {
  const sql = conditionsSql<keyof typeof COLUMNS>(query.filters, COLUMNS, { instants: INSTANTS })
  const matching = () =>
    db(NOTIFICATIONS)
      .where({ user_id: userId, in_app: true })
      .whereRaw(sql.text, sql.bindings as Knex.Value[])
  const rows = await matching()
    .orderBy([
      ...query.sort.map(({ column, direction }) => ({ column, order: direction })),
      { column: 'id', order: 'desc' as const },
    ])
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .select<Row[]>('document_id', 'kind', 'subject_type', 'subject_id', 'at', 'read_at', 'facts')
  const notifications = rows.map(viewOf)
  if (!query.withCount) return { notifications, total: null }
  const counted: { total?: number | string } | undefined = await matching().count({ total: '*' }).first()
  return { notifications, total: Number(counted?.total ?? 0) }
}

function viewOf(row: Row): Notification {
  const facts = jsonOf<NotificationFacts>(row.facts)
  return {
    documentId: row.document_id,
    kind: row.kind,
    subject: { type: row.subject_type, documentId: row.subject_id },
    at: new Date(momentOf(row.at)).toISOString(),
    read: row.read_at !== null,
    title: facts?.title ?? '',
    number: facts?.number ?? null,
    place: facts?.place ?? null,
    by: facts?.by ?? null,
    note: facts?.note ?? null,
    count: facts?.count ?? null,
  }
}

/** Removes what was read before one moment, and what nobody read before another; at most `limit` at once. */
export async function pruneNotifications(
  db: Knex,
  before: { read: Instant; unread: Instant },
  limit: number,
): Promise<number> {
  const old = db(NOTIFICATIONS)
    .where('at', '<', new Date(before.unread))
    .orWhere((read) => void read.where('at', '<', new Date(before.read)).whereNotNull('read_at'))
    .limit(limit)
    .select('id')
  return db(NOTIFICATIONS).whereIn('id', old).delete()
}
