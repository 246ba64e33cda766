import { inScope, scopeOf, type Actor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { checkActivity } from '../../domain/activity'
import { cleanHtml } from '../../domain/article-html'
import { decideArticle, type ArticleAct } from '../../domain/article'
import { checkShapes } from '../../domain/json-shapes'
import { masterTypeOf, type MasterType } from '../../domain/master-types'
import { checkValues } from '../../domain/value-check'
import { forbidden, malformed, notFound, RefusedError } from '../http/refused-error'
import { modelOf } from '../query/model'
import type { AccessServices } from '../services'
import { carrySite, findDocument, isInUse, isPublished, type Row } from '../store/master'
import { uniqueViolationOf } from '../store/violations'
import { bindArticleFiles, fileIdsOf } from './article-files'
import { keepMasked, checkRelations } from './own-columns'
import { assertCodeKept, stamped } from './stamps'

type Data = Record<string, unknown>

/** What Strapi's document service hands its middlewares. */
interface DocumentContext {
  uid: string
  action: string
  params: { documentId?: string; data?: Data; status?: string }
}

type Services = Pick<AccessServices, 'actors' | 'audit' | 'boundaries' | 'files'>

const WRITES: ReadonlySet<string> = new Set([
  'create',
  'update',
  'clone',
  'delete',
  'publish',
  'unpublish',
  'discardDraft',
])

/** One write on its way. */
interface Write {
  strapi: Core.Strapi
  services: Services
  actor: Actor
  type: MasterType
  uid: string
  action: ArticleAct['action']
  params: DocumentContext['params']
  existing: Row | null
}

/**
 * Judges every write of a document, whoever makes it and by whatever route (REST, the panel, a seed): what may not be
 * written by this actor is refused, relations are resolved and stamped, values are of their column's type.
 */
export function guardWrites(strapi: Core.Strapi, services: Services): void {
  strapi.documents.use(async (context, next) => {
    const { uid, action } = context
    if (!WRITES.has(action)) return next()
    const actor = services.actors.current()
    if (actor.kind !== 'system' && services.boundaries.of(uid)?.isProtected === true) throw forbidden('protected')
    const type = masterTypeOf(uid)
    if (type === null) return next()
    const params = context.params as DocumentContext['params']
    const write = { strapi, services, actor, type, uid, action: action as ArticleAct['action'], params, existing: null }
    return carriedOut(write, next as () => Promise<unknown>) as ReturnType<typeof next>
  })
}

async function carriedOut(found: Omit<Write, 'existing'>, next: () => Promise<unknown>): Promise<unknown> {
  const { strapi, actor, uid, params } = found
  const write: Write = { ...found, existing: await existingOf(found) }
  await applyArticleRules(write)
  if (write.action === 'delete') await assertUnused(write)
  const data = params.data === undefined && write.action !== 'create' ? undefined : await prepared(write)
  if (data !== undefined) params.data = data
  try {
    return await strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
      const result = await next()
      await follow(write, result, trx)
      return result
    })
  } catch (error) {
    const column = uniqueViolationOf(error)
    if (column === null || actor.kind === 'system') throw error
    throw new RefusedError(400, 'invalid', {
      errors: [{ path: [column], message: `Taken already in ${uid}`, code: 'unique' }],
    })
  }
}

/** The row to be changed: 404 unless the actor reads it, 403 unless it is theirs to write. Null for a new one. */
async function existingOf({ strapi, actor, type, uid, action, params }: Omit<Write, 'existing'>): Promise<Row | null> {
  if (action === 'create' || params.documentId === undefined) return null
  const row = await findDocument(strapi, uid, params.documentId)
  if (row === null) {
    if (actor.kind === 'system') return null
    throw notFound()
  }
  if (!isWritable(actor, type, row)) throw forbidden('out_of_scope')
  return row
}

function isWritable(actor: Actor, type: MasterType, row: Data): boolean {
  if (type.resource === null) return true
  const householdCode = type.resource === 'household' ? row.code : row.householdCode
  return inScope(scopeOf(actor, type.resource, 'write'), { ...row, householdCode } as Parameters<typeof inScope>[1])
}

