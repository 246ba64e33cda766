import { inputErrorsOf, type InputError } from '@practice/kernel'
import { z } from 'zod'
import { CONSENTS } from './article-vocabulary'

const LIST_MAX = 100

const Words = z.array(z.string().trim().min(1).max(200)).max(LIST_MAX)

const Members = z
  .array(
    z.strictObject({
      name: z.string().trim().min(1).max(40),
      relation: z.string().trim().max(20).nullish(),
      birthYear: z.int().min(1900).max(2100).nullish(),
    }),
  )
  .max(LIST_MAX)

/** As `ArticlePictures` of the contract says it; no picture is noted twice. */
const Pictures = z
  .array(
    z.strictObject({
      url: z.string().min(1).max(300),
      alt: z.string().trim().max(200),
      caption: z.string().trim().max(200),
      consent: z.enum(CONSENTS).nullable(),
      consentNote: z.string().trim().max(200),
    }),
  )
  .max(LIST_MAX)
  .refine((notes) => new Set(notes.map(({ url }) => url)).size === notes.length, 'Notes one twice')

/** What JSON columns hold. Forms are apart: the plugin that fills them in checks them itself. */
const SHAPES: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
  'api::team.team': { skills: Words },
  'api::service-offering.service-offering': { materials: Words },
  'api::household.household': { members: Members },
  'api::article.article': { pictures: Pictures },
}

/**
 * What is wrong with the JSON columns of a row that somebody writes. Matching and menus read these of all rows at once,
 * so that one that is no list would stop everybody.
 */
export function checkShapes(uid: string, data: Readonly<Record<string, unknown>>): InputError[] {
  return Object.entries(SHAPES[uid] ?? {}).flatMap(([name, shape]) => {
    const value = data[name]
    if (value === undefined || value === null) return []
    const parsed = shape.safeParse(fromText(value))
    return parsed.success ? [] : inputErrorsOf(parsed.error, [name])
  })
}

/** Strapi's panel sends JSON as text, and its query layer reads it. */
function fromText(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}
