import type { Core } from '@strapi/strapi'
import { masterTypeOf, MASTER_TYPES } from '../../domain/master-types'
import type { Pointer } from '../../domain/relation-input'

/** A row as Strapi's query layer gives it: attributes by name. */
export type Row = Record<string, unknown> & { id: number; documentId: string }

type Uid = Parameters<Core.Strapi['db']['query']>[0]

/** Where orders and points hold codes of master data, which must not vanish from under them. */
const CARRIED: Readonly<Record<string, readonly (readonly [owner: string, column: string])[]>> = {
  'api::site.site': [
    ['plugin::dispatch.order', 'siteCode'],
    ['plugin::scoring.rule-set', 'siteCode'],
    ['plugin::scoring.card', 'siteCode'],
    ['plugin::scoring.shop', 'siteCode'],
  ],
  'api::team.team': [['plugin::dispatch.order', 'teamCode']],
  'api::service-item.service-item': [['plugin::dispatch.order', 'itemCode']],
  'api::household.household': [
    ['plugin::dispatch.order', 'householdCode'],
    ['plugin::scoring.card', 'householdCode'],
  ],
}

/** Where a code is carried as a plain text, or a row is pointed at without its code. */
const ELSEWHERE: Readonly<Record<string, (code: string) => { owner: string; where: object }[]>> = {
  'api::theme.theme': (code) => [
    { owner: 'api::service-category.service-category', where: { theme: code } },
    { owner: 'api::service-item.service-item', where: { theme: code } },
    { owner: 'api::article.article', where: { theme: { code } } },
    { owner: 'api::activity.activity', where: { theme: { code } } },
  ],
}

/** The row that a pointer means, among those that the current actor reads, or null. */
export async function findTarget(strapi: Core.Strapi, uid: string, pointer: Pointer): Promise<Row | null> {
  if (!('text' in pointer)) return findOne(strapi, uid, pointer)
  const code = masterTypeOf(uid)?.code
  const named = [
    { documentId: pointer.text },
    ...(code === null || code === undefined ? [] : [{ [code]: pointer.text }]),
  ]
  const found = await findOne(strapi, uid, { $or: named })
  // Codes are digits too: only what is no code is taken for one of Strapi's numeric ids.
  if (found !== null || !/^[1-9]\d{0,8}$/.test(pointer.text)) return found
  return findOne(strapi, uid, { id: Number(pointer.text) })
}

/** The draft, else the published row of a document, as far as the current actor reads it, or null. */
export async function findDocument(strapi: Core.Strapi, uid: string, documentId: string): Promise<Row | null> {
  const rows = (await strapi.db.query(uid as Uid).findMany({ where: { documentId } })) as Row[]
  return rows.find((row) => row.publishedAt === null || row.publishedAt === undefined) ?? rows[0] ?? null
}

/** Whether a document has a published version. */
export async function isPublished(strapi: Core.Strapi, uid: string, documentId: string): Promise<boolean> {
  const where = { documentId, publishedAt: { $notNull: true } }
  return (await strapi.db.query(uid as Uid).count({ where })) > 0
}

/** Whether rows of master data, orders or points carry the code of this row. */
export async function isInUse(strapi: Core.Strapi, uid: string, code: string): Promise<boolean> {
  const stamped = Object.entries(MASTER_TYPES).flatMap(([owner, { stamps }]) =>
    stamps.flatMap(({ target, column }) =>
      target === uid && column !== null ? [{ owner, where: { [column]: code } }] : [],
    ),
  )
  const places = [
    ...stamped,
    ...(CARRIED[uid] ?? []).map(([owner, column]) => ({ owner, where: { [column]: code } })),
    ...(ELSEWHERE[uid]?.(code) ?? []),
  ]
  for (const { owner, where } of places) {
    if (!strapi.db.metadata.has(owner)) continue
    const found = (await strapi.db.query(owner as Uid).count({ where })) as number
    if (found > 0) return true
  }
  return false
}

/** Carries a moved row's site on to the rows that belong to a site by way of it (a team's volunteers). */
export async function carrySite(strapi: Core.Strapi, uid: string, code: string, siteCode: string): Promise<void> {
  for (const [owner, { stamps }] of Object.entries(MASTER_TYPES)) {
    for (const { target, column, bringsSite } of stamps) {
      if (target !== uid || column === null || bringsSite !== true) continue
      await strapi.db.query(owner as Uid).updateMany({ where: { [column]: code }, data: { siteCode } })
    }
  }
}

async function findOne(strapi: Core.Strapi, uid: string, where: Record<string, unknown>): Promise<Row | null> {
  return (await strapi.db.query(uid as Uid).findOne({ where })) as Row | null
}
