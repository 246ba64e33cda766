import { queryOptions } from '@tanstack/react-query'
import { rangeOf } from '@practice/kernel'
import qs from 'qs'
import { loadAll } from '../../api/directory'
import { request, requestData } from '../../api/client'
import { bodyOf } from './article'
import type { ArticleRow, ArticleState, ArticleValues } from './article'

const ARTICLES = '/articles'
const THEMES_STALE_MS = 300_000

/** What of an article a reply carries beside its columns. */
const POPULATE = {
  cover: { fields: ['url', 'name', 'alternativeText'] },
  theme: { fields: ['code', 'name'] },
  site: { fields: ['code', 'name'] },
}

/** Which articles a list shows. */
export interface ArticleSelection {
  state: ArticleState
  search: string
  /** The code of a site, whose and whose villages' articles are shown. */
  site: string | null
  page: number
}

/** A page of a list. */
export interface ArticlePage {
  data: ArticleRow[]
  meta: { pagination: { page: number; pageCount: number; total: number } }
}

export const PAGE_SIZE = 20

const STATE_PARAMS = {
  draft: { status: 'draft', hasPublishedVersion: 'false', sort: ['updatedAt:desc'] },
  scheduled: { status: 'draft', sort: ['publishAt:asc'] },
  published: { status: 'published', sort: ['publishedAt:desc'] },
} as const satisfies Record<ArticleState, unknown>

function filtersOf({ state, site }: Pick<ArticleSelection, 'state' | 'site'>): Record<string, unknown> {
  const range = site === null ? null : rangeOf(site)
  return {
    ...(state === 'published' ? {} : { publishAt: state === 'draft' ? { $null: true } : { $notNull: true } }),
    ...(range === null ? {} : { siteCode: { $gte: range.from, $lt: range.below } }),
  }
}

function withQuery(path: string, query: Readonly<Record<string, unknown>>): string {
  return `${path}?${qs.stringify(query, { encodeValuesOnly: true, skipNulls: true })}`
}

function articlePath(documentId: string): string {
  return `${ARTICLES}/${encodeURIComponent(documentId)}`
}

/** One page of drafts, of scheduled or of published articles. */
export function articlesQuery(selection: ArticleSelection) {
  const { state, search, page } = selection
  return queryOptions({
    queryKey: ['articles', 'list', selection],
    queryFn: ({ signal }) =>
      request<ArticlePage>(
        withQuery(ARTICLES, {
          ...STATE_PARAMS[state],
          filters: filtersOf(selection),
          fields: ['title', 'summary', 'siteCode', 'author', 'publishAt', 'publishedAt', 'updatedAt'],
          populate: POPULATE,
          pagination: { page, pageSize: PAGE_SIZE },
          ...(search.trim() === '' ? {} : { _q: search.trim() }),
        }),
        { signal },
      ),
    placeholderData: (before) => before,
  })
}

/** How many articles stand in a state. */
export function countQuery(state: ArticleState) {
  return queryOptions({
    queryKey: ['articles', 'count', state],
    queryFn: async ({ signal }) => {
      const query = { ...STATE_PARAMS[state], filters: filtersOf({ state, site: null }), fields: ['siteCode'] }
      const page = await request<ArticlePage>(withQuery(ARTICLES, { ...query, pagination: { pageSize: 1 } }), {
        signal,
      })
      return page.meta.pagination.total
    },
  })
}

/** An article as it is edited, and as it is read when it is published. */
export interface ArticleVersions {
  draft: ArticleRow
  published: ArticleRow | null
}

/** Both versions of an article. Throws `not_found` for one that one may not edit. */
export function articleQuery(documentId: string) {
  return queryOptions({
    queryKey: ['articles', 'one', documentId],
    queryFn: async (): Promise<ArticleVersions> => {
      const [draft, published] = await Promise.all([
        requestData<ArticleRow>(withQuery(articlePath(documentId), { status: 'draft', populate: POPULATE })),
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
    gcTime: 0,
  })
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

/** When the draft was last written, to see whether somebody else wrote it meanwhile. */
export async function loadUpdatedAt(documentId: string): Promise<string> {
  const query = { status: 'draft', fields: ['updatedAt', 'siteCode'] }
  return (await requestData<Pick<ArticleRow, 'updatedAt'>>(withQuery(articlePath(documentId), query))).updatedAt
}

/** Writes the draft; a new one without a `documentId`. `publishAt` is set, or emptied by null, when given. */
export function saveArticle(
  documentId: string | null,
  values: ArticleValues,
  publishAt?: string | null,
): Promise<ArticleRow> {
  const data = { ...bodyOf(values), ...(publishAt === undefined ? {} : { publishAt }) }
  const path = documentId === null ? ARTICLES : articlePath(documentId)
  return requestData<ArticleRow>(withQuery(path, { populate: POPULATE }), {
    method: documentId === null ? 'POST' : 'PUT',
    body: { data },
  })
}

/** Puts the draft before the public, or takes the article back from it. */
export async function turnArticle(documentId: string, verb: 'publish' | 'unpublish'): Promise<void> {
  await request<unknown>(`${articlePath(documentId)}/${verb}`, { method: 'POST', body: { data: {} } })
}

/** Deletes an article with everything of it. */
export async function deleteArticle(documentId: string): Promise<void> {
  await request<unknown>(articlePath(documentId), { method: 'DELETE' })
}
