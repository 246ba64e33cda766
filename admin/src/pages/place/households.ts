import { queryOptions, skipToken } from '@tanstack/react-query'
import qs from 'qs'
import { requestData } from '../../api/client'
import type { ChosenHousehold } from './draft'

const MOST = 20

/** A household as the search shows it. */
export interface FoundHousehold extends ChosenHousehold {
  siteCode: string
}

function load(filters: Record<string, unknown>): Promise<FoundHousehold[]> {
  const query = qs.stringify(
    {
      filters,
      fields: ['code', 'name', 'phone', 'address', 'siteCode'],
      sort: ['code'],
      pagination: { pageSize: MOST },
    },
    { encodeValuesOnly: true },
  )
  return requestData<FoundHousehold[]>(`/households?${query}`)
}

/** Households of a site whose head or address has the text; the first ones without a text. */
export function householdsQuery(site: string | null, text: string) {
  const parts = [{ name: { $containsi: text } }, { address: { $containsi: text } }]
  return queryOptions({
    queryKey: ['households', site, text],
    queryFn:
      site === null
        ? skipToken
        : () => load({ siteCode: { $startsWith: site }, ...(text === '' ? {} : { $or: parts }) }),
    staleTime: 60_000,
  })
}

/** The household of a code; nothing is asked without one. */
export function householdQuery(code: string | null) {
  return queryOptions({
    queryKey: ['household', code],
    queryFn: code === null ? skipToken : () => load({ code: { $eq: code } }),
    staleTime: 60_000,
  })
}
