import { z } from 'zod'
import { RULE_KINDS, THEMES } from '../domain/vocabulary'
import { code, instant, reason, Ref } from './shared'

/** One line of the public notice; whom it is about is masked (马*国). */
export const NoticeLineView = z.strictObject({
  /** The record's documentId, by which one objects to it. */
  documentId: z.string(),
  number: z.string(),
  holder: z.string(),
  site: Ref,
  rule: Ref,
  theme: z.enum(THEMES),
  kind: z.enum(RULE_KINDS),
  quantity: z.int(),
  points: z.int(),
  occurredAt: instant,
  /** Why the points are given: the record's note, else null. */
  reason: z.string().nullable(),
  /** Until when one may object. */
  until: instant,
  /** Whether an objection holds it. */
  held: z.boolean(),
})
export type NoticeLine = z.infer<typeof NoticeLineView>

/** GET /api/scoring/notices?site=&pagination — public; `meta` has the pagination and this. Deductions are left out for the public. */
export const NoticeQuery = z.strictObject({ site: code.optional(), pagination: z.unknown().optional() })
export const NoticeMeta = z.strictObject({
  site: Ref,
  /** The hash over the heads of the site's accounts, so that what was public can be compared later. */
  head: z.string(),
  at: instant,
})

/** POST /api/scoring/notices/close {site} — `{posted}`: how many lines went to the ledger; `left`: how many it could not post now. */
export const CloseNotice = { body: z.strictObject({ site: code }) }
export const ClosedNoticeView = z.strictObject({ posted: z.int(), voided: z.int() })
export type ClosedNotice = z.infer<typeof ClosedNoticeView>

/** POST /api/scoring/notices/:documentId/objections {card, pin, reason} — by a card's holder without an account. */
export const ObjectByCard = {
  body: z.strictObject({ card: code, pin: z.string().regex(/^\d{6}$/), reason }),
}
/** 201: the objection is filed, and the line is held. */
export const FiledObjectionView = z.strictObject({ documentId: z.string(), filedAt: instant })
export type FiledObjection = z.infer<typeof FiledObjectionView>
