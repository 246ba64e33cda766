import type { BaseRecord, DataProvider, DeleteOneParams, GetManyParams, MetaQuery, Pagination } from '@refinedev/core'
import qs from 'qs'
import { API_URL, request } from '../api/client'
import type { RequestOptions } from '../api/client'
import { filtersOf, sortOf } from './query'

/** The contract allows no longer pages, and no longer lists of ids in one address. */
const LONGEST_PAGE = 100

/** Resources that do not live under their own name. */
const PATHS: Readonly<Record<string, string>> = { orders: 'dispatch/orders', audit: 'access/audit' }

/** Keys that the server owns: an object that was read may be sent back with them, but they are never written. */
const SERVER_OWNED = [
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
] as const

interface Row {
  id?: string | number
  documentId?: string
  [key: string]: unknown
}

interface ListReply {
  data: Row[]
  meta?: { pagination?: { total?: number } }
}

/** How the provider talks to the server; tests hand in their own. */
export type Transport = <Reply>(path: string, options?: RequestOptions) => Promise<Reply>

/** Refine's `id` is the `documentId`: numeric ids change at every publish and answer 404. */
function recordOf<Data extends BaseRecord>(row: Row): Data {
  const record: BaseRecord = { ...row, id: row.documentId ?? row.id }
  return record as Data
}

function pageOf(pagination: Pagination | undefined): { page: number; pageSize: number } {
  if (pagination?.mode === 'off' || pagination?.mode === 'client') return { page: 1, pageSize: LONGEST_PAGE }
  return { page: pagination?.currentPage ?? 1, pageSize: Math.min(pagination?.pageSize ?? 20, LONGEST_PAGE) }
}

function pathOf(resource: string, id?: string | number): string {
  const path = `/${PATHS[resource] ?? resource}`
  return id === undefined ? path : `${path}/${encodeURIComponent(String(id))}`
}

/** Strapi's parameters that Refine has no word for, given as `meta`. */
function paramsOf(meta: MetaQuery | undefined): Record<string, unknown> {
  const { populate, fields, status, locale, params } = (meta ?? {}) as Record<string, unknown>
  return { populate, fields, status, locale, ...(params as Record<string, unknown> | undefined) }
}

function withQuery(path: string, query: Record<string, unknown>): string {
  const text = qs.stringify(query, { encodeValuesOnly: true, skipNulls: true })
  return text === '' ? path : `${path}?${text}`
}

function writable(variables: unknown): Record<string, unknown> {
  const entries = Object.entries(variables as Record<string, unknown>)
  return Object.fromEntries(entries.filter(([key]) => !(SERVER_OWNED as readonly string[]).includes(key)))
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size))
}

/**
 * Refine's view of the API: Strapi 5's lists and documents, and the contract's own lists, which follow the same
 * syntax. Errors are `ApiError`s and keep their path.
 */
export function strapiProvider(send: Transport = request): DataProvider {
  async function one<Data extends BaseRecord>(path: string, options?: RequestOptions): Promise<{ data: Data }> {
    const reply = await send<{ data: Row } | null>(path, options)
    return { data: recordOf<Data>(reply?.data ?? {}) }
  }

  async function list<Data extends BaseRecord>(path: string): Promise<{ data: Data[]; total: number }> {
    const { data, meta } = await send<ListReply>(path)
    return { data: data.map((row) => recordOf<Data>(row)), total: meta?.pagination?.total ?? data.length }
  }

  return {
    getApiUrl: () => API_URL,
    getList: ({ resource, pagination, sorters = [], filters = [], meta }) =>
      list(
        withQuery(pathOf(resource), {
          pagination: pageOf(pagination),
          sort: sortOf(sorters),
          filters: filtersOf(filters),
          ...paramsOf(meta),
        }),
      ),
    getMany: async <Data extends BaseRecord>({ resource, ids, meta }: GetManyParams) => {
      const pages = await Promise.all(
        chunksOf(ids, LONGEST_PAGE).map((chunk) =>
          list<Data>(
            withQuery(pathOf(resource), {
              pagination: { page: 1, pageSize: LONGEST_PAGE },
              filters: { documentId: { $in: chunk } },
              ...paramsOf(meta),
            }),
          ),
        ),
      )
      return { data: pages.flatMap((page) => page.data) }
    },
    getOne: ({ resource, id, meta }) => one(withQuery(pathOf(resource, id), paramsOf(meta))),
    create: ({ resource, variables, meta }) =>
      one(withQuery(pathOf(resource), paramsOf(meta)), { method: 'POST', body: { data: writable(variables) } }),
    update: ({ resource, id, variables, meta }) =>
      one(withQuery(pathOf(resource, id), paramsOf(meta)), { method: 'PUT', body: { data: writable(variables) } }),
    deleteOne: async <Data extends BaseRecord>({ resource, id, meta }: DeleteOneParams<unknown>) => {
      await send(withQuery(pathOf(resource, id), paramsOf(meta)), { method: 'DELETE' })
      return { data: recordOf<Data>({ documentId: String(id) }) }
    },
  }
}