async function applyArticleRules(write: Write): Promise<void> {
  const { strapi, actor, uid, action, params } = write
  if (modelOf(strapi, uid)?.draftAndPublish !== true) return
  const asked = params.status === 'draft' || params.status === 'published' ? params.status : null
  const published =
    action === 'delete' && params.documentId !== undefined && (await isPublishedFor(write, params.documentId))
  // The panel and the system say themselves what they mean; silence is Strapi's default, a draft.
  if (actor.kind !== 'user') return
  const decision = decideArticle(actor, { action, asked, isPublished: published })
  if (!decision.ok) throw forbidden(decision.code, ['status'])
  if (action === 'create' || action === 'update') params.status = decision.value
}

function isPublishedFor({ strapi, services, uid }: Write, documentId: string): Promise<boolean> {
  return services.actors.asSystem('is it published', () => isPublished(strapi, uid, documentId))
}

async function assertUnused({ strapi, services, type, uid, existing }: Write): Promise<void> {
  const code = type.code === null ? null : existing?.[type.code]
  if (typeof code !== 'string') return
  const used = await services.actors.asSystem('is it used', () => isInUse(strapi, uid, code))
  if (used) throw new RefusedError(422, 'in_use')
}

/** The data as it is written: typed, stamped, sanitised, and still within the actor's scope. */
async function prepared(write: Write): Promise<Data> {
  const { strapi, actor, type, uid, action, params, existing } = write
  const model = modelOf(strapi, uid)
  if (model === null) throw new Error(`no model ${uid}`)
  const given = keepMasked(type, params.data ?? {}, existing)
  const errors = [...checkValues(model, given), ...checkShapes(uid, given), ...checkRelations(model, type, given)]
  if (errors.length > 0) throw malformed(...errors)
  // Before Strapi looks for the file, which would not say which column it missed it in.
  if (uid === ARTICLE) fileIdsOf(given.cover, 'cover')
  const before = action === 'clone' ? null : existing
  assertCodeKept({ uid, type, data: given, existing: before })
  const data = await stamped(strapi, { uid, type, data: given, existing: before, isForm: actor.kind === 'panel' })
  if (!isWritable(actor, type, { ...existing, ...data })) {
    throw forbidden('out_of_scope', [type.stamps.find(({ column }) => column !== null)?.relation ?? 'siteCode'])
  }
  if (type.resource === 'household') assertHouseholdCode({ ...existing, ...data })
  const span = type.resource === 'activity' ? checkActivity({ ...existing, ...data }) : []
  if (span.length > 0) throw malformed(...span)
  if (uid === ARTICLE && typeof data.body === 'string') data.body = cleanHtml(data.body)
  return data
}

/** A household's code begins with its site's, so that a taken code tells nothing of other villages. */
function assertHouseholdCode({ code, siteCode }: Data): void {
  if (typeof code === 'string' && code.startsWith(`${String(siteCode)}-`)) return
  throw malformed({ path: ['code'], message: `Expected ${String(siteCode)}-…`, code: 'invalid_value' })
}

const ARTICLE = 'api::article.article'

type Transaction = Parameters<AccessServices['files']['bind']>[0]

/** What follows from a write: files that now belong to it, rows that move along, and a line in the audit log. */
async function follow(write: Write, result: unknown, trx: Transaction): Promise<void> {
  const { strapi, services, actor, type, uid, action, params, existing } = write
  const row = rowOf(result) ?? existing
  if (row === null) return
  const { data = {} } = params
  const siteCode = siteOf(data) ?? siteOf(row) ?? siteOf(existing ?? {})
  if (uid === ARTICLE && (action === 'create' || action === 'update')) {
    const subject = { type: 'article', documentId: row.documentId, siteCode }
    const coverIds = fileIdsOf(data.cover, 'cover') ?? []
    await bindArticleFiles(strapi, services.files, trx, { actor, subject, coverIds, body: data.body })
  }
  const code = type.code === null ? undefined : existing?.[type.code]
  if (action === 'update' && typeof code === 'string' && siteCode !== null && siteCode !== existing?.siteCode) {
    await services.actors.asSystem('carry the site', () => carrySite(strapi, uid, code, siteCode))
  }
  if (actor.kind === 'system') return
  const subjectType = uid.slice(uid.lastIndexOf('.') + 1)
  const detail = { columns: Object.keys(data), ...(params.status === undefined ? {} : { status: params.status }) }
  await services.audit.record({ actor, action, subjectType, subjectId: row.documentId, siteCode, detail }, trx)
}

function rowOf(result: unknown): Row | null {
  return typeof result === 'object' && result !== null && 'id' in result && 'documentId' in result
    ? (result as Row)
    : null
}

function siteOf(row: Data): string | null {
  return typeof row.siteCode === 'string' ? row.siteCode : null
}
