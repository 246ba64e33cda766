import type { NoticeLine } from '@practice/scoring/contracts'
import { publicGet } from '../../api/public'

const PAGE_SIZE = 100

/** What stands around the lines of a notice. */
export interface NoticeFacts {
  site: { code: string; name: string }
  /** The hash over the heads of the site's accounts at that moment. */
  head: string
  at: string
}

/** A whole notice. */
export interface Notice extends NoticeFacts {
  lines: NoticeLine[]
}

interface NoticeReply {
  data: NoticeLine[]
  meta: NoticeFacts & { pagination: { pageCount: number } }
}

/** Everything that is on notice at a site, as anybody sees it. */
export async function loadNotice(site: string, signal: AbortSignal): Promise<Notice> {
  const page = (index: number) =>
    publicGet<NoticeReply>(
      '/scoring/notices',
      { site, 'pagination[page]': String(index), 'pagination[pageSize]': String(PAGE_SIZE) },
      signal,
    )
  const first = await page(1)
  const lines = [...first.data]
  for (let index = 2; index <= first.meta.pagination.pageCount; index++) lines.push(...(await page(index)).data)
  const { site: ref, head, at } = first.meta
  return { site: ref, head, at, lines }
}
