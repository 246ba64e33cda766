import { publicGet } from '../../../api/public'
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

function get<Reply>(path: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Reply> {
  return publicGet(path, { ...query, ...POPULATE }, signal)
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
