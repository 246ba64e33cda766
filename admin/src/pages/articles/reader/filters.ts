import { useCallback, useEffect, useState } from 'react'

/** Which news are shown: of one theme, of one site with those below it, or all. */
export interface NewsFilters {
  theme: string | null
  site: string | null
}

/** No choice at all. */
export const ALL_NEWS: NewsFilters = { theme: null, site: null }

const CODE = /^[\w-]{1,40}$/
const TOWN_LENGTH = 9

/** What an address asks for; what is no code is nothing. */
export function filtersIn(search: string): NewsFilters {
  const params = new URLSearchParams(search)
  const code = (name: string) => {
    const value = params.get(name) ?? ''
    return CODE.test(value) ? value : null
  }
  return { theme: code('theme'), site: code('site') }
}

/** Filters as the query of an address, `?theme=…&site=…`; empty for all news. */
export function queryOf({ theme, site }: NewsFilters): string {
  const params = new URLSearchParams([
    ...(theme === null ? [] : [['theme', theme]]),
    ...(site === null ? [] : [['site', site]]),
  ])
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** The feed of the same news. */
export function feedAddress(filters: NewsFilters): string {
  return `/api/articles/feed${queryOf(filters)}`
}

/** The town of a site's code, null for the district's own. */
export function townOf(site: string | null): string | null {
  return site === null || site.length < TOWN_LENGTH ? null : site.slice(0, TOWN_LENGTH)
}

/** The address's filters; another choice is another address, and the way back leads to the last one. */
export function useFilters(): [NewsFilters, (said: Partial<NewsFilters>) => void] {
  const [filters, setFilters] = useState(() => filtersIn(location.search))
  useEffect(() => {
    const follow = () => setFilters(filtersIn(location.search))
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  const choose = useCallback((said: Partial<NewsFilters>) => {
    const next = { ...filtersIn(location.search), ...said }
    history.pushState(null, '', location.pathname + queryOf(next))
    setFilters(next)
  }, [])
  return [filters, choose]
}
