import { rangeOf } from '@practice/kernel'
import type { CrudFilter } from '@refinedev/core'

/** Rows of a site and everything below it, of lists that keep the site in `field`; of all, without one. */
export function siteFilters(site: string | null, field = 'siteCode'): CrudFilter[] {
  if (site === null) return []
  const { from, below } = rangeOf(site)
  return [
    { field, operator: 'gte', value: from },
    { field, operator: 'lt', value: below },
  ]
}
