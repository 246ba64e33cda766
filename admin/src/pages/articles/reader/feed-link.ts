import { useEffect } from 'react'
import { feedAddress } from './filters'
import type { NewsFilters } from './filters'

/** Tells browsers and feed readers, in the document's head, of the feed of the news on the page. */
export function useFeedLink(filters: NewsFilters, title: string): void {
  const href = feedAddress(filters)
  useEffect(() => {
    const link = document.createElement('link')
    Object.assign(link, { rel: 'alternate', type: 'application/rss+xml', href, title })
    document.head.append(link)
    return () => link.remove()
  }, [href, title])
}
