import type { ArticleCommand, NotificationKind } from '@practice/access/domain'
import type {} from '@practice/access/services'
import { service, type Actor, type Instant } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { Standing } from './store/standings'

/** A verb that was carried out. */
interface Done {
  actor: Actor
  command: ArticleCommand
  now: Instant
  /** How the article stood before. */
  standing: Standing
  site: { name: string }
  version: number
  secondPerson: boolean
}

/** Tells editors of what was submitted, and whoever wrote it of what became of it. */
export async function tellOfVerb(strapi: Core.Strapi, trx: Knex.Transaction, done: Done): Promise<void> {
  const { actor, command, now, standing, site, version, secondPerson } = done
  const { documentId, siteCode, title } = standing
  const notifications = service(strapi, 'access', 'notifications')
  const { submits, settles, told } =
    actor.kind === 'system' && command.verb === 'unschedule' ? KEPT_BACK : OF_VERB[command.verb]
  if (settles) await notifications.settle(trx, documentId, ['article_submitted'], now)
  const notice = {
    by: actor,
    subject: { type: 'article', documentId },
    siteCode,
    cause: `article:${documentId}:${version}`,
    facts: {
      title,
      place: site.name,
      ...(actor.kind === 'user' ? { by: actor.displayName } : {}),
      ...(command.note === undefined ? {} : { note: WHY_KEPT_BACK[command.note] ?? command.note }),
    },
    at: now,
  } as const
  if (submits) {
    await notifications.notify(trx, {
      ...notice,
      kind: 'article_submitted',
      to: { roles: ['county-editor'], siteCode },
      // Where a second person is asked for, nobody is called to what they may not decide.
      admits: ({ username }) => !secondPerson || !standing.writers.includes(username),
    })
  }
  if (told === null) return
  const others = told === 'article_returned' ? [standing.submittedBy, standing.approvedBy] : [standing.submittedBy]
  const usernames = [...new Set([...standing.writers, ...others.filter((username) => username !== null)])]
  if (usernames.length > 0) await notifications.notify(trx, { ...notice, kind: told, to: { usernames } })
}

interface Telling {
  /** Whether editors are told that it waits. */
  submits: boolean
  /** Whether it waits for nobody any more. */
  settles: boolean
  /** What whoever wrote it is told. */
  told: NotificationKind | null
}

const NOTHING: Telling = { submits: false, settles: false, told: null }

/** An article that may not go out when its time has come: whoever had to do with it is told. */
const KEPT_BACK: Telling = { submits: false, settles: false, told: 'article_returned' }

const WHY_KEPT_BACK: Readonly<Record<string, string>> = {
  not_approved: '到了发布时间，还没有第二人审核，没有发布',
  consent_missing: '到了发布时间，有图片没有注明肖像同意，没有发布',
  alt_missing: '到了发布时间，有图片没有文字说明，没有发布',
}

const OF_VERB: Readonly<Record<ArticleCommand['verb'], Telling>> = {
  submit: { submits: true, settles: false, told: null },
  approve: { submits: false, settles: true, told: 'article_approved' },
  return: { submits: false, settles: true, told: 'article_returned' },
  withdraw: { submits: false, settles: true, told: null },
  schedule: { submits: false, settles: true, told: null },
  unschedule: NOTHING,
  publish: { submits: false, settles: true, told: 'article_published' },
  unpublish: NOTHING,
}
