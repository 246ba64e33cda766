import type { ArticleProgress, ArticleStage, ArticleStanding } from '@practice/access/domain'
import { instantOf, type Instant } from '@practice/kernel'
import type { Knex } from 'knex'

const ARTICLES = 'articles'
const REVISIONS = 'article_revisions'

/** Verbs of revisions that write a text. */
const WRITING: readonly string[] = ['create', 'edit', 'restore']

/** How an article stands, with who did what to it. */
export interface Standing extends ArticleStanding {
  documentId: string
  title: string
  publishedAt: Instant | null
  /** What people read of usernames, as far as they did something to this article. */
  names: ReadonlyMap<string, string>
}

interface Row {
  document_id: string
  title: string
  site_code: string
  stage: ArticleStage | null
  version: number | null
  publish_at: unknown
  public_at: unknown
  submitted_by: string | null
  approved_by: string | null
  return_note: string | null
}

interface RevisionRow {
  article_id: string
  verb: string
  actor: string
  actor_name: string
  role: string
}

/** How these articles stand, by documentId; those without a draft are absent. */
export async function findStandings(db: Knex, documentIds: readonly string[]): Promise<Map<string, Standing>> {
  if (documentIds.length === 0) return new Map()
  const rows: Row[] = await db(`${ARTICLES} as d`)
    .leftJoin(`${ARTICLES} as p`, (join) => {
      void join.on('p.document_id', 'd.document_id').andOnNotNull('p.published_at')
    })
    .whereNull('d.published_at')
    .whereIn('d.document_id', [...documentIds])
    .select(...['document_id', 'title', 'site_code', 'stage', 'version', 'publish_at'].map((name) => `d.${name}`))
    .select('d.submitted_by', 'd.approved_by', 'd.return_note', 'p.published_at as public_at')
  const revisions: RevisionRow[] = await db(REVISIONS)
    .whereIn('article_id', [...documentIds])
    .orderBy('version')
    .select('article_id', 'verb', 'actor', 'actor_name', 'role')
  const byArticle = grouped(revisions)
  return new Map(rows.map((row) => [row.document_id, standingOf(row, byArticle.get(row.document_id) ?? [])]))
}

function grouped(revisions: readonly RevisionRow[]): Map<string, RevisionRow[]> {
  const groups = new Map<string, RevisionRow[]>()
  for (const revision of revisions) {
    const group = groups.get(revision.article_id)
    if (group === undefined) groups.set(revision.article_id, [revision])
    else group.push(revision)
  }
  return groups
}

function standingOf(row: Row, revisions: readonly RevisionRow[]): Standing {
  // What is out has been answered for; what was taken back has to be answered for again.
  const answered = row.public_at === null ? -1 : revisions.findLastIndex(({ verb }) => verb === 'publish')
  const written = revisions.slice(answered + 1).filter(({ verb, role }) => WRITING.includes(verb) && role !== 'system')
  return {
    documentId: row.document_id,
    title: row.title,
    siteCode: row.site_code,
    stage: row.stage ?? 'draft',
    version: row.version ?? 1,
    publishAt: instantOf(row.publish_at),
    isPublished: row.public_at !== null,
    publishedAt: instantOf(row.public_at),
    writers: [...new Set(written.map(({ actor }) => actor))],
    submittedBy: row.submitted_by,
    approvedBy: row.approved_by,
    returnNote: row.return_note,
    names: new Map(revisions.map(({ actor, actor_name }) => [actor, actor_name])),
  }
}

/** How one article stands, or null when it has no draft. */
export async function findStanding(db: Knex, documentId: string): Promise<Standing | null> {
  return (await findStandings(db, [documentId])).get(documentId) ?? null
}

/**
 * Takes the next version of a draft, if it still has `version`, or whichever it has when that is null. Answers the
 * version taken, or null when somebody else was quicker; whoever comes now waits until the transaction ends.
 */
export async function takeVersion(
  trx: Knex.Transaction,
  documentId: string,
  version: number | null,
  now: Instant,
): Promise<number | null> {
  const rows: { version: number }[] = await trx(ARTICLES)
    .where({ document_id: documentId })
    .whereNull('published_at')
    .modify((draft) => {
      if (version !== null) void draft.whereRaw('coalesce(version, 1) = ?', [version])
    })
    .update({ version: trx.raw('coalesce(version, 1) + 1'), updated_at: new Date(now) })
    .returning('version')
  return rows[0]?.version ?? null
}

/** Writes what a verb or a change of the text made of a draft. */
export async function writeProgress(
  trx: Knex.Transaction,
  documentId: string,
  progress: ArticleProgress,
  { submittedAt, version }: { submittedAt?: Instant; version?: number } = {},
): Promise<void> {
  await trx(ARTICLES)
    .where({ document_id: documentId })
    .whereNull('published_at')
    .update({
      stage: progress.stage,
      publish_at: progress.publishAt === null ? null : new Date(progress.publishAt),
      submitted_by: progress.submittedBy,
      approved_by: progress.approvedBy,
      return_note: progress.returnNote,
      ...(submittedAt === undefined ? {} : { submitted_at: new Date(submittedAt) }),
      ...(version === undefined ? {} : { version }),
    })
}

/** The drafts whose time has come, with the versions that they have. */
export async function findDue(db: Knex, now: Instant): Promise<{ documentId: string; version: number }[]> {
  const rows: { document_id: string; version: number | null }[] = await db(ARTICLES)
    .whereNull('published_at')
    .where('publish_at', '<=', new Date(now))
    .orderBy('publish_at')
    .select('document_id', 'version')
  return rows.map(({ document_id, version }) => ({ documentId: document_id, version: version ?? 1 }))
}
