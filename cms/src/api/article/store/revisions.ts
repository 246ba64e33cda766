import { type ArticleChange, type ArticleContent, type ArticleStage, type RevisionVerb } from '@practice/access/domain'
import type { ArticleRevisionView, HISTORY_LIST } from '@practice/access/contracts'
import {
  appendOnly,
  conditionsSql,
  displayNameOf,
  installBans,
  jsonOf,
  momentOf,
  nameOf,
  newDocumentId,
  type Actor,
  type Instant,
  type ListQuery,
  type Moment,
} from '@practice/kernel'
import type { Knex } from 'knex'

const REVISIONS = 'article_revisions'

/** Something that was done to an article. */
export interface Revision {
  articleId: string
  siteCode: string
  /** That the article has after it. */
  version: number
  verb: RevisionVerb
  actor: Actor
  at: Instant
  from: ArticleStage | null
  to: ArticleStage | null
  note: string | null
  changes: readonly ArticleChange[]
  /** How the article reads after it, when the text changed. */
  content: ArticleContent | null
}

/** Has the database itself refuse every change and removal of a revision, whoever asks. */
export function keepRevisionsWhole(db: Knex): Promise<void> {
  return installBans(db, appendOnly(REVISIONS, 'revisions'))
}

/** Appends a revision. */
export async function insertRevision(trx: Knex.Transaction, revision: Revision): Promise<void> {
  const { actor, changes, content } = revision
  const at = new Date(revision.at)
  await trx(REVISIONS).insert({
    document_id: newDocumentId(),
    article_id: revision.articleId,
    site_code: revision.siteCode,
    version: revision.version,
    verb: revision.verb,
    at,
    actor: nameOf(actor),
    actor_name: displayNameOf(actor),
    role: actor.kind === 'user' ? actor.role : actor.kind,
    from_stage: revision.from,
    to_stage: revision.to,
    note: revision.note,
    changes: JSON.stringify(changes),
    content: content === null ? null : JSON.stringify(content),
    created_at: at,
    updated_at: at,
    published_at: at,
  })
}

interface Row {
  version: number
  verb: RevisionVerb
  at: Moment
  actor: string
  actor_name: string
  role: string
  from_stage: ArticleStage | null
  to_stage: ArticleStage | null
  note: string | null
  changes: unknown
  has_content: unknown
}

type HistoryQuery = ListQuery<keyof typeof HISTORY_LIST.filters, 'at'>

const COLUMNS = { verb: 'verb', at: 'at' } as const
const INSTANTS = new Set<keyof typeof COLUMNS>(['at'])

/** A page of an article's history, and how long it is when that is asked for. */
export async function listRevisions(
  db: Knex,
  articleId: string,
  query: HistoryQuery,
): Promise<{ revisions: ArticleRevisionView[]; total: number | null }> {
  const sql = conditionsSql<keyof typeof COLUMNS>(query.filters, COLUMNS, { instants: INSTANTS })
  const matching = () =>
    db(REVISIONS)
      .where({ article_id: articleId })
      .whereRaw(sql.text, sql.bindings as Knex.Value[])
  // Versions are taken one after the other: they order a history more finely than its moments.
  const rows: Row[] = await matching()
    .orderBy('version', query.sort[0]?.direction ?? 'desc')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .select(...['version', 'verb', 'at', 'actor', 'actor_name', 'role', 'from_stage', 'to_stage', 'note', 'changes'])
    .select(db.raw('(content is not null) as has_content'))
  const revisions = rows.map(viewOf)
  if (!query.withCount) return { revisions, total: null }
  const counted: { total?: number | string } | undefined = await matching().count({ total: '*' }).first()
  return { revisions, total: Number(counted?.total ?? 0) }
}

function viewOf(row: Row): ArticleRevisionView {
  return {
    version: row.version,
    verb: row.verb,
    at: new Date(momentOf(row.at)).toISOString(),
    by: { username: row.actor, name: row.actor_name, role: row.role },
    from: row.from_stage,
    to: row.to_stage,
    note: row.note,
    changes: jsonOf<ArticleRevisionView['changes']>(row.changes) ?? [],
    hasContent: Boolean(row.has_content),
  }
}

/** How an article read after a revision, or null when there is no such one or its text did not change with it. */
export async function findContent(db: Knex, articleId: string, version: number): Promise<ArticleContent | null> {
  const row: { content: unknown } | undefined = await db(REVISIONS)
    .where({ article_id: articleId, version })
    .first('content')
  return jsonOf<ArticleContent>(row?.content)
}
