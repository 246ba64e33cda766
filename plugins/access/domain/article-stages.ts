import {
  inScope,
  nameOf,
  ok,
  refuse,
  scopeOf,
  type Actor,
  type Instant,
  type RefusalStatus,
  type Result,
  type Role,
} from '@practice/kernel'
import type { PictureFinding } from './article-pictures'
import { ARTICLE_STAGES, ARTICLE_VERBS, type ArticleStage, type ArticleVerb } from './article-vocabulary'

/** Conditions beyond role and stage, by name. */
export const ARTICLE_NEEDS = ['second_person', 'approval', 'scheduled', 'published', 'pictures', 'time_ahead'] as const
export type ArticleNeed = (typeof ARTICLE_NEEDS)[number]

/** One row of the rulebook. */
export interface ArticleTransition {
  from: readonly ArticleStage[]
  /** `same` leaves the stage as it is. */
  to: ArticleStage | 'same'
  by: readonly Role[]
  needs: readonly ArticleNeed[]
}

const EDITORS = ['county-editor'] as const
const WRITERS = ['county-editor', 'town-officer', 'village-admin'] as const

/**
 * The way of an article as data. Whatever goes out has been read by an editor, so that going out approves it; where the
 * setting asks for a second person, `approval` lets out only what one has approved.
 */
export const ARTICLE_TRANSITIONS = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: WRITERS, needs: [] },
  approve: { from: ['submitted'], to: 'approved', by: EDITORS, needs: ['second_person'] },
  return: { from: ['submitted', 'approved'], to: 'returned', by: EDITORS, needs: [] },
  withdraw: { from: ['submitted'], to: 'draft', by: WRITERS, needs: [] },
  schedule: { from: ARTICLE_STAGES, to: 'approved', by: EDITORS, needs: ['approval', 'pictures', 'time_ahead'] },
  unschedule: { from: ARTICLE_STAGES, to: 'same', by: EDITORS, needs: ['scheduled'] },
  publish: { from: ARTICLE_STAGES, to: 'approved', by: EDITORS, needs: ['approval', 'pictures'] },
  unpublish: { from: ARTICLE_STAGES, to: 'draft', by: EDITORS, needs: ['published'] },
} as const satisfies Record<ArticleVerb, ArticleTransition>

/** The same table with its members seen as `ArticleTransition`, for code that asks for any verb. */
export const articleTransitionOf = (verb: ArticleVerb): ArticleTransition => ARTICLE_TRANSITIONS[verb]

/**
 * Why a verb is refused. Earlier wins: whether you see it, who you are, whether it is your own, how it stands, whether
 * you saw it as it stands, then what it lacks.
 */
export const ARTICLE_REFUSALS = [
  'not_found',
  'role_not_allowed',
  'own_article',
  'wrong_stage',
  'not_approved',
  'not_scheduled',
  'not_published',
  'changed',
  'consent_missing',
  'alt_missing',
  'time_passed',
] as const
export type ArticleRefusal = (typeof ARTICLE_REFUSALS)[number]

/** What HTTP says to each. */
export const ARTICLE_REFUSAL_STATUS: Readonly<Record<ArticleRefusal, RefusalStatus>> = {
  not_found: 404,
  role_not_allowed: 403,
  own_article: 403,
  wrong_stage: 409,
  not_approved: 409,
  not_scheduled: 409,
  not_published: 409,
  changed: 409,
  consent_missing: 422,
  alt_missing: 422,
  time_passed: 422,
}

/** What of an article decides who may do what to it. People are usernames. */
export interface ArticleStanding {
  stage: ArticleStage
  version: number
  siteCode: string
  publishAt: Instant | null
  isPublished: boolean
  /** Who has written since it last went out. */
  writers: readonly string[]
  submittedBy: string | null
  approvedBy: string | null
  returnNote: string | null
}

/** What is asked for. Without a version, it is meant of the article however it stands. */
export interface ArticleCommand {
  verb: ArticleVerb
  version: number | null
  /** When it shall go out (`schedule`). */
  publishAt?: Instant
  /** Why (`return`). */
  note?: string
}

/** What a verb makes of an article. */
export type ArticleProgress = Pick<ArticleStanding, 'stage' | 'publishAt' | 'submittedBy' | 'approvedBy' | 'returnNote'>

/** What `decideVerb` is told. */
export interface ArticleSituation {
  article: ArticleStanding
  command: ArticleCommand
  actor: Actor
  /** Whether an article needs the approval of somebody who neither wrote nor submitted it. */
  secondPerson: boolean
  /** What is wrong with the pictures. */
  pictures: readonly PictureFinding[]
  now: Instant
}

/** Decides a verb on an article that the actor sees. Pure: everything it looks at comes in, nothing is written. */
export function decideVerb(situation: ArticleSituation): Result<ArticleProgress, ArticleRefusal> {
  const { article, command, actor, secondPerson, pictures, now } = situation
  const admitted = admitsVerb(article, command.verb, actor, secondPerson)
  if (!admitted.ok) return admitted
  if (command.version !== null && command.version !== article.version) {
    return refuse('changed', { version: article.version })
  }
  const { needs } = articleTransitionOf(command.verb)
  if (needs.includes('pictures')) {
    const shown = withoutProblems(pictures)
    if (!shown.ok) return shown
  }
  if (needs.includes('time_ahead') && (command.publishAt ?? 0) <= now) return refuse('time_passed')
  return ok(progressOf(article, command, actor))
}

