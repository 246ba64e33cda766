import { z } from 'zod'

/** The lists of the console whose looks are kept. */
export const KEPT_LISTS = [
  ...(['desk', 'teams', 'members', 'organisations', 'venues', 'sites', 'households', 'activities'] as const),
  ...(['cards', 'records', 'reviewed', 'objections', 'flags', 'transfers', 'audit', 'accounts'] as const),
  ...(['redemptions', 'movements', 'settlements'] as const),
] as const
export type KeptList = (typeof KEPT_LISTS)[number]

/** More views, columns and longer names nobody keeps apart. */
export const VIEWS_MAX = 30
export const VIEW_NAME_MAX = 30
const QUERY_MAX = 1_000
const COLUMNS_MAX = 40

/** What an address says after its `?`, without the control characters that no address has. */
const AddressQuery = z
  .string()
  .max(QUERY_MAX)
  .regex(/^[^\p{Cc}#?]*$/u)

/** A list's filters and sort under a name. */
export const SavedView = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(VIEW_NAME_MAX)
    .regex(/^\P{Cc}*$/u),
  query: AddressQuery,
})
export type SavedView = z.infer<typeof SavedView>

function namesDiffer(views: readonly { name: string }[]): boolean {
  return new Set(views.map(({ name }) => name)).size === views.length
}

/** GET /api/access/views?list= and PUT /api/access/views: how one's own list looks. */
export const ListViews = {
  query: z.strictObject({ list: z.enum(KEPT_LISTS) }),
  body: z.strictObject({
    list: z.enum(KEPT_LISTS),
    /** The columns that are shown; null for those that the list shows by itself. */
    columns: z
      .array(z.string().regex(/^[a-zA-Z]{1,32}$/))
      .min(1)
      .max(COLUMNS_MAX)
      .nullable(),
    views: z.array(SavedView).max(VIEWS_MAX).refine(namesDiffer, { message: 'Two views have one name' }),
  }),
  reply: z.strictObject({
    list: z.enum(KEPT_LISTS),
    columns: z.array(z.string()).nullable(),
    views: z.array(SavedView),
  }),
}
export type ListViewsBody = z.infer<typeof ListViews.body>
export type ListViewsView = z.infer<typeof ListViews.reply>
