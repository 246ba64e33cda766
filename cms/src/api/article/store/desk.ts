import type { DeskLineView, NewsDeskView } from '@practice/access/contracts'
import { momentOf, scopeSql, type Instant, type Moment, type Scope, type Sql } from '@practice/kernel'
import type { Knex } from 'knex'

/** What a desk is about: the articles of a scope, and the site that it stands at. */
export interface DeskScope {
  scope: Scope
  siteCode: string
}

/** Drafts of the scope, each beside what the public reads of it. */
function drafts(db: Knex, scope: Sql): Knex.QueryBuilder {
  return db('articles as d')
    .leftJoin('articles as p', (join) => {
      void join.on('p.document_id', 'd.document_id').andOnNotNull('p.published_at')
    })
    .whereNull('d.published_at')
    .whereRaw(scope.text, scope.bindings as Knex.Value[])
}

const inScopeOf = ({ scope }: DeskScope): Sql => scopeSql(scope, { siteCode: 'd.site_code' })

const AT_REST = 'd.publish_at is null and p.id is null'

const COUNTED = {
  drafts: `coalesce(d.stage, 'draft') = 'draft' and ${AT_REST}`,
  submitted: "d.stage = 'submitted'",
  submittedFromBelow: "d.stage = 'submitted' and d.site_code <> ?",
  returned: "d.stage = 'returned'",
  approved: `d.stage = 'approved' and ${AT_REST}`,
  scheduled: 'd.publish_at is not null',
  publishedThisWeek: 'p.published_at >= ?',
} as const satisfies Record<keyof NewsDeskView['counts'], string>

/** How many articles stand where. */
export async function countDesk(db: Knex, desk: DeskScope, weekStart: Instant): Promise<NewsDeskView['counts']> {
  const bindings: Partial<Record<keyof typeof COUNTED, Knex.Value>> = {
    submittedFromBelow: desk.siteCode,
    publishedThisWeek: new Date(weekStart),
  }
  const query = drafts(db, inScopeOf(desk))
  for (const [name, condition] of Object.entries(COUNTED)) {
    const bound = bindings[name as keyof typeof COUNTED]
    void query.select(
      db.raw(`count(case when ${condition} then 1 end) as ??`, [...(bound === undefined ? [] : [bound]), name]),
    )
  }
  const [row] = (await query) as Record<keyof typeof COUNTED, number | string>[]
  const counts = Object.keys(COUNTED).map((name) => [name, Number(row?.[name as keyof typeof COUNTED] ?? 0)])
  return Object.fromEntries(counts) as NewsDeskView['counts']
}

/** The short lists of the desk. */
export const DESK_LISTS = {
  submitted: { where: COUNTED.submitted, at: 'd.submitted_at', direction: 'asc' },
  scheduled: { where: COUNTED.scheduled, at: 'd.publish_at', direction: 'asc' },
  drafts: { where: COUNTED.drafts, at: 'd.updated_at', direction: 'desc' },
} as const

interface LineRow {
  document_id: string
  title: string
  site_code: string
  site_name: string | null
  by: string | null
  at: Moment
  updated_at: Moment
}

/** The first lines of one of the lists. */
export async function listDesk(
  db: Knex,
  desk: DeskScope,
  name: keyof typeof DESK_LISTS,
  limit: number,
): Promise<DeskLineView[]> {
  const { where, at, direction } = DESK_LISTS[name]
  const rows: LineRow[] = await drafts(db, inScopeOf(desk))
    .leftJoin('sites as s', 's.code', 'd.site_code')
    .leftJoin('up_users as u', 'u.username', 'd.submitted_by')
    .whereRaw(where)
    .orderBy([
      { column: at, order: direction },
      { column: 'd.id', order: direction },
    ])
    .limit(limit)
    .select('d.document_id', 'd.title', 'd.site_code', 's.name as site_name', `${at} as at`, 'd.updated_at')
    .select(db.raw('coalesce(u.display_name, d.author) as ??', ['by']))
  return rows.map((row) => ({
    documentId: row.document_id,
    title: row.title,
    site: { code: row.site_code, name: row.site_name ?? row.site_code },
    by: row.by,
    at: new Date(momentOf(row.at ?? row.updated_at)).toISOString(),
  }))
}

/** How often the articles of the scope were read, by day since `since`. */
export async function readsByDay(db: Knex, desk: DeskScope, since: string): Promise<Map<string, number>> {
  const rows = (await reads(db, desk, since).groupBy('r.day').select('r.day').sum({ total: 'r.reads' })) as {
    day: string
    total: number | string
  }[]
  return new Map(rows.map(({ day, total }) => [day, Number(total)]))
}

/** The most read articles since `since`. */
export async function mostRead(
  db: Knex,
  desk: DeskScope,
  since: string,
  limit: number,
): Promise<NewsDeskView['reads']['top']> {
  const rows = (await reads(db, desk, since)
    .groupBy('d.document_id', 'd.title')
    .select('d.document_id', 'd.title')
    .sum({ total: 'r.reads' })
    .orderBy([
      { column: 'total', order: 'desc' },
      { column: 'd.document_id', order: 'asc' },
    ])
    .limit(limit)) as { document_id: string; title: string; total: number | string }[]
  return rows.map(({ document_id, title, total }) => ({ documentId: document_id, title, reads: Number(total) }))
}

function reads(db: Knex, desk: DeskScope, since: string): Knex.QueryBuilder {
  const scope = inScopeOf(desk)
  return db('article_reads as r')
    .join('articles as d', (join) => {
      void join.on('d.document_id', 'r.article_id').andOnNull('d.published_at')
    })
    .where('r.day', '>=', since)
    .whereRaw(scope.text, scope.bindings as Knex.Value[])
}
