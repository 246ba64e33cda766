import { z } from 'zod'
import { ROLES, TIERS } from '@practice/kernel'

/** What a console may offer: pages and actions beyond the `allowed` of single rows. */
export const ABILITIES = [
  'order.place',
  'order.desk',
  'order.plan',
  'order.inbox',
  'offering.write',
  'article.draft',
  'article.publish',
  'settings.dispatch',
  'household.write',
  'team.write',
  'venue.write',
  'audit.read',
  'reveal',
] as const

export type Ability = (typeof ABILITIES)[number]

/** GET /api/access/me */
export const Me = {
  reply: z.strictObject({
    username: z.string(),
    displayName: z.string(),
    role: z.enum(ROLES),
    site: z.strictObject({ code: z.string(), name: z.string(), tier: z.enum(TIERS) }).nullable(),
    team: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
    can: z.array(z.enum(ABILITIES)),
  }),
}
export type MeView = z.infer<typeof Me.reply>

/** The masked fields that may be shown in full, by type. */
export const REVEALABLE = { order: ['phone'], household: ['phone', 'idNumber'], volunteer: ['phone'] } as const

/** POST /api/access/reveal: `type` and `field` from `REVEALABLE`; the reason goes to the audit log. */
export const Reveal = {
  body: z.strictObject({
    type: z.enum(['order', 'household', 'volunteer']),
    documentId: z.string().min(1).max(64),
    field: z.enum(['phone', 'idNumber']),
    reason: z.string().trim().min(2).max(200),
  }),
  reply: z.strictObject({ value: z.string() }),
}
export type RevealView = z.infer<typeof Reveal.reply>

/** One line of GET /api/access/audit. */
export const AuditEntryView = z.strictObject({
  documentId: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
  role: z.string(),
  siteCode: z.string().nullable(),
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string().nullable(),
  address: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof AuditEntryView>

/** What POST /api/upload answers for each file, and how a file stands in other views. */
export const FileView = z.object({
  id: z.number(),
  documentId: z.string(),
  name: z.string(),
  url: z.string(),
  mime: z.string(),
  /** Bytes. */
  size: z.number(),
})
export type File = z.infer<typeof FileView>