/** What happens to an article by itself when its time has come: it goes out, or, where it may not, waits no more. */
const OF_SYSTEM: readonly ArticleVerb[] = ['publish', 'unschedule']

/** Whether the actor may do this verb to the article as it stands: role and reach, then recusal, then the stage. */
export function admitsVerb(
  article: ArticleStanding,
  verb: ArticleVerb,
  actor: Actor,
  secondPerson: boolean,
): Result<null, ArticleRefusal> {
  const { by, from, needs } = articleTransitionOf(verb)
  const isBySystem = actor.kind === 'system' && OF_SYSTEM.includes(verb)
  if (!isBySystem && (!hasRole(actor, by) || !inScope(scopeOf(actor, 'article', 'write'), article))) {
    return refuse('role_not_allowed')
  }
  if (needs.includes('second_person') && secondPerson && isOwn(article, nameOf(actor))) return refuse('own_article')
  if (!from.includes(article.stage)) return refuse('wrong_stage', { stage: article.stage, from })
  if (needs.includes('approval') && secondPerson && !isApprovedByAnother(article)) return refuse('not_approved')
  if (needs.includes('scheduled') && article.publishAt === null) return refuse('not_scheduled')
  if (needs.includes('published') && !article.isPublished) return refuse('not_published')
  return ok(null)
}

/** The verbs that the console draws for an actor who sees the article, in the order of the rulebook. */
export function allowedArticleVerbs(article: ArticleStanding, actor: Actor, secondPerson: boolean): ArticleVerb[] {
  if (actor.kind !== 'user') return []
  return ARTICLE_VERBS.filter((verb) => admitsVerb(article, verb, actor, secondPerson).ok)
}

/** Whether the actor writes an article of a site: restoring an earlier text is writing, too. */
export function mayWriteArticle(actor: Actor, article: Pick<ArticleStanding, 'siteCode'>): boolean {
  return hasRole(actor, WRITERS) && inScope(scopeOf(actor, 'article', 'write'), article)
}

/** What keeps an article from going out, whoever sends it and by whatever way: the last check before the public. */
export function mayGoOut(
  article: ArticleStanding,
  pictures: readonly PictureFinding[],
  secondPerson: boolean,
): Result<null, ArticleRefusal> {
  if (secondPerson && !isApprovedByAnother(article)) return refuse('not_approved')
  return withoutProblems(pictures)
}

/**
 * What becomes of an article whose text was changed: what was approved is a draft again, and a time that it waits for
 * stands only if an editor made the change and it could still go out.
 */
export function afterEdit(
  article: ArticleStanding,
  change: { isByEditor: boolean; pictures: readonly PictureFinding[]; secondPerson: boolean },
): ArticleProgress {
  const { submittedBy, approvedBy, returnNote, publishAt } = article
  const isUndone = article.stage === 'approved'
  const edited = { ...article, stage: isUndone ? 'draft' : article.stage, approvedBy: isUndone ? null : approvedBy }
  const keepsTime = change.isByEditor && mayGoOut(edited, change.pictures, change.secondPerson).ok
  return {
    stage: edited.stage,
    approvedBy: edited.approvedBy,
    submittedBy,
    returnNote,
    publishAt: keepsTime ? publishAt : null,
  }
}

function progressOf(article: ArticleStanding, command: ArticleCommand, actor: Actor): ArticleProgress {
  const { to } = articleTransitionOf(command.verb)
  const stage = to === 'same' ? article.stage : to
  const { publishAt, submittedBy, approvedBy, returnNote } = article
  const as = { stage, publishAt, submittedBy, approvedBy, returnNote }
  const approver = article.stage === 'approved' ? approvedBy : nameOf(actor)
  switch (command.verb) {
    case 'submit':
      return { ...as, publishAt: null, submittedBy: nameOf(actor), approvedBy: null, returnNote: null }
    case 'approve':
      return { ...as, approvedBy: nameOf(actor) }
    case 'return':
      return { ...as, publishAt: null, approvedBy: null, returnNote: command.note ?? null }
    case 'withdraw':
      return { ...as, publishAt: null, submittedBy: null }
    case 'schedule':
      return { ...as, publishAt: command.publishAt ?? null, approvedBy: approver, returnNote: null }
    case 'unschedule':
      return { ...as, publishAt: null }
    case 'publish':
      return { ...as, publishAt: null, approvedBy: approver, returnNote: null }
    case 'unpublish':
      return { ...as, publishAt: null, submittedBy: null, approvedBy: null }
  }
}

function hasRole(actor: Actor, roles: readonly Role[]): boolean {
  return actor.kind === 'user' && roles.includes(actor.role)
}

function isOwn({ writers, submittedBy }: ArticleStanding, username: string): boolean {
  return submittedBy === username || writers.includes(username)
}

function isApprovedByAnother(article: ArticleStanding): boolean {
  return article.stage === 'approved' && article.approvedBy !== null && !isOwn(article, article.approvedBy)
}

function withoutProblems(pictures: readonly PictureFinding[]): Result<null, ArticleRefusal> {
  const [first] = pictures
  return first === undefined ? ok(null) : refuse(first.code, { pictures: first.pictures })
}
