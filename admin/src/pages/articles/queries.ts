import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  ArticleDeskView,
  ArticleRevisionContentView,
  ArticleRevisionView,
  ArticleVerb,
  ArticleVerbBody,
  NewsDeskView,
  NewsSettingsView,
} from '@practice/access/contracts'
import { rangeOf } from '@practice/kernel'
import qs from 'qs'
import { loadAll } from '../../api/directory'
import { post, request, requestData } from '../../api/client'
import { bodyOf } from './article'
import type { ArticleRow, ArticleValues, DraftRow, Standing } from './article'

const ARTICLES = '/articles'
const THEMES_STALE_MS = 300_000

/** What of an article a reply carries beside its columns. */
const POPULATE = {
  cover: { fields: ['url', 'name', 'alternativeText'] },
  theme: { fields: ['code', 'name'] },
  site: { fields: ['code', 'name'] },
}
const LIST_FIELDS = ['title', 'summary', 'siteCode', 'author', 'publishAt', 'publishedAt', 'updatedAt']

/** Which articles a list shows. */
export interface ArticleSelection {
  standing: Standing
  search: string
  /** The code of a site, whose and whose villages' articles are shown. */
  site: string | null
  /** Only what sites below one's own have sent in: the code of one's own. */
  below: string | null
  page: number
}

/** A line of a list: of what is published, what readers see, with the draft's desk. */
export interface ArticleLine extends ArticleRow {
  desk: ArticleDeskView | null
}

/** A page of a list. */
export interface ArticlePage<Row = ArticleLine> {
  data: Row[]
  meta: { pagination: { page: number; pageCount: number; total: number } }
}

export const PAGE_SIZE = 20

const OF_STANDING = {
  draft: { filters: { stage: { $eq: 'draft' }, publishAt: { $null: true } }, sort: 'updatedAt:desc' },
  submitted: { filters: { stage: { $eq: 'submitted' } }, sort: 'updatedAt:asc' },
  returned: { filters: { stage: { $eq: 'returned' } }, sort: 'updatedAt:desc' },
  approved: { filters: { stage: { $eq: 'approved' }, publishAt: { $null: true } }, sort: 'updatedAt:desc' },
  scheduled: { filters: { publishAt: { $notNull: true } }, sort: 'publishAt:asc' },
  published: { filters: {}, sort: 'publishedAt:desc' },
} as const satisfies Record<Standing, { filters: object; sort: string }>

/** Of these, what is out already is told by the list of what is published. */
const NEVER_OUT: readonly Standing[] = ['draft', 'approved']

function paramsOf({ standing, site, below }: Pick<ArticleSelection, 'standing' | 'site' | 'below'>): object {
  const { filters, sort } = OF_STANDING[standing]
  const range = site === null ? null : rangeOf(site)
  const lower = below === null ? null : rangeOf(below)
  return {
    status: standing === 'published' ? 'published' : 'draft',
    ...(NEVER_OUT.includes(standing) ? { hasPublishedVersion: 'false' } : {}),
    sort: [sort],
    filters: {
      ...filters,
      ...(range === null ? {} : { siteCode: { $gte: range.from, $lt: range.below } }),
      ...(lower === null ? {} : { siteCode: { $gt: lower.from, $lt: lower.below } }),
    },
  }
}

function withQuery(path: string, query: object): string {
  return `${path}?${qs.stringify(query, { encodeValuesOnly: true, skipNulls: true })}`
}

function articlePath(documentId: string): string {
  return `${ARTICLES}/${encodeURIComponent(documentId)}`
}

/** One page of articles that stand somewhere. */
export function articlesQuery(selection: ArticleSelection) {
  const { standing, search, page } = selection
  return queryOptions({
    queryKey: ['articles', 'list', selection],
    queryFn: async ({ signal }): Promise<ArticlePage> => {
      const query = {
        ...paramsOf(selection),
        fields: LIST_FIELDS,
        populate: POPULATE,
        pagination: { page, pageSize: PAGE_SIZE },
        ...(search.trim() === '' ? {} : { _q: search.trim() }),
      }
      const found = await request<ArticlePage>(withQuery(ARTICLES, query), { signal })
      if (standing !== 'published' || found.data.length === 0) return found
      const desks = await desksOf(found.data, signal)
      return { ...found, data: found.data.map((row) => ({ ...row, desk: desks.get(row.documentId) ?? null })) }
    },
    placeholderData: (before) => before,
  })
}

/** Where the drafts of published articles stand; of other places' articles one has none. */
async function desksOf(rows: readonly ArticleRow[], signal: AbortSignal): Promise<Map<string, ArticleDeskView>> {
  const query = {
    status: 'draft',
    filters: { documentId: { $in: rows.map(({ documentId }) => documentId) } },
    fields: ['siteCode'],
    pagination: { pageSize: PAGE_SIZE },
  }
  const drafts = await request<ArticlePage<DraftRow>>(withQuery(ARTICLES, query), { signal })
  return new Map(drafts.data.map(({ documentId, desk }) => [documentId, desk]))
}

/** How many articles wait where, and what is read. */
export function newsDeskQuery() {
  return queryOptions({
    queryKey: ['articles', 'desk'],
    queryFn: ({ signal }) => requestData<NewsDeskView>(`${ARTICLES}/desk`, { signal }),
  })
}

