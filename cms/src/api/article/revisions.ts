import {
  afterEdit,
  changesBetween,
  findingsOf,
  mayGoOut,
  notesOf,
  withNotedTexts,
  type ArticleChange,
  type ArticleProgress,
} from '@practice/access/domain'
import type {} from '@practice/access/services'
import { inOneTransaction, nameOf, refuse, service, SYSTEM_CLOCK, type Actor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import { ArticleRefused } from './refused'
import { currentStep } from './step'
import { ARTICLE, findDraft, type Draft } from './store/drafts'
import { insertRevision } from './store/revisions'
import { findSecondPerson } from './store/settings'
import { findStanding, takeVersion, writeProgress, type Standing } from './store/standings'

type Data = Record<string, unknown>

/** One write of Strapi's document service on its way. */
interface Write {
  strapi: Core.Strapi
  actor: Actor
  action: string
  documentId: string
  params: { data?: Data; status?: string }
  next: () => Promise<unknown>
}

/** Columns that follow from what is done, and that nobody writes. */
const SERVER_OWNED = ['stage', 'version', 'submittedBy', 'submittedAt', 'approvedBy', 'returnNote'] as const

/**
 * Keeps a revision of everything that is done to an article, and its version and stage with it, whoever does it and by
 * whatever way: the API, Strapi's panel, code of plugins. It runs inside of the boundary's own judgement of writes,
 * which has resolved, checked and sanitised what is written.
 */
export function keepRevisions(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    const work = WORK[context.action]
    if (context.uid !== ARTICLE || work === undefined) return next()
    const params = context.params as Write['params'] & { documentId?: string }
    const actor = service(strapi, 'access', 'actors').current()
    const { documentId = '' } = params
    const write = { strapi, actor, action: context.action, documentId, params, next: next as Write['next'] }
    return inOneTransaction(strapi, (trx) => work(write, trx)) as ReturnType<typeof next>
  })
}

const WORK: Readonly<Record<string, (write: Write, trx: Knex.Transaction) => Promise<unknown>>> = {
  create: made,
  clone: made,
  update: edited,
  discardDraft: edited,
  publish: turned,
  unpublish: turned,
  delete: removed,
}

/** A new article begins as a draft, whatever it was copied from. */
async function made({ strapi, actor, action, params, next }: Write, trx: Knex.Transaction): Promise<unknown> {
  const time = action === 'clone' ? { publishAt: null } : {}
  params.data = { ...withNoted(without(params.data ?? {}), []), ...time, stage: 'draft', version: 1 }
  const result = await next()
  for (const documentId of documentIdsOf(result)) {
    const draft = await findDraft(strapi, documentId)
    const standing = await findStanding(trx, documentId)
    if (draft === null || standing === null) continue
    const changes = changesBetween(null, draft.content)
    const timed = standing.publishAt !== null || params.status === 'published'
    const progress = timed ? await goingOut(trx, { actor, standing, draft }) : standing
    if (timed) await writeProgress(trx, documentId, progress)
    await insertRevision(trx, {
      ...{ articleId: documentId, siteCode: draft.siteCode, version: standing.version, verb: 'create', actor },
      ...{ at: SYSTEM_CLOCK.now(), from: null, to: progress.stage, note: null, changes, content: draft.content },
    })
  }
  return result
}

async function edited(write: Write, trx: Knex.Transaction): Promise<unknown> {
  const { strapi, actor, documentId, params, next } = write
  const at = SYSTEM_CLOCK.now()
  // First of all: from here on nobody else writes, and what is read now is what the change is told against.
  const version = await takeVersion(trx, documentId, versionAsked(params.data), at)
  const [before, standing] = [await findDraft(strapi, documentId), await findStanding(trx, documentId)]
  if (before === null || standing === null) return next()
  if (version === null) throw new ArticleRefused(refuse('changed', { version: standing.version }))
  if (params.data !== undefined) params.data = withNoted(without(params.data), before.content.pictures)
  // Of an article from before there were histories, the first thing that is kept is how it read until now.
  if (standing.names.size === 0) await insertBeginning(trx, before, { ...standing, version: version - 1 })
  const result = await next()
  const after = await findDraft(strapi, documentId)
  if (after === null) return result
  const changes = changesBetween(before.content, after.content)
  const progress = await progressAfter(trx, { write, standing, after, changes })
  await writeProgress(trx, documentId, progress, { version })
  if (changes.length > 0) {
    const step = currentStep()
    const isText = changes.some(({ field }) => field !== 'publishAt')
    await insertRevision(trx, {
      ...{ articleId: documentId, siteCode: after.siteCode, version, actor, at, changes },
      verb:
        step?.verb === 'restore'
          ? 'restore'
          : isText
            ? 'edit'
            : progress.publishAt === null
              ? 'unschedule'
              : 'schedule',
      ...{ from: standing.stage, to: progress.stage, note: step?.verb === 'restore' ? step.note : null },
      content: isText ? after.content : null,
    })
  }
  return shownWith(result, progress, version)
}

