import { isoOf, MINUTE_MS, type Instant } from '@practice/kernel'
import { DEMO_ACCOUNTS, type DemoAccount } from './accounts'
import type { ArticleSeed, ArticleSeedState } from './articles'
import type { Table } from './store'

type Stage = 'draft' | 'submitted' | 'approved' | 'returned'

/** One step on the way of an article. */
interface Step {
  verb: 'create' | 'submit' | 'approve' | 'return' | 'schedule' | 'publish'
  /** The writer, or an editor who is not: somebody else than who wrote it reads it. */
  by: 'writer' | 'editor'
  to: Stage
}

const CREATED: Step = { verb: 'create', by: 'writer', to: 'draft' }
const SUBMITTED: Step = { verb: 'submit', by: 'writer', to: 'submitted' }
const APPROVED: Step = { verb: 'approve', by: 'editor', to: 'approved' }

/** How an article came to where it stands. */
const WAYS: Readonly<Record<ArticleSeedState, readonly Step[]>> = {
  draft: [CREATED],
  submitted: [CREATED, SUBMITTED],
  returned: [CREATED, SUBMITTED, { verb: 'return', by: 'editor', to: 'returned' }],
  approved: [CREATED, SUBMITTED, APPROVED],
  scheduled: [CREATED, SUBMITTED, APPROVED, { verb: 'schedule', by: 'editor', to: 'approved' }],
  published: [CREATED, SUBMITTED, APPROVED, { verb: 'publish', by: 'editor', to: 'approved' }],
}

/** Between two steps. */
const STEP_MS = 10 * MINUTE_MS

/** A step of an article's history, to be seeded. */
interface RevisionSeed {
  article: ArticleSeed
  step: Step
  from: Stage | null
  version: number
  /** How the article reads since; null where the text is as before. */
  content: object | null
}

/** An account that wrote or read articles. */
export function accountOf(username: string): DemoAccount {
  const account = DEMO_ACCOUNTS.find((one) => one.username === username)
  if (account === undefined) throw new Error(`no demo account ${username}`)
  return account
}

/** An editor who did not write it. */
function readerOf(writer: string): DemoAccount {
  const account = DEMO_ACCOUNTS.find((one) => one.role === 'county-editor' && one.username !== writer)
  if (account === undefined) throw new Error('no second demo account of an editor')
  return account
}

/** When a step was done: the last one as the article came to stand where it does. */
function momentOf({ state, writtenAt }: Pick<ArticleSeed, 'state' | 'writtenAt'>, version: number): Instant {
  return writtenAt - (WAYS[state].length - version) * STEP_MS
}

/** The columns of a draft, or of what is out, that follow from its way. */
export function standingOf(article: Pick<ArticleSeed, 'state' | 'writer' | 'writtenAt' | 'note'>) {
  const way = WAYS[article.state]
  const submitted = way.findIndex(({ verb }) => verb === 'submit')
  const stage = way.at(-1)?.to ?? 'draft'
  return {
    stage,
    version: way.length,
    submittedBy: submitted < 0 ? null : article.writer,
    submittedAt: submitted < 0 ? null : isoOf(momentOf(article, submitted + 1)),
    approvedBy: stage === 'approved' ? readerOf(article.writer).username : null,
    returnNote: stage === 'returned' ? article.note : null,
  }
}

/** The history of an article. `content` is how it was written. */
export function revisionsOf(article: ArticleSeed, content: object): RevisionSeed[] {
  return WAYS[article.state].map((step, at, way) => ({
    ...{ article, step, version: at + 1 },
    from: way[at - 1]?.to ?? null,
    content: at === 0 ? content : null,
  }))
}

/** Histories, as the server keeps them. */
export const REVISIONS: Table<RevisionSeed> = {
  uid: 'api::article-revision.article-revision',
  key: ['articleId', 'version'],
  keyOf: ({ article, version }) => `${article.documentId} ${version}`,
  rowOf: ({ article, step, from, version, content }) => {
    const account = step.by === 'writer' ? accountOf(article.writer) : readerOf(article.writer)
    const at = isoOf(momentOf(article, version))
    return {
      ...{ articleId: article.documentId, siteCode: article.siteCode, version, verb: step.verb },
      ...{ at, createdAt: at, updatedAt: at },
      ...{ actor: account.username, actorName: account.displayName, role: account.role },
      ...{ fromStage: from, toStage: step.to, note: step.verb === 'return' ? article.note : null },
      changes: step.verb === 'create' ? [{ field: 'title', from: null, to: article.title }] : [],
      content,
    }
  },
}
