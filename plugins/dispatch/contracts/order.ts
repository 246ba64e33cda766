import { z } from 'zod'

import { CHANNELS, ESCALATIONS, EVENT_VERBS, ORDER_STATES, URGENCIES, VERBS, type Verb } from '../domain/vocabulary'

export {
  CHANNELS,
  CLOCKS,
  ESCALATIONS,
  EVENT_VERBS,
  ORDER_STATES,
  URGENCIES,
  VERBS,
  type Channel,
  type ClockName,
  type Escalation,
  type EventVerb,
  type OrderState,
  type Urgency,
  type Verb,
} from '../domain/vocabulary'

const code = z.string().min(1).max(40)
const documentId = z.string().min(1).max(64)
const reason = z.string().trim().min(2).max(500)
const instant = z.iso.datetime({ offset: true })
const version = z.int().min(0)

/** A list that names nothing twice: nobody is present two times. */
const eachOnce = (item: z.ZodString, most: number) =>
  z
    .array(item)
    .max(most)
    .refine((list) => new Set(list).size === list.length, 'Names one twice')

/** A thing named by its code. Replies carry refs, requests carry codes. */
export const Ref = z.strictObject({ code: z.string(), name: z.string() })
export type RefView = z.infer<typeof Ref>

const Requester = z
  .strictObject({
    name: z.string().trim().min(1).max(40),
    /** A Chinese mobile or landline number. Left out, it is the household's, which staff only see masked. */
    phone: z
      .string()
      .trim()
      .regex(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/)
      .optional(),
    address: z.string().trim().max(120).optional(),
    /** A household's code. */
    household: code.optional(),
  })
  .refine(({ phone, household }) => phone !== undefined || household !== undefined, {
    path: ['phone'],
    message: 'Required without a household',
  })

/** POST /api/dispatch/orders, with an `Idempotency-Key` header of 8 to 128 characters. */
export const PlaceOrder = {
  body: z.strictObject({
    serviceItem: code,
    site: code,
    channel: z.enum(CHANNELS),
    requester: Requester,
    /** Why somebody else places it; needed from everybody but the resident. */
    onBehalf: z.strictObject({ reason }).optional(),
    /** Answers to the offering's form, checked by its JSON Schema. */
    form: z.record(z.string(), z.unknown()).optional(),
    note: z.string().trim().max(1000).optional(),
    preferredAt: instant.optional(),
  }),
}
export type PlaceOrderBody = z.infer<typeof PlaceOrder.body>

/** The bodies of POST /api/dispatch/orders/:documentId/<verb>. */
export const VERB_BODIES = {
  dispatch: z.strictObject({ version, team: code, reason: reason.optional() }),
  pool: z.strictObject({ version, teams: z.array(code).min(1).max(200).optional() }),
  claim: z.strictObject({ version }),
  accept: z.strictObject({ version, arriveBy: instant.optional() }),
  decline: z.strictObject({ version, reason }),
  start: z.strictObject({ version }),
  complete: z.strictObject({
    version,
    summary: z.string().trim().min(2).max(2000),
    /** People served. */
    served: z.int().min(1).max(100_000),
    /** Hours of work, in halves at the finest that people note. */
    hours: z.number().min(0).max(1000),
    /** Numbers of the volunteers who were present. */
    volunteers: eachOnce(code, 200),
    /** documentIds of uploaded files. */
    evidence: eachOnce(documentId, 30),
  }),
  rate: z.strictObject({
    version,
    stars: z.int().min(1).max(5),
    comment: z.string().trim().max(1000).optional(),
    onBehalf: z.strictObject({ reason }).optional(),
  }),
  rework: z.strictObject({ version, reason }),
  pause: z.strictObject({ version, reason }),
  resume: z.strictObject({ version, reason }),
  cancel: z.strictObject({ version, reason }),
  archive: z.strictObject({ version }),
} as const satisfies Record<Verb, z.ZodType>
export type VerbBody<V extends Verb = Verb> = z.infer<(typeof VERB_BODIES)[V]>

export const RatingView = z.strictObject({
  stars: z.int(),
  comment: z.string().nullable(),
  /** Whether the resident rated, or staff for the resident. */
  by: z.enum(['resident', 'staff']),
  onBehalf: z.strictObject({ by: z.string(), reason: z.string() }).nullable(),
  at: instant,
})

export const OrderFile = z.strictObject({ documentId: z.string(), name: z.string(), url: z.string(), mime: z.string() })

export const OrderView = z.strictObject({
  documentId: z.string(),
  number: z.string(),
  state: z.enum(ORDER_STATES),
  version: z.int(),
  serviceItem: Ref,
  site: Ref,
  requester: z.strictObject({
    name: z.string(),
    phone: z.string(),
    address: z.string().nullable(),
    household: z.string().nullable(),
  }),
  channel: z.enum(CHANNELS),
  onBehalf: z.strictObject({ by: z.string(), reason: z.string() }).nullable(),
  form: z.record(z.string(), z.unknown()).nullable(),
  note: z.string().nullable(),
  preferredAt: instant.nullable(),
  urgency: z.enum(URGENCIES),
  team: Ref.nullable(),
  clocks: z.strictObject({
    dispatchBy: instant.nullable(),
    acceptBy: instant.nullable(),
    resolveBy: instant.nullable(),
    rateBy: instant.nullable(),
    pausedAt: instant.nullable(),
  }),
  overdue: z.boolean(),
  escalation: z.enum(ESCALATIONS).nullable(),
  rating: RatingView.nullable(),
  /** How often it was sent back to be done again. */
  rework: z.int(),
  allowed: z.array(z.enum(VERBS)),
  createdAt: instant,
})
export type Order = z.infer<typeof OrderView>

export const OrderEventView = z.strictObject({
  verb: z.enum(EVENT_VERBS),
  from: z.enum(ORDER_STATES).nullable(),
  to: z.enum(ORDER_STATES),
  actor: z.strictObject({ name: z.string(), role: z.string() }),
  at: instant,
  note: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
})
export type OrderEvent = z.infer<typeof OrderEventView>

/** What a completed round left on file. */
export const CompletionView = z.strictObject({
  summary: z.string(),
  served: z.int(),
  hours: z.number(),
  volunteers: z.array(z.string()),
  evidence: z.array(OrderFile),
  at: instant,
})

/** GET /api/dispatch/orders/:documentId */
export const OrderDetailView = OrderView.extend({
  events: z.array(OrderEventView),
  completion: CompletionView.nullable(),
  /** The photos that the answers to the form name. */
  photos: z.array(OrderFile),
  /** Names of the teams that declined it, so that the desk remembers. */
  declinedBy: z.array(z.strictObject({ team: Ref, reason: z.string() })),
  /** Teams that a pooled order is open to. */
  pool: z.array(Ref),
})
export type OrderDetail = z.infer<typeof OrderDetailView>

/** The columns by which GET /api/dispatch/orders may be filtered and sorted. */
export const ORDER_FILTERS = [
  'number',
  'state',
  'serviceItem',
  'site',
  'team',
  'urgency',
  'channel',
  'overdue',
  'escalation',
  'createdAt',
  'dispatchBy',
  'acceptBy',
  'resolveBy',
  'rateBy',
  'deadline',
] as const
/** `deadline` is the one of the clock that runs now. */
export const ORDER_SORTS = ['number', 'state', 'site', 'urgency', 'overdue', 'createdAt', 'deadline'] as const
