import {
  ok,
  parseQueryList,
  refuse,
  service,
  type Actor,
  type Instant,
  type Result,
  type UserActor,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import { NOTIFICATION_LIST, type Notification, type ReadNotificationsBody, type UnreadView } from '../../contracts'
import {
  channelsOf,
  type NotificationFacts,
  type NotificationKind,
  type NotificationSubject,
} from '../../domain/notification'
import { MAIL_DELAY_MS, READ_KEPT_MS, UNREAD_KEPT_MS } from '../../domain/notification-mail'
import {
  countUnread,
  insertNotifications,
  listNotifications,
  pruneNotifications,
  readNotifications,
  settleNotifications,
  type NewNotification,
} from '../store/notifications'
import { findRecipients, type Audience, type Recipient } from '../store/recipients'
import type { Page } from './people'

/** Something that somebody should know of. */
export interface Notice {
  kind: NotificationKind
  to: Audience
  /** Whoever caused it is not told of it. */
  by: Actor
  subject: { type: NotificationSubject; documentId: string }
  /** Where the subject stands. */
  siteCode: string | null
  /** What makes it one, such as `order:<documentId>:<sequence>`; told again, nobody hears it twice. */
  cause: string
  facts: NotificationFacts
  at: Instant
  /** Whether somebody of the audience may see the subject and act on it; recusals belong here. Without it, all. */
  admits?: (actor: UserActor) => boolean
}

const PRUNED_AT_ONCE = 500

/** What people are told of, in the console and by mail. */
export const notifications = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Tells an audience of something, in the transaction that it happens in, so that both stand or fall together:
   *
   * `await service(strapi, 'access', 'notifications').notify(trx, { kind: 'article_submitted', to: { roles:
   * ['county-editor'], siteCode }, by: actor, subject: { type: 'article', documentId }, siteCode, cause:
   * \`article:${documentId}:${revision}\`, facts: { title, by: actor.displayName }, at: now })`
   */
  async notify(trx: Knex.Transaction, notice: Notice): Promise<void> {
    const { by, admits } = notice
    const found = await findRecipients(trx, notice.to)
    const made = found
      .filter(({ actor }) => by.kind !== 'user' || actor.userId !== by.userId)
      .filter(({ actor }) => admits === undefined || admits(actor))
      .flatMap((recipient) => notificationFor(recipient, notice) ?? [])
    if (made.length === 0) return
    await insertNotifications(trx, made)
    await service(strapi, 'access', 'live').changed()
  },

  /** What is done waits for nobody any more: notifications of these kinds about the subject count as read. */
  settle(trx: Knex.Transaction, subjectId: string, kinds: readonly NotificationKind[], now: Instant): Promise<void> {
    return settleNotifications(trx, subjectId, kinds, now)
  },

  /** One's own, in the contract's list syntax. */
  async list(actor: Actor, query: unknown): Promise<Result<Page<Notification>, 'invalid' | 'role_not_allowed'>> {
    if (actor.kind !== 'user') return refuse('role_not_allowed')
    const parsed = parseQueryList(NOTIFICATION_LIST, query as Record<string, unknown>)
    if (!parsed.ok) return parsed
    const { page, pageSize } = parsed.value
    const found = await listNotifications(strapi.db.connection, actor.userId, parsed.value)
    const counted = found.total === null ? {} : { pageCount: Math.ceil(found.total / pageSize), total: found.total }
    return ok({ items: found.notifications, pagination: { page, pageSize, ...counted } })
  },

  /** How many of one's own wait to be read. */
  async unread(actor: Actor): Promise<Result<UnreadView, 'role_not_allowed'>> {
    if (actor.kind !== 'user') return refuse('role_not_allowed')
    return ok({ unread: await countUnread(strapi.db.connection, actor.userId) })
  },

  /** Notes that one has read some or all of one's own. */
  async read(actor: Actor, body: ReadNotificationsBody, now: Instant): Promise<Result<UnreadView, 'role_not_allowed'>> {
    if (actor.kind !== 'user') return refuse('role_not_allowed')
    const db = strapi.db.connection
    await readNotifications(db, actor.userId, 'all' in body ? 'all' : body.documentIds, now)
    return ok({ unread: await countUnread(db, actor.userId) })
  },

  /** Removes what is old, some at a time. Any number of servers may do so at once. */
  async prune(now: Instant): Promise<void> {
    const before = { read: now - READ_KEPT_MS, unread: now - UNREAD_KEPT_MS }
    while ((await pruneNotifications(strapi.db.connection, before, PRUNED_AT_ONCE)) === PRUNED_AT_ONCE) {
      await new Promise((resolve) => setImmediate(resolve))
    }
  },
})

function notificationFor({ actor, email, choices }: Recipient, notice: Notice): NewNotification | null {
  const { kind, subject, siteCode, cause, facts, at } = notice
  const channels = channelsOf(actor.role, choices, kind)
  const mailDueAt = channels.email && email !== null ? at + MAIL_DELAY_MS : null
  if (!channels.app && mailDueAt === null) return null
  return { userId: actor.userId, kind, subject, siteCode, cause, facts, inApp: channels.app, mailDueAt, at }
}