/** How many articles everybody reads. */
export function publishedCountQuery() {
  return queryOptions({
    queryKey: ['articles', 'count', 'published'],
    queryFn: async ({ signal }) => {
      const query = { status: 'published', fields: ['siteCode'], pagination: { pageSize: 1 } }
      return (await request<ArticlePage>(withQuery(ARTICLES, query), { signal })).meta.pagination.total
    },
  })
}

/** An article as it is edited, and as it is read when it is published. */
export interface ArticleVersions {
  draft: DraftRow
  published: ArticleRow | null
}

/** Both versions of an article. Throws `not_found` for one that one may not edit. */
export function articleQuery(documentId: string) {
  return queryOptions({
    queryKey: ['articles', 'one', documentId],
    queryFn: async (): Promise<ArticleVersions> => {
      const [draft, published] = await Promise.all([
        loadDraft(documentId),
        // As a list, because not being published is nothing that failed.
        requestData<ArticleRow[]>(
          withQuery(ARTICLES, {
            filters: { documentId: { $eq: documentId } },
            status: 'published',
            populate: POPULATE,
          }),
        ),
      ])
      return { draft, published: published[0] ?? null }
    },
    // What is typed must not be replaced while one looks elsewhere.
    staleTime: Infinity,
    gcTime: 60_000,
  })
}

/** The draft as it is on the server now. */
export function loadDraft(documentId: string): Promise<DraftRow> {
  return requestData<DraftRow>(withQuery(articlePath(documentId), { status: 'draft', populate: POPULATE }))
}

/** A line of the themes. */
export interface ThemeRow {
  code: string
  name: string
}

/** The six themes in their order. */
export function themesQuery() {
  return queryOptions({
    queryKey: ['articles', 'themes'],
    queryFn: () => loadAll<ThemeRow>('/themes', { fields: ['code', 'name'], sort: ['position'] }),
    staleTime: THEMES_STALE_MS,
  })
}

/** The version of a draft that a write was made on. */
export interface Base {
  documentId: string
  version: number
}

/** Writes the draft; a new one without a base. Throws `changed` when somebody else has written it since. */
export function saveArticle(base: Base | null, values: ArticleValues): Promise<DraftRow> {
  const path = base === null ? ARTICLES : articlePath(base.documentId)
  return requestData<DraftRow>(withQuery(path, { populate: POPULATE }), {
    method: base === null ? 'POST' : 'PUT',
    body: { data: { ...bodyOf(values), ...(base === null ? {} : { version: base.version }) } },
  })
}

/** Moves an article on or back. */
export function actOnArticle<Verb extends ArticleVerb>(
  documentId: string,
  verb: Verb,
  body: ArticleVerbBody<Verb>,
): Promise<unknown> {
  return post<unknown>(`${articlePath(documentId)}/${verb}`, body)
}

/** Makes the text of an earlier revision the draft's. */
export function restoreArticle({ documentId, version }: Base, to: number): Promise<unknown> {
  return post<unknown>(`${articlePath(documentId)}/restore`, { version, to })
}

/** Deletes an article with everything of it. */
export async function deleteArticle(documentId: string): Promise<void> {
  await request<unknown>(articlePath(documentId), { method: 'DELETE' })
}

/** Who changed what, newest first, a page at a time. */
export function historyQuery(documentId: string) {
  return infiniteQueryOptions({
    queryKey: ['articles', 'history', documentId],
    queryFn: ({ signal, pageParam }) =>
      request<ArticlePage<ArticleRevisionView>>(
        withQuery(`${articlePath(documentId)}/history`, { pagination: { page: pageParam, pageSize: PAGE_SIZE } }),
        { signal },
      ),
    initialPageParam: 1,
    getNextPageParam: ({ meta: { pagination } }) =>
      pagination.page < pagination.pageCount ? pagination.page + 1 : undefined,
    staleTime: 0,
  })
}

/** Who was the last to change an article, null when nobody is known. */
export function lastRevisionQuery(documentId: string) {
  return queryOptions({
    queryKey: ['articles', 'history', documentId, 'last'],
    queryFn: async ({ signal }) => {
      const path = withQuery(`${articlePath(documentId)}/history`, { pagination: { pageSize: 1 } })
      return (await request<ArticlePage<ArticleRevisionView>>(path, { signal })).data[0] ?? null
    },
    staleTime: 0,
  })
}

/** An article as it read after a revision. */
export function revisionQuery(documentId: string, version: number) {
  return queryOptions({
    queryKey: ['articles', 'revision', documentId, version],
    queryFn: ({ signal }) =>
      requestData<ArticleRevisionContentView>(`${articlePath(documentId)}/history/${version}`, { signal }),
    staleTime: Infinity,
  })
}

/** Whether a second person has to approve; editors alone may ask. */
export function newsSettingsQuery() {
  return queryOptions({
    queryKey: ['articles', 'settings'],
    queryFn: ({ signal }) => requestData<NewsSettingsView>(`${ARTICLES}/settings`, { signal }),
  })
}

/** Changes what is asked of articles before they go out. */
export function saveNewsSettings(settings: NewsSettingsView): Promise<NewsSettingsView> {
  return requestData<NewsSettingsView>(`${ARTICLES}/settings`, { method: 'PUT', body: { data: settings } })
}