async function insertBeginning(trx: Knex.Transaction, { documentId, siteCode, content }: Draft, standing: Standing) {
  await insertRevision(trx, {
    ...{ articleId: documentId, siteCode, version: standing.version, verb: 'create' },
    actor: { kind: 'system', because: 'begin history' },
    ...{ at: SYSTEM_CLOCK.now(), from: null, to: standing.stage, note: null, changes: [], content },
  })
}

/** What a written draft has become. A time that was set with it has to be one at which it can go out. */
async function progressAfter(
  trx: Knex.Transaction,
  { write, standing, after, changes }: { write: Write; standing: Standing; after: Draft; changes: ArticleChange[] },
): Promise<ArticleProgress> {
  const { actor, params } = write
  const publishAt = after.content.publishAt === null ? null : Date.parse(after.content.publishAt)
  const timed = { ...standing, publishAt }
  const isText = changes.some(({ field }) => field !== 'publishAt')
  const pictures = findingsOf(after.illustrated)
  const secondPerson = await findSecondPerson(trx)
  const changed = isText ? afterEdit(timed, { isByEditor: isByEditor(actor), pictures, secondPerson }) : timed
  const isTimeSet = publishAt !== null && publishAt !== standing.publishAt
  if (!isTimeSet && params.status !== 'published') return changed
  return goingOut(trx, { actor, standing: { ...timed, ...changed, publishAt }, draft: after })
}

/** An article that somebody lets go out, now or at its time: refused unless it may. */
async function goingOut(
  trx: Knex.Transaction,
  { actor, standing, draft }: { actor: Actor; standing: Standing; draft: Draft },
): Promise<ArticleProgress> {
  // What the system itself puts out, seeds and tests do, it answers for.
  if (actor.kind !== 'system') {
    const may = mayGoOut(standing, findingsOf(draft.illustrated), await findSecondPerson(trx))
    if (!may.ok) throw new ArticleRefused(may)
  }
  const approvedBy = standing.stage === 'approved' ? standing.approvedBy : nameOf(actor)
  return { ...standing, stage: 'approved', approvedBy, returnNote: null }
}

/** Publishing and taking back other than by a verb: by the panel, or by code. */
async function turned(write: Write, trx: Knex.Transaction): Promise<unknown> {
  const { strapi, actor, action, documentId, next } = write
  if (currentStep() !== null) return next()
  const at = SYSTEM_CLOCK.now()
  const version = await takeVersion(trx, documentId, null, at)
  const [draft, standing] = [await findDraft(strapi, documentId), await findStanding(trx, documentId)]
  if (draft === null || standing === null || version === null) return next()
  const isPublish = action === 'publish'
  const progress: ArticleProgress = isPublish
    ? { ...(await goingOut(trx, { actor, standing, draft })), publishAt: null }
    : { stage: 'draft', publishAt: null, submittedBy: null, approvedBy: null, returnNote: null }
  await writeProgress(trx, documentId, progress)
  const result = await next()
  await insertRevision(trx, {
    ...{ articleId: documentId, siteCode: draft.siteCode, version, actor, at },
    verb: isPublish ? 'publish' : 'unpublish',
    ...{ from: standing.stage, to: progress.stage, note: null, changes: [], content: null },
  })
  return result
}

async function removed({ strapi, actor, documentId, next }: Write, trx: Knex.Transaction): Promise<unknown> {
  const at = SYSTEM_CLOCK.now()
  const version = await takeVersion(trx, documentId, null, at)
  const [draft, standing] = [await findDraft(strapi, documentId), await findStanding(trx, documentId)]
  const result = await next()
  if (draft === null || standing === null || version === null) return result
  await insertRevision(trx, {
    ...{ articleId: documentId, siteCode: draft.siteCode, version, verb: 'delete', actor },
    ...{ at, from: standing.stage, to: null, note: standing.title, changes: [], content: null },
  })
  return result
}

function versionAsked(data: Data | undefined): number | null {
  const step = currentStep()
  if (step?.verb === 'restore') return step.version
  return typeof data?.version === 'number' ? data.version : null
}

function without(data: Data): Data {
  const owned: readonly string[] = SERVER_OWNED
  return Object.fromEntries(Object.entries(data).filter(([name]) => !owned.includes(name)))
}

/** A body with the texts of its pictures' notes, where it has none of its own. */
function withNoted(data: Data, kept: Draft['content']['pictures']): Data {
  if (typeof data.body !== 'string') return data
  const notes = data.pictures === undefined ? kept : notesOf(data.pictures)
  return { ...data, body: withNotedTexts(data.body, notes) }
}

function isByEditor(actor: Actor): boolean {
  return actor.kind === 'user' ? actor.role === 'county-editor' : actor.kind !== 'public'
}

/** The echo of a write, with what followed from it. */
function shownWith(result: unknown, { stage, publishAt }: ArticleProgress, version: number): unknown {
  if (typeof result !== 'object' || result === null || !('documentId' in result) || 'entries' in result) return result
  return { ...result, stage, version, publishAt: publishAt === null ? null : new Date(publishAt).toISOString() }
}

/** What a create gives, an entry, or a clone, a list of them. */
function documentIdsOf(result: unknown): string[] {
  const { documentId } = (result ?? {}) as { documentId?: unknown }
  return typeof documentId === 'string' ? [documentId] : []
}
