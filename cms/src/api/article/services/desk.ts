import type { ArticleDeskView, NewsDeskView } from '@practice/access/contracts'
import { allowedArticleVerbs, findingsOf, mayReadDrafts, mayWriteArticle } from '@practice/access/domain'
import {
  CHINA_OFFSET_MS,
  DAY_MS,
  dayStartOf,
  isoOf,
  ok,
  refuse,
  scopeOf,
  type Actor,
  type Instant,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { countDesk, listDesk, mostRead, readsByDay } from '../store/desk'
import { findDraft } from '../store/drafts'
import { countReads } from '../store/reads'
import { findSecondPerson } from '../store/settings'
import { findStandings, type Standing } from '../store/standings'
import { dayOf } from './reads'

const LINES = 8
const READ_DAYS = 14

/** What those who write news see beside the text. */
export interface ArticleDeskService {
  /** Where these articles stand, by documentId; `withProblems` looks at the pictures as well. */
  of(
    actor: Actor,
    documentIds: readonly string[],
    options: { withProblems: boolean },
  ): Promise<Map<string, ArticleDeskView>>
  /** What waits at the actor's site and below. */
  overview(actor: Actor, now: Instant): Promise<Result<NewsDeskView, 'role_not_allowed'>>
}

/** How the desk of news is laid out. */
export default ({ strapi }: { strapi: Core.Strapi }): ArticleDeskService => ({
  async of(actor, documentIds, { withProblems }) {
    const db = strapi.db.connection
    const standings = await findStandings(db, documentIds)
    const reads = await countReads(db, documentIds)
    const secondPerson = await findSecondPerson(db)
    const desks = new Map<string, ArticleDeskView>()
    for (const [documentId, standing] of standings) {
      const desk = deskOf(standing, actor, { secondPerson, reads: reads.get(documentId) ?? 0 })
      const draft = withProblems ? await findDraft(strapi, documentId) : null
      desks.set(documentId, draft === null ? desk : { ...desk, problems: findingsOf(draft.illustrated) })
    }
    return desks
  },

  async overview(actor, now) {
    if (actor.kind !== 'user' || !mayReadDrafts(actor) || actor.siteCode === null) return refuse('role_not_allowed')
    const db = strapi.db.connection
    const desk = { scope: scopeOf(actor, 'article', 'read'), siteCode: actor.siteCode }
    const days = Array.from({ length: READ_DAYS }, (_, ago) => dayOf(now - (READ_DAYS - 1 - ago) * DAY_MS))
    const [first = dayOf(now)] = days
    const byDay = await readsByDay(db, desk, first)
    return ok({
      counts: await countDesk(db, desk, weekStartOf(now)),
      reads: {
        today: byDay.get(dayOf(now)) ?? 0,
        days: days.map((day) => ({ day, reads: byDay.get(day) ?? 0 })),
        top: await mostRead(db, desk, first, LINES),
      },
      submitted: await listDesk(db, desk, 'submitted', LINES),
      scheduled: await listDesk(db, desk, 'scheduled', LINES),
      drafts: await listDesk(db, desk, 'drafts', LINES),
    })
  },
})

/** The service, typed. */
export function articleDeskOf(strapi: Core.Strapi): ArticleDeskService {
  const found: unknown = strapi.service('api::article.desk')
  return found as ArticleDeskService
}

function deskOf(
  standing: Standing,
  actor: Actor,
  { secondPerson, reads }: { secondPerson: boolean; reads: number },
): ArticleDeskView {
  const person = (username: string) => ({ username, name: standing.names.get(username) ?? username })
  const { submittedBy, approvedBy } = standing
  const canEdit = mayWriteArticle(actor, standing)
  return {
    stage: standing.stage,
    version: standing.version,
    publishAt: isoOf(standing.publishAt),
    publishedAt: isoOf(standing.publishedAt),
    writers: standing.writers.map(person),
    submittedBy: submittedBy === null ? null : person(submittedBy),
    approvedBy: approvedBy === null ? null : person(approvedBy),
    returnNote: standing.returnNote,
    reads,
    allowed: allowedArticleVerbs(standing, actor, secondPerson),
    canEdit,
    // Towns and villages draft; only an editor takes an article away.
    canDelete: canEdit && actor.kind === 'user' && actor.role === 'county-editor',
  }
}

/** The Monday in China with which the week began. */
function weekStartOf(now: Instant): Instant {
  const today = dayStartOf(now)
  const weekday = new Date(today + CHINA_OFFSET_MS).getUTCDay()
  return today - ((weekday + 6) % 7) * DAY_MS
}
