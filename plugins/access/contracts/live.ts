import { z } from 'zod'

/** The kinds of changes that GET /api/access/live tells of. */
export const LIVE_KINDS = ['order', 'record', 'notification'] as const
export type LiveKind = (typeof LIVE_KINDS)[number]

/**
 * GET /api/access/live, `text/event-stream`: one event per change of a row that the listener may see, named by its kind,
 * with this as its data. It begins with `ready`, once everything that comes after is told, and says `beat` from time to
 * time. It ends when the account may no longer listen.
 */
export const LiveEvents = {
  order: z.object({ documentId: z.string(), siteCode: z.string(), state: z.string(), version: z.int() }),
  record: z.object({ documentId: z.string(), siteCode: z.string(), state: z.string(), version: z.int() }),
  notification: z.object({ unread: z.int() }),
} as const satisfies Record<LiveKind, z.ZodType>

/** What an event of a kind tells. */
export type LiveEvent<Kind extends LiveKind = LiveKind> = z.infer<(typeof LiveEvents)[Kind]>

/** How often a stream that has nothing to tell says that it is alive. */
export const LIVE_BEAT_MS = 20_000
