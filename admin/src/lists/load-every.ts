import type { BaseRecord, CrudFilter, CrudSort, MetaQuery } from '@refinedev/core'
import { request } from '../api/client'
import type { RequestOptions } from '../api/client'
import { strapiProvider } from '../data/strapi-provider'

/** What a list asks the server for, but for the page. */
export interface ListSource {
  resource: string
  filters: CrudFilter[]
  sorters: CrudSort[]
  meta?: MetaQuery
}

/** One page of a list. */
export interface RowsPage<Row> {
  rows: Row[]
  total: number
}

/** How a page is fetched; tests hand in their own. */
export type LoadPage<Row> = (page: number, pageSize: number, signal: AbortSignal) => Promise<RowsPage<Row>>

/** How far it has come. */
export interface Progress {
  done: number
  total: number
}

/** The contract's longest page. */
const PAGE_SIZE = 100

/** A sheet of more rows nobody reads, and a phone cannot hold them. */
export const ROWS_MAX = 50_000

/** Pages of a source as the server has them now. */
export function pagesOf<Row>({ resource, filters, sorters, meta }: ListSource): LoadPage<Row> {
  return async (page, pageSize, signal) => {
    const send = <Reply>(path: string, options: RequestOptions = {}) => request<Reply>(path, { ...options, signal })
    const { data, total } = await strapiProvider(send).getList<BaseRecord>({
      resource,
      filters,
      sorters,
      pagination: { currentPage: page, pageSize },
      ...(meta === undefined ? {} : { meta }),
    })
    return { rows: data as Row[], total: total ?? 0 }
  }
}

interface LoadEveryOptions<Row> {
  load: LoadPage<Row>
  keyOf: (row: Row) => string
  onProgress: (progress: Progress) => void
  signal: AbortSignal
}

/**
 * Every row of a list, one page after the other, so that the server serves others between them. A row that moved to a
 * later page meanwhile is kept once. Throws when `signal` is aborted.
 */
export async function loadEvery<Row>({ load, keyOf, onProgress, signal }: LoadEveryOptions<Row>): Promise<Row[]> {
  const rows = new Map<string, Row>()
  for (let page = 1; ; page++) {
    const { rows: some, total } = await load(page, PAGE_SIZE, signal)
    signal.throwIfAborted()
    for (const row of some) rows.set(keyOf(row), row)
    onProgress({ done: Math.min(page * PAGE_SIZE, total), total })
    if (page * PAGE_SIZE >= Math.min(total, ROWS_MAX) || some.length === 0) return [...rows.values()]
  }
}
