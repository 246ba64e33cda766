import { z } from 'zod'
import { CARD_STATES, CARD_VERBS, HOLDERS, THEMES, TRANSFER_KINDS, type CardVerb } from '../domain/vocabulary'
import { code, FileView, instant, Person, reason, Ref } from './shared'

export { CARD_STATES, CARD_VERBS, type CardState, type CardVerb } from '../domain/vocabulary'

/** Who a card belongs to. `household` is its code; `member` the person, when the rule set says person. */
export const HolderView = z.strictObject({
  kind: z.enum(HOLDERS),
  name: z.string(),
  household: z.string(),
  member: z.string().nullable(),
})

/** GET /api/scoring/cards, GET /api/scoring/cards/:number, GET /api/scoring/cards/scan/:token */
export const CardView = z.strictObject({
  documentId: z.string(),
  number: z.string(),
  holder: HolderView,
  site: Ref,
  /** Points that can be spent. */
  balance: z.int(),
  /** Points that wait for the end of their notice. */
  onNotice: z.int(),
  /** Points that an objection holds. */
  held: z.int(),
  /** Points posted since the New Year of China. */
  earnedThisYear: z.int(),
  state: z.enum(CARD_STATES),
  /** The holder's pinyin initials. */
  initials: z.string(),
  /** What the QR code of the card carries behind `/card/`; for staff who print cards, else null. */
  token: z.string().nullable(),
  replacedBy: z.string().nullable(),
  openedAt: instant,
  allowed: z.array(z.enum(CARD_VERBS)),
})
export type Card = z.infer<typeof CardView>

/** POST /api/scoring/cards — one card, or one for every household of a site that has none. */
export const OpenCards = {
  body: z.union([
    z.strictObject({ household: code, member: z.string().trim().min(1).max(40).optional() }),
    z.strictObject({ site: code }),
  ]),
}
export type OpenCardsBody = z.infer<typeof OpenCards.body>
/** 201: the cards that were opened. */
export const OpenedCardsView = z.array(CardView)

const withReason = z.strictObject({ reason })
/** The bodies of POST /api/scoring/cards/:number/<verb>. */
export const CARD_BODIES = {
  freeze: withReason,
  unfreeze: withReason,
  /** A lost card: a new one gets its points and whatever is on its way. Gives the new card. */
  replace: withReason,
  close: withReason,
  /** Gives the new PIN, once: `{card, pin}`. */
  pin: z.strictObject({}),
} as const satisfies Record<CardVerb, z.ZodType>
export const PinView = z.strictObject({ card: CardView, pin: z.string() })

/** One entry of a statement: one line of the ledger, and where it came from. */
export const StatementEntryView = z.strictObject({
  sequence: z.int(),
  at: instant,
  kind: z.enum(TRANSFER_KINDS),
  /** What came to the card (above zero) or left it. */
  change: z.int(),
  /** The running balance after it. */
  balance: z.int(),
  hash: z.string(),
  previous: z.string(),
  transfer: z.string(),
  cause: z.string(),
  rule: Ref.nullable(),
  theme: z.enum(THEMES).nullable(),
  quantity: z.int().nullable(),
  occurredAt: instant.nullable(),
  /** The record's number or the redemption's receipt number. */
  document: z.string().nullable(),
  reason: z.string().nullable(),
  evidence: z.array(FileView),
  who: Person,
  /** Goods of a redemption, in words. */
  goods: z.array(z.strictObject({ name: z.string(), quantity: z.int() })),
})
export type StatementEntry = z.infer<typeof StatementEntryView>

/** GET /api/scoring/cards/:number/statement?pagination — `data`, the latest first; `meta` has the pagination and this. */
export const StatementMeta = z.strictObject({ card: CardView, accountId: z.string(), head: z.string() })

/** POST /api/scoring/cards/:number/statement {pin} — what a resident sees without an account; five wrong PINs lock it. */
export const OpenStatement = { body: z.strictObject({ pin: z.string().regex(/^\d{6}$/) }) }
export const PublicStatementView = z.strictObject({
  number: z.string(),
  /** Masked. */
  holder: z.string(),
  site: Ref,
  balance: z.int(),
  onNotice: z.int(),
  held: z.int(),
  state: z.enum(CARD_STATES),
  entries: z.array(
    z.strictObject({
      at: instant,
      kind: z.enum(TRANSFER_KINDS),
      change: z.int(),
      balance: z.int(),
      hash: z.string(),
      words: z.string(),
    }),
  ),
})
export type PublicStatement = z.infer<typeof PublicStatementView>

/** GET, PUT, DELETE /api/scoring/cards/:number/link — whether a link to the card's statement is given out, and since when. */
export const StatementLinkView = z.strictObject({ madeAt: instant.nullable() })
export type StatementLink = z.infer<typeof StatementLinkView>

/** PUT: a new link, by which the one before it is worth nothing. `token` is said this once; only its hash is kept. */
export const MakeLink = { body: z.strictObject({}) }
export const MadeLinkView = z.strictObject({ token: z.string(), madeAt: instant })
export type MadeLink = z.infer<typeof MadeLinkView>

/** POST /api/scoring/statements {token} — a card's statement, in `PublicStatementView`, for whoever holds its link. */
export const OpenLink = { body: z.strictObject({ token: z.string().regex(/^[0-9a-f]{64}$/) }) }

export const CARD_FILTERS = ['number', 'site', 'household', 'holder', 'initials', 'state', 'balance'] as const
export const CARD_SORTS = ['number', 'holder', 'balance', 'openedAt'] as const
