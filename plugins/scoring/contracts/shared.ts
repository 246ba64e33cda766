import { z } from 'zod'

export const code = z.string().min(1).max(40)
export const documentId = z.string().min(1).max(64)
export const reason = z.string().trim().min(2).max(500)
export const instant = z.iso.datetime({ offset: true })
/** Points of a rule, a price or a movement: whole, and small enough to add up a district of them. */
export const points = z.int().min(1).max(100_000)

/** A thing named by its code. Replies carry refs, requests carry codes. */
export const Ref = z.strictObject({ code: z.string(), name: z.string() })
export type RefView = z.infer<typeof Ref>

/** Who did something: the name that is shown, and the account's. */
export const Person = z.strictObject({ username: z.string(), name: z.string() })
export type PersonView = z.infer<typeof Person>

/** A file as whoever may see its subject gets it. */
export const FileView = z.strictObject({ documentId: z.string(), name: z.string(), url: z.string(), mime: z.string() })

/** The query of what is asked for a site: its code, the actor's own unless told. */
export const SiteQuery = z.strictObject({ site: code.optional() })

/** A list that names nothing twice. */
export const eachOnce = (item: z.ZodString, most: number) =>
  z
    .array(item)
    .max(most)
    .refine((list) => new Set(list).size === list.length, 'Names one twice')
