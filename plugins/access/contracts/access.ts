import { z } from 'zod'
import { COLUMN, ROLES, TIERS, type ListSpec } from '@practice/kernel'
import { ABILITIES } from '../domain/abilities'

export { ABILITIES, type Ability } from '../domain/abilities'
export { REVEALABLE, type RevealType } from '../domain/reveal'

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

/** The columns by which GET /api/access/audit is filtered and sorted; the newest come first. */
export const AUDIT_LIST = {
  filters: {
    at: COLUMN.instant(),
    actor: COLUMN.text(),
    role: COLUMN.code(),
    siteCode: COLUMN.code(),
    action: COLUMN.code(),
    subjectType: COLUMN.code(),
    subjectId: COLUMN.code(),
  },
  sorts: ['at', 'actor', 'action'],
  sort: [{ column: 'at', direction: 'desc' }],
} as const satisfies ListSpec<string, string>

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
