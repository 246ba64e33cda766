import { z } from 'zod'
import { COLUMN, type ListSpec } from '@practice/kernel'
import { NOTIFICATION_KINDS, NOTIFICATION_SUBJECTS } from '../domain/notification'

export { NOTIFICATION_KINDS, type NotificationKind, type NotificationSubject } from '../domain/notification'

/** One line of GET /api/access/notifications. */
export const NotificationView = z.strictObject({
  documentId: z.string(),
  kind: z.enum(NOTIFICATION_KINDS),
  /** What it leads to. */
  subject: z.strictObject({ type: z.enum(NOTIFICATION_SUBJECTS), documentId: z.string() }),
  at: z.iso.datetime(),
  read: z.boolean(),
  title: z.string(),
  number: z.string().nullable(),
  place: z.string().nullable(),
  by: z.string().nullable(),
  note: z.string().nullable(),
  count: z.int().nullable(),
})
export type Notification = z.infer<typeof NotificationView>

/** The columns by which GET /api/access/notifications is filtered and sorted; the newest come first. */
export const NOTIFICATION_LIST = {
  filters: { kind: COLUMN.choice(NOTIFICATION_KINDS), read: COLUMN.flag(), at: COLUMN.instant() },
  sorts: ['at'],
  sort: [{ column: 'at', direction: 'desc' }],
} as const satisfies ListSpec<string, string>

/** How many wait to be read: GET /api/access/notifications/unread, and what reading answers. */
export const Unread = z.strictObject({ unread: z.int() })
export type UnreadView = z.infer<typeof Unread>

/** POST /api/access/notifications/read: these, or all. Those of others, and read ones, are passed over. */
export const ReadNotifications = {
  body: z.union([
    z.strictObject({ documentIds: z.array(z.string().min(1).max(64)).min(1).max(100) }),
    z.strictObject({ all: z.literal(true) }),
  ]),
  reply: Unread,
}
export type ReadNotificationsBody = z.infer<typeof ReadNotifications.body>

const Channels = z.strictObject({ app: z.boolean(), email: z.boolean() })

/** GET and PUT /api/access/notifications/preferences. */
export const NotificationPreferences = {
  body: z.strictObject({
    /** Null where no mail is wanted. */
    email: z.email().max(254).nullable(),
    /** What is left out stays as it is. */
    choices: z.partialRecord(z.enum(NOTIFICATION_KINDS), Channels),
  }),
  reply: z.strictObject({
    email: z.string().nullable(),
    /** Whether this server sends mail at all. */
    mailIsOn: z.boolean(),
    /** Every kind that one's role may be told of, in order. */
    choices: z.array(Channels.extend({ kind: z.enum(NOTIFICATION_KINDS) })),
  }),
}
export type NotificationPreferencesBody = z.infer<typeof NotificationPreferences.body>
export type NotificationPreferencesView = z.infer<typeof NotificationPreferences.reply>
