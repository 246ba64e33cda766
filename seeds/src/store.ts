import { isoOf } from '@practice/kernel'
import type { Core, UID } from '@strapi/types'
import type { Knex } from 'knex'
import { documentIdOf } from './document-id'

/** A many-to-one relation of a table: the row gets a link to the one that has that code. */
export interface Link<Seed> {
  attribute: string
  target: UID.ContentType
  /** The target's attribute that holds the code; `code` unless told. */
  by?: string
  codeOf(seed: Seed): string | null
}

/** How one kind of seed is written. Moments in a row are ISO text, which every database is given alike. */
export interface Table<Seed> {
  uid: UID.ContentType
  /** The attributes that tell one from another and are never changed: a code, a number, a pair of codes. */
  key: readonly string[]
  /** Their values, joined by a space. */
  keyOf(seed: Seed): string
  rowOf(seed: Seed): Readonly<Record<string, unknown>>
  /** Which rows of the type this is about; all unless told. */
  among?: Readonly<Record<string, unknown>>
  links?: readonly Link<Seed>[]
}

/** A database refuses statements with too many bound values; this many at a time suits both. */
const CHUNK_SIZE = 200

/**
 * Adds the rows that are missing, links included, in one transaction: a run that is cut short leaves whole tables, and
 * what is there already (and may have been edited since) stays as it is. Answers how many were missing.
 */
export async function fill<Seed>(strapi: Core.Strapi, table: Table<Seed>, seeds: readonly Seed[]): Promise<number> {
  const added: number = await strapi.db.transaction(async () => {
    const known = await idsByKey(strapi, table.uid, table.key, table.among)
    const missing = seeds.filter((seed) => !known.has(table.keyOf(seed)))
    if (missing.length === 0) return 0
    const now = isoOf(Date.now())
    const rows = missing.map((seed) => ({
      documentId: documentIdOf(table.uid, table.keyOf(seed)),
      ...{ createdAt: now, updatedAt: now, publishedAt: now },
      ...table.rowOf(seed),
    }))
    for (const data of chunksOf(rows)) await strapi.db.query(table.uid).createMany({ data })
    const ids = await idsByKey(strapi, table.uid, table.key, table.among)
    for (const link of table.links ?? []) await linkAll(strapi, table, link, missing, ids)
    return missing.length
  })
  return added
}

/** The numeric ids of the rows of a type, by attributes that are unique together, joined by a space. */
export async function idsByKey(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  key: readonly string[],
  where: Readonly<Record<string, unknown>> = {},
): Promise<Map<string, number>> {
  const rows = (await strapi.db.query(uid).findMany({ select: ['id', ...key], where })) as Record<string, unknown>[]
  return new Map(rows.map((row) => [key.map((attribute) => String(row[attribute])).join(' '), Number(row['id'])]))
}

/** Writes the link rows of one relation for rows that have none yet. */
async function linkAll<Seed>(
  strapi: Core.Strapi,
  table: Table<Seed>,
  link: Link<Seed>,
  seeds: readonly Seed[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const targets = await idsByKey(strapi, link.target, [link.by ?? 'code'])
  const pairs = seeds.flatMap((seed) => {
    const code = link.codeOf(seed)
    if (code === null) return []
    const target = targets.get(code)
    const id = ids.get(table.keyOf(seed))
    if (target === undefined || id === undefined)
      throw new Error(`${table.uid} ${table.keyOf(seed)}: no ${link.target} ${code}`)
    return [{ id, target }]
  })
  await insertLinks(strapi, table.uid, link.attribute, pairs)
}

/** Inserts rows of a relation's link table: `id` is the row that has the attribute, `target` what it points to. */
async function insertLinks(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  attribute: string,
  pairs: readonly { id: number; target: number }[],
): Promise<void> {
  const columns = linkColumnsOf(strapi, uid, attribute)
  const positions = new Map<number, number>()
  const rows = pairs.map(({ id, target }) => {
    const position = (positions.get(target) ?? 0) + 1
    positions.set(target, position)
    const order = columns.order === null ? {} : { [columns.order]: position }
    return { [columns.id]: id, [columns.target]: target, ...order }
  })
  await insertRows(strapi, columns.table, rows)
}

/** Inserts rows of a table that is no content type's, in the transaction that is under way. */
export async function insertRows(
  strapi: Core.Strapi,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  for (const chunk of chunksOf(rows)) {
    await strapi.db.transaction(({ trx }: { trx: Knex.Transaction }) => trx(table).insert(chunk))
  }
}

interface LinkColumns {
  table: string
  id: string
  target: string
  /** The position among those that point to the same target, where the target lists them. */
  order: string | null
}

/** Strapi keeps a relation in a table of its own; its metadata tells the names. */
function linkColumnsOf(strapi: Core.Strapi, uid: UID.ContentType, attribute: string): LinkColumns {
  const relation = strapi.db.metadata.get(uid).attributes[attribute]
  if (relation?.type !== 'relation' || !('joinTable' in relation) || !relation.joinTable) {
    throw new Error(`${uid}.${attribute} is no relation with a link table`)
  }
  const { joinTable } = relation
  if (!('inverseJoinColumn' in joinTable)) throw new Error(`${uid}.${attribute} is polymorphic`)
  return {
    table: joinTable.name,
    id: joinTable.joinColumn.name,
    target: joinTable.inverseJoinColumn.name,
    order: joinTable.inverseOrderColumnName ?? null,
  }
}

/** A list in pieces that one statement can take. */
function chunksOf<Item>(items: readonly Item[]): Item[][] {
  const chunks: Item[][] = []
  for (let at = 0; at < items.length; at += CHUNK_SIZE) chunks.push(items.slice(at, at + CHUNK_SIZE))
  return chunks
}
