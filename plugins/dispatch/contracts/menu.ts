import { z } from 'zod'
import { URGENCIES } from './order'

/** One line of GET /api/service-items/effective?site=<code>: everything inherited resolved, items that are off left out. */
export const MenuItemView = z.strictObject({
  code: z.string(),
  name: z.string(),
  category: z.strictObject({ code: z.string(), name: z.string() }),
  theme: z.string(),
  handling: z.string(),
  skill: z.string(),
  urgency: z.enum(URGENCIES),
  hours: z.string().nullable(),
  contact: z.string().nullable(),
  materials: z.array(z.string()),
  resolveDays: z.int(),
  form: z.record(z.string(), z.unknown()).nullable(),
  /** The site whose offering decides, or null when nobody set one. */
  decidedBy: z.string().nullable(),
})
export type MenuItem = z.infer<typeof MenuItemView>
