import { rangeOf } from '@practice/kernel'
import type { RecordState, Theme } from '@practice/scoring/contracts'
import type { CrudFilter } from '@refinedev/core'
import { RECORD_STATES, THEMES } from '../../scoring/words/lists'

/** Conditions that come with a link from elsewhere and can only be taken away. */
export const LINKED = ['card', 'household', 'rule', 'recordedBy', 'since'] as const
export type Linked = (typeof LINKED)[number]

/** What the list shows; all of it stands in the address. */
export interface RecordsQuery {
  states: RecordState[]
  site: string | null
  theme: Theme | null
  /** A record's or a card's number. */
  searched: string
  linked: Partial<Record<Linked, string>>
  page: number
}

const CARD_NUMBER = /^\d{12}-\d{4}$/

/** Reads an address; what it does not know it leaves out. */
export function readRecordsQuery(params: URLSearchParams): RecordsQuery {
  const states = (params.get('state') ?? '').split(',')
  const linked = LINKED.flatMap((key) => {
    const value = params.get(key)
    return value === null || value === '' ? [] : [[key, value] as const]
  })
  return {
    states: RECORD_STATES.filter((state) => states.includes(state)),
    site: params.get('site'),
    theme: THEMES.find((theme) => theme === params.get('theme')) ?? null,
    searched: params.get('q') ?? '',
    linked: Object.fromEntries(linked),
    page: Math.max(1, Number(params.get('page') ?? 1) || 1),
  }
}

/** The address of a list. */
export function writeRecordsQuery(query: RecordsQuery): URLSearchParams {
  const params = new URLSearchParams()
  if (query.states.length > 0) params.set('state', query.states.join(','))
  if (query.site !== null) params.set('site', query.site)
  if (query.theme !== null) params.set('theme', query.theme)
  if (query.searched !== '') params.set('q', query.searched)
  for (const [key, value] of Object.entries(query.linked)) params.set(key, value)
  if (query.page > 1) params.set('page', String(query.page))
  return params
}

/** The contract's conditions for a list. A number of the form of a card's is looked for among cards. */
export function filtersOfRecords({ states, site, theme, searched, linked }: RecordsQuery): CrudFilter[] {
  const filters: CrudFilter[] = []
  const equals = (field: string, value: string) => filters.push({ field, operator: 'eq', value })
  if (states.length > 0) filters.push({ field: 'state', operator: 'in', value: states })
  if (site !== null) {
    const { from, below } = rangeOf(site)
    filters.push({ field: 'site', operator: 'gte', value: from }, { field: 'site', operator: 'lt', value: below })
  }
  if (theme !== null) equals('theme', theme)
  const number = searched.trim().toUpperCase()
  if (number !== '') equals(CARD_NUMBER.test(number) ? 'card' : 'number', number)
  for (const [key, value] of Object.entries(linked)) {
    if (key === 'since') filters.push({ field: 'recordedAt', operator: 'gte', value })
    else equals(key, value)
  }
  return filters
}
