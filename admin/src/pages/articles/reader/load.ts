import { rangeOf } from '@practice/kernel'
import { publicGet, publicPost } from '../../../api/public'
import type { ArticleRow } from '../article'
import type { NewsFilters } from './filters'

const PAGE_SIZE = 20
const NAMES_PAGE_SIZE = '100'
/** Written by hand: what makes nested addresses weighs more than the whole page. */
const POPULATE: Readonly<Record<string, string>> = {
  'populate[cover][fields]': 'url,name,alternativeText',
  'populate[theme][fields]': 'code,name',
  'populate[site][fields]': 'code,name',
}

/** A page of published articles. */
export interface NewsPage {
  data: ArticleRow[]
  meta: { pagination: { pageCount: number } }
}

/** A theme or a site to choose by. */
export interface Named {
  code: string
  name: string
}

/** Published articles, newest first. */
export function loadNews({ theme, site }: NewsFilters, page: number, signal: AbortSignal): Promise<NewsPage> {
  const range = site === null ? null : rangeOf(site)
  return publicGet(
    '/articles',
    {
      fields: 'title,summary,siteCode,publishedAt',
      sort: 'publishedAt:desc',
      'pagination[page]': String(page),
      'pagination[pageSize]': String(PAGE_SIZE),
      ...(theme === null ? {} : { 'filters[themeCode][$eq]': theme }),
      ...(range === null ? {} : { 'filters[siteCode][$gte]': range.from, 'filters[siteCode][$lt]': range.below }),
      ...POPULATE,
    },
    signal,
  )
}

/** One published article. Throws `not_found` for any other. */
export async function loadNewsArticle(documentId: string, signal: AbortSignal): Promise<ArticleRow> {
  return (await publicGet<{ data: ArticleRow }>(`/articles/${encodeURIComponent(documentId)}`, POPULATE, signal)).data
}

/** Says that somebody reads an article. Whether it counts is the server's business; nobody waits for it. */
export function countRead(documentId: string): void {
  publicPost(`/articles/${encodeURIComponent(documentId)}/read`, {}).catch(() => undefined)
}

async function named(path: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Named[]> {
  const all = { fields: 'code,name', 'pagination[pageSize]': NAMES_PAGE_SIZE, ...query }
  return (await publicGet<{ data: Named[] }>(path, all, signal)).data
}

/** The themes in their order. */
export function loadThemes(signal: AbortSignal): Promise<Named[]> {
  return named('/themes', { sort: 'position' }, signal)
}

/** The towns, or the villages of one. */
export function loadPlaces(town: string | null, signal: AbortSignal): Promise<Named[]> {
  const range = town === null ? null : rangeOf(town)
  return named(
    '/sites',
    {
      sort: 'code',
      'filters[tier][$eq]': range === null ? 'town' : 'village',
      ...(range === null ? {} : { 'filters[code][$gte]': range.from, 'filters[code][$lt]': range.below }),
    },
    signal,
  )
}
