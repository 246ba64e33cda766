import type { Role } from '@practice/kernel'

/** What somebody is told of. */
export const NOTIFICATION_KINDS = [
  'order_placed',
  'order_declined',
  'order_overdue',
  'order_escalated',
  'order_pooled',
  'order_dispatched',
  'order_completed',
  'record_waiting',
  'record_rejected',
  'objection_filed',
  'flag_raised',
  'article_submitted',
  'article_returned',
  'article_approved',
  'article_published',
] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

/** What a notification leads to. */
export const NOTIFICATION_SUBJECTS = ['order', 'record', 'record-import', 'objection', 'flag', 'article'] as const
export type NotificationSubject = (typeof NOTIFICATION_SUBJECTS)[number]

const DESK = ['order_placed', 'order_declined', 'order_overdue', 'order_escalated'] as const
const WRITTEN = ['article_returned', 'article_approved', 'article_published'] as const

/** What each role may be told of: that is what its page of preferences offers. */
const KINDS_OF: Readonly<Record<Role, readonly NotificationKind[]>> = {
  'county-editor': ['article_submitted', ...WRITTEN],
  'county-dispatcher': DESK,
  'town-officer': [...DESK, ...WRITTEN],
  'village-admin': [...DESK, 'record_rejected', ...WRITTEN],
  'team-leader': ['order_dispatched', 'order_pooled', 'order_overdue'],
  'points-reviewer': ['record_waiting'],
  'points-supervisor': ['objection_filed', 'flag_raised'],
  leader: ['order_escalated'],
  resident: ['order_completed'],
}

/** The kinds that a role may be told of. */
export function kindsOf(role: Role): readonly NotificationKind[] {
  return KINDS_OF[role]
}

/** By which ways somebody is told of a kind. */
export interface Channels {
  app: boolean
  email: boolean
}

/** What somebody chose; a kind that is absent stands as `DEFAULT_CHANNELS`. */
export type Choices = Readonly<Partial<Record<NotificationKind, Channels>>>

/** Mail goes out only to those who ask for it. */
export const DEFAULT_CHANNELS: Channels = { app: true, email: false }

/** By which ways somebody is told of a kind; of what is not for their role, by none. */
export function channelsOf(role: Role, choices: Choices, kind: NotificationKind): Channels {
  if (!KINDS_OF[role].includes(kind)) return { app: false, email: false }
  return choices[kind] ?? DEFAULT_CHANNELS
}

/** What a notification tells beside its kind; the words are put around it where it is read. */
export interface NotificationFacts {
  /** What it is about: a service item's, a rule's or an article's name. */
  title: string
  /** The number by which people call it. */
  number?: string
  /** Where: the site's name. */
  place?: string
  /** Who did it, as people read it. */
  by?: string
  /** The reason that was given. */
  note?: string
  /** How many, where one notification stands for several rows. */
  count?: number
}
