import type { Objection, ObjectionVerb, RecordVerb, ScoreRecord } from '@practice/scoring/contracts'
import { queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import qs from 'qs'
import { post, request } from '../../api/client'
import { pollMs } from '../../live/poll'

/** The words under which points are cached, whatever page asked; Refine's lists are cached under `scoring/…`. */
const CACHED_UNDER: readonly unknown[] = ['scoring', 'points']

/** Everything that shows points asks again. */
export function refreshPoints(client: QueryClient): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey }) =>
      queryKey.some((part) => CACHED_UNDER.includes(part) || (typeof part === 'string' && part.startsWith('scoring/'))),
  })
}

/** What a list of points is asked for, in the contract's syntax. */
export interface PointsListQuery {
  filters?: Readonly<Record<string, unknown>>
  sort?: readonly string[]
  page?: number
  pageSize?: number
}

/** A page of a list. */
export interface PointsPage<Row> {
  rows: Row[]
  total: number
}

interface ListReply<Row> {
  data: Row[]
  meta: { pagination: { total: number } }
}

/** GET /scoring<path> as a list. `path` begins with a slash. */
export async function loadPoints<Row>(
  path: string,
  { filters, sort, page = 1, pageSize = 100 }: PointsListQuery,
  signal?: AbortSignal,
): Promise<PointsPage<Row>> {
  const query = qs.stringify({ filters, sort, pagination: { page, pageSize } }, { encodeValuesOnly: true })
  const { data, meta } = await request<ListReply<Row>>(`/scoring${path}?${query}`, { signal })
  return { rows: data, total: meta.pagination.total }
}

/** A page of a list, asked for again while it is on the screen. */
export function pointsListQuery<Row>(path: string, query: PointsListQuery) {
  return queryOptions({
    queryKey: ['scoring', 'list', path, query],
    queryFn: ({ signal }) => loadPoints<Row>(path, query, signal),
    refetchInterval: pollMs,
  })
}

/** How many rows a list has. */
export function pointsCountQuery(path: string, filters: Readonly<Record<string, unknown>>) {
  return queryOptions({
    ...pointsListQuery<unknown>(path, { filters, pageSize: 1 }),
    select: ({ total }: PointsPage<unknown>) => total,
  })
}

function recordPath(documentId: string): string {
  return `/scoring/records/${encodeURIComponent(documentId)}`
}

/** Approves, rejects or withdraws. Gives the record as it is now. */
export function actOnRecord(documentId: string, verb: RecordVerb, reason?: string): Promise<ScoreRecord> {
  return post<ScoreRecord>(`${recordPath(documentId)}/${verb}`, reason === undefined ? {} : { reason })
}

/** Objects to a line on notice; `by` is who objects, when it is entered for them. */
export function objectTo(documentId: string, reason: string, by?: string): Promise<Objection> {
  return post<Objection>(`${recordPath(documentId)}/objections`, by === undefined ? { reason } : { reason, by })
}

/** Decides an objection. */
export function decideObjection(documentId: string, verb: ObjectionVerb, reason: string): Promise<Objection> {
  return post<Objection>(`/scoring/objections/${encodeURIComponent(documentId)}/${verb}`, { reason })
}
