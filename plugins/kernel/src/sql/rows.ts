import { instantOf, type Instant } from '../time'

/** What a database gives for a moment: milliseconds, a Date or text. */
export type Moment = number | Date | string | null

/** What `raw` gives: an array on SQLite, an object with rows on PostgreSQL. */
export function rowsOf<Row>(result: Row[] | { rows: Row[] }): Row[] {
  return Array.isArray(result) ? result : result.rows
}

/** A JSON column: text on SQLite, a value on PostgreSQL. */
export function jsonOf<T>(value: unknown): T | null {
  if (value === null || value === undefined) return null
  return (typeof value === 'string' ? JSON.parse(value) : value) as T
}

/** A moment that the table demands. */
export function momentOf(value: Moment): Instant {
  const instant = instantOf(value)
  if (instant === null) throw new TypeError('a moment is missing where the table demands one')
  return instant
}

/** Properties as columns, named as Strapi names them: those of `instants` as dates, objects as JSON. */
export function columnsOf(
  properties: Readonly<Record<string, unknown>>,
  instants: ReadonlySet<string>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name.replace(/[A-Z]|(?<=[a-z])\d+/g, (part) => `_${part.toLowerCase()}`),
      columnValue(value, instants.has(name)),
    ]),
  )
}

function columnValue(value: unknown, isInstant: boolean): unknown {
  if (value === null || value === undefined) return null
  if (isInstant && typeof value === 'number') return new Date(value)
  return typeof value === 'object' ? JSON.stringify(value) : value
}
