import qs from 'qs'
import { request, requestData } from '../../api/client'
import { ApiError } from '../../api/error'
import { changesOf, newRowOf, nextCode } from './spec'
import type { RowForm, Values } from './spec'

/** How often another code is tried: somebody may take one at the same moment. */
const TRIES = 10

/** A row as the server has it. */
export interface SavedRow {
  documentId: string
  [column: string]: unknown
}

function pathOf(resource: string, documentId?: string): string {
  return documentId === undefined ? `/${resource}` : `/${resource}/${encodeURIComponent(documentId)}`
}

/** One row, with everything that one may see of it. */
export function loadRow(resource: string, documentId: string, signal?: AbortSignal): Promise<SavedRow> {
  return requestData<SavedRow>(pathOf(resource, documentId), { signal })
}

/** The last code of a prefix. */
async function lastCode(resource: string, column: string, prefix: string): Promise<string | undefined> {
  const query = qs.stringify(
    {
      fields: [column],
      filters: { [column]: { $startsWith: prefix } },
      // Of codes with more digits than others, the text alone would not say which is the last.
      sort: ['createdAt:desc', `${column}:desc`],
      pagination: { page: 1, pageSize: 1 },
    },
    { encodeValuesOnly: true },
  )
  const { data } = await request<{ data: SavedRow[] }>(`${pathOf(resource)}?${query}`)
  const last = data[0]?.[column]
  return typeof last === 'string' ? last : undefined
}

/** Makes a row, with the next free code of its prefix. */
export async function createRow({ resource, code, ...form }: RowForm, values: Values): Promise<SavedRow> {
  const { column, prefixOf, digits } = code
  const prefix = prefixOf(values)
  let last = await lastCode(resource, column, prefix)
  for (let tried = 1; ; tried++) {
    last = nextCode(prefix, last, digits)
    const data = { ...newRowOf({ resource, code, ...form }, values), [column]: last }
    try {
      return await requestData<SavedRow>(pathOf(resource), { method: 'POST', body: { data } })
    } catch (error) {
      const isTaken = error instanceof ApiError && error.status === 400 && column in error.fields
      if (!isTaken || tried === TRIES) throw error
    }
  }
}

/** Changes a row; says nothing to the server when nothing is different. */
export async function updateRow(form: RowForm, row: SavedRow, values: Values): Promise<SavedRow> {
  const data = changesOf(form, form.valuesOf(row), values)
  if (Object.keys(data).length === 0) return row
  return requestData<SavedRow>(pathOf(form.resource, row.documentId), { method: 'PUT', body: { data } })
}

/** Takes a row away. */
export function deleteRow(resource: string, documentId: string): Promise<unknown> {
  return request(pathOf(resource, documentId), { method: 'DELETE' })
}

/** Makes a row again as it was, with its own code. */
export function restoreRow(form: RowForm, row: SavedRow): Promise<SavedRow> {
  const data = { ...newRowOf(form, form.valuesOf(row)), [form.code.column]: row[form.code.column] }
  return requestData<SavedRow>(pathOf(form.resource), { method: 'POST', body: { data } })
}
