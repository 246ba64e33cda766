import {
  allowedArticleVerbs,
  decideVerb,
  findingsOf,
  mayWriteArticle,
  type ArticleCommand,
  type ArticleRefusal,
} from '@practice/access/domain'
import type {} from '@practice/access/services'
import {
  inTransaction,
  ok,
  refuse,
  Refused,
  service,
  type Actor,
  type Instant,
  type Refusal,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import { inStep } from '../step'
import { ARTICLE, findDraft, seesDraft, type Draft } from '../store/drafts'
import { findContent, insertRevision } from '../store/revisions'
import { findSecondPerson } from '../store/settings'
import { findStanding, takeVersion, writeProgress, type Standing } from '../store/standings'
import { tellOfVerb } from '../telling'

/** What is done to articles beside writing them. */
export interface ArticleVerbs {
  /** Carries a verb out on an article that the actor of the request sees, or refuses it with everything undone. */
  act(actor: Actor, documentId: string, command: ArticleCommand, now: Instant): Promise<Result<null, ArticleRefusal>>
  /** Writes the text of revision `to` again. Throws what any write of the text might be refused with. */
  restore(
    actor: Actor,
    documentId: string,
    asked: { version: number; to: number },
  ): Promise<Result<null, ArticleRefusal>>
}

/** How articles are handed on, go out and come back. */
export default ({ strapi }: { strapi: Core.Strapi }): ArticleVerbs => ({
  async act(actor, documentId, command, now) {
    if (!(await seesDraft(strapi, documentId))) return refuse('not_found')
    const done = await inTransaction<null, ArticleRefusal>(strapi, async (trx) => {
      const { draft, standing } = await loaded(strapi, trx, documentId)
      await carriedOut(strapi, trx, { actor, command, now, draft, standing })
      return null
    })
    return done.ok ? done : withStanding(strapi, done, { actor, documentId })
  },

  async restore(actor, documentId, { version, to }) {
    if (!(await seesDraft(strapi, documentId))) return refuse('not_found')
    const standing = await findStanding(strapi.db.connection, documentId)
    if (standing === null) return refuse('not_found')
    if (!mayWriteArticle(actor, standing)) return refuse('role_not_allowed')
    const content = await findContent(strapi.db.connection, documentId, to)
    if (content === null) return refuse('not_found')
    const { title, summary, body, author, theme, site, cover, pictures } = content
    const covers = await strapi.db.query('plugin::upload.file').count({ where: { id: cover?.id ?? -1 } })
    const data = {
      ...{ title, summary, body, author, pictures, theme: theme?.code ?? null, site: site.code },
      cover: covers > 0 ? cover?.id : null,
    }
    const step = { verb: 'restore', version, note: String(to) } as const
    await inStep(step, () => strapi.documents(ARTICLE).update({ documentId, data } as never))
    return ok(null)
  },
})

/** The service, typed. */
export function articleVerbsOf(strapi: Core.Strapi): ArticleVerbs {
  const found: unknown = strapi.service('api::article.verbs')
  return found as ArticleVerbs
}

/** One verb that is asked for, and the article as it stands. */
interface Asked {
  actor: Actor
  command: ArticleCommand
  now: Instant
  draft: Draft
  standing: Standing
}

async function loaded(strapi: Core.Strapi, trx: Knex.Transaction, documentId: string) {
  // The standing first: its version is the one that is taken, so that a text which changes meanwhile is refused.
  const standing = await findStanding(trx, documentId)
  const draft = await findDraft(strapi, documentId)
  if (draft === null || standing === null) throw new Refused<ArticleRefusal>(refuse('not_found'))
  return { draft, standing }
}

async function carriedOut(strapi: Core.Strapi, trx: Knex.Transaction, asked: Asked): Promise<void> {
  const { actor, command, now, draft, standing } = asked
  const { documentId, siteCode } = draft
  const { verb } = command
  const secondPerson = await findSecondPerson(trx)
  const pictures = findingsOf(draft.illustrated)
  const decided = decideVerb({ article: standing, command, actor, secondPerson, pictures, now })
  if (!decided.ok) throw new Refused(decided)
  const version = await takeVersion(trx, documentId, standing.version, now)
  if (version === null) throw new Refused<ArticleRefusal>(refuse('changed'))
  await writeProgress(trx, documentId, decided.value, verb === 'submit' ? { submittedAt: now } : {})
  if (verb === 'publish' || verb === 'unpublish') {
    const documents = strapi.documents(ARTICLE)
    await inStep<unknown>({ verb }, () =>
      verb === 'publish' ? documents.publish({ documentId }) : documents.unpublish({ documentId }),
    )
  } else {
    const audit = service(strapi, 'access', 'audit')
    await audit.record({ actor, action: verb, subjectType: 'article', subjectId: documentId, siteCode }, trx)
  }
  const before = draft.content.publishAt
  const after = decided.value.publishAt === null ? null : new Date(decided.value.publishAt).toISOString()
  await insertRevision(trx, {
    ...{ articleId: documentId, siteCode, version, verb, actor, at: now },
    ...{ from: standing.stage, to: decided.value.stage, note: command.note ?? null, content: null },
    changes: before === after ? [] : [{ field: 'publishAt', from: before, to: after }],
  })
  await tellOfVerb(strapi, trx, { actor, command, now, standing, site: draft.content.site, version, secondPerson })
}

const ABOUT_STATE: readonly ArticleRefusal[] = [
  'wrong_stage',
  'not_approved',
  'not_scheduled',
  'not_published',
  'changed',
]

/** Whoever lost is told how the article stands now. */
async function withStanding(
  strapi: Core.Strapi,
  refusal: Refusal<ArticleRefusal>,
  { actor, documentId }: { actor: Actor; documentId: string },
): Promise<Refusal<ArticleRefusal>> {
  if (!ABOUT_STATE.includes(refusal.code)) return refusal
  const db = strapi.db.connection
  const standing = await findStanding(db, documentId)
  if (standing === null) return refusal
  const allowed = allowedArticleVerbs(standing, actor, await findSecondPerson(db))
  return refuse(refusal.code, { ...refusal.details, stage: standing.stage, version: standing.version, allowed })
}
