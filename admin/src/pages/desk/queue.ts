import type { OrderState, Summary } from '@practice/dispatch/contracts'
import type { CrudFilter } from '@refinedev/core'

/** The groups of the queue, in the order in which they press. */
export const GROUPS = ['overdue', 'toDispatch', 'toAccept', 'inHand', 'toRate', 'toArchive', 'all'] as const
export type Group = (typeof GROUPS)[number]

/** The states of a group; `overdue` and `all` cut across them. */
const STATES: Readonly<Record<Exclude<Group, 'overdue' | 'all'>, readonly OrderState[]>> = {
  toDispatch: ['placed', 'pooled'],
  toAccept: ['dispatched'],
  inHand: ['accepted', 'started'],
  toRate: ['completed'],
  toArchive: ['rated'],
}

/** What the address of the desk says. */
export interface DeskQuery {
  group: Group
  /** A site's code; a town includes its villages. */
  site: string | null
  item: string | null
  urgency: string | null
  state: OrderState | null
  /** A part of the order's number. */
  number: string | null
  page: number
}

export const PAGE_SIZE = 20

/** Reads the address; what it does not say is the default, what makes no sense is passed over. */
export function readQuery(params: URLSearchParams, fallback: Group): DeskQuery {
  const group = GROUPS.find((name) => name === params.get('group')) ?? fallback
  return {
    group,
    site: params.get('site'),
    item: params.get('item'),
    urgency: params.get('urgency'),
    state: params.get('state') as OrderState | null,
    number: params.get('q'),
    page: Math.max(1, Math.floor(Number(params.get('page') ?? 1)) || 1),
  }
}

/** The address for a query: only what differs from nothing at all, so that links stay short. */
export function writeQuery(query: DeskQuery): URLSearchParams {
  const params = new URLSearchParams({ group: query.group })
  const { site, item, urgency, state, number } = query
  for (const [key, value] of Object.entries({ site, item, urgency, state, q: number })) {
    if (value !== null && value !== '') params.set(key, value)
  }
  if (query.page > 1) params.set('page', String(query.page))
  return params
}

/** Refine's filters for a query, on the columns that the contract lists. */
export function filtersOfQuery(query: DeskQuery): CrudFilter[] {
  const filters: CrudFilter[] = []
  if (query.state !== null) filters.push({ field: 'state', operator: 'eq', value: query.state })
  else if (query.group !== 'overdue' && query.group !== 'all') {
    filters.push({ field: 'state', operator: 'in', value: STATES[query.group] })
  }
  if (query.group === 'overdue') filters.push({ field: 'overdue', operator: 'eq', value: true })
  if (query.site !== null) filters.push({ field: 'site', operator: 'startswiths', value: query.site })
  if (query.item !== null) filters.push({ field: 'serviceItem', operator: 'eq', value: query.item })
  if (query.urgency !== null) filters.push({ field: 'urgency', operator: 'eq', value: query.urgency })
  if (query.number !== null) filters.push({ field: 'number', operator: 'containss', value: query.number })
  return filters
}

/** How many orders a group holds, by the figures of the site that is filtered by. */
export function countOf(group: Group, summary: Pick<Summary, 'states' | 'overdue' | 'total'>): number {
  if (group === 'overdue') return summary.overdue
  if (group === 'all') return summary.total
  return STATES[group].reduce((sum, state) => sum + (summary.states[state] ?? 0), 0)
}
