import { API_URL } from '../../../api/client'
import { ApiError, errorOf } from '../../../api/error'
import type { ArticleRow } from '../article'

const PAGE_SIZE = 20
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

/** Asks as anybody would, without the session that this browser may hold: what is shown is what the public gets. */
async function get<Reply>(path: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Reply> {
  const address = `${API_URL}${path}?${new URLSearchParams({ ...query, ...POPULATE }).toString()}`
  const response = await fetch(address, { signal, credentials: 'omit', headers: { accept: 'application/json' } }).catch(
    (cause: unknown) => {
      if (signal.aborted) throw cause
      throw new ApiError(0, 'network')
    },
  )
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw errorOf(response.status, body)
  return body as Reply
}

/** Published articles, newest first. */
export function loadNews(page: number, signal: AbortSignal): Promise<NewsPage> {
  return get(
    '/articles',
    {
      fields: 'title,summary,siteCode,publishedAt',
      sort: 'publishedAt:desc',
      'pagination[page]': String(page),
      'pagination[pageSize]': String(PAGE_SIZE),
    },
    signal,
  )
}

/** One published article. Throws `not_found` for any other. */
export async function loadNewsArticle(documentId: string, signal: AbortSignal): Promise<ArticleRow> {
  return (await get<{ data: ArticleRow }>(`/articles/${encodeURIComponent(documentId)}`, {}, signal)).data
}
