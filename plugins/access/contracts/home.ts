import { z } from 'zod'

const Ref = z.strictObject({ code: z.string(), name: z.string() })
const moment = z.iso.datetime().nullable()

/** What a village can be heard of by: an order that was placed, a record, an article that was begun or went out. */
export const VILLAGE_DEEDS = ['order', 'record', 'article'] as const
export type VillageDeed = (typeof VILLAGE_DEEDS)[number]

/** The query of GET /api/sites/quiet: the code of a site, the actor's own unless told, and how many days without a word. */
export const QuietQuery = z.strictObject({
  site: z.string().min(1).max(40).optional(),
  days: z.coerce.number().int().min(1).max(365).default(30),
})
export type QuietQueryView = z.infer<typeof QuietQuery>

/**
 * GET /api/sites/quiet: the villages of a site that have neither placed an order nor recorded points nor written an
 * article for so many days, the longest silent first. For the dispatcher, the town officer and the leader.
 * 403 `role_not_allowed`, `site_not_yours` · 422 `site_unknown`.
 */
export const QuietVillages = z.strictObject({
  site: Ref,
  days: z.int(),
  /** Since when nothing was heard of them. */
  since: z.iso.datetime(),
  /** How many villages there are, the silent ones among them. */
  villages: z.int(),
  /** The last of each, null where there never was one. */
  quiet: z.array(
    z.strictObject({ site: Ref, last: z.strictObject({ order: moment, record: moment, article: moment }) }),
  ),
})
export type QuietVillagesView = z.infer<typeof QuietVillages>
