import type { Actor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { masterTypeOf } from '../../domain/master-types'
import { FILE, targetOf } from '../../domain/model'
import { isObject } from '../../domain/query-terms'
import { rowShown } from '../../domain/visibility'
import type { AccessServices } from '../services'
import { modelOf } from './model'

type Row = Record<string, unknown>

/** What a client gets of an uploaded file; where and how it is stored is nobody's business. */
const FILE_HIDDEN = ['hash', 'provider', 'provider_metadata', 'folder', 'folderPath', 'related', 'previewUrl']

/**
 * Hides and masks what the actor may not see, in every row that leaves the content API, populated ones and the echo of
 * writes included: it hangs on Strapi's registry of output sanitizers, after Strapi's own.
 */
export function maskOutput(strapi: Core.Strapi, actors: AccessServices['actors']): void {
  const sanitizer = (schema: { uid: string }) => (row: unknown) =>
    shown(strapi, actors.current(), schema.uid, row, new Date().getUTCFullYear())
  strapi.sanitizers.add('content-api.output', sanitizer as never)
}

function shown(strapi: Core.Strapi, actor: Actor, uid: string, value: unknown, year: number): unknown {
  if (Array.isArray(value)) return value.map((row) => shown(strapi, actor, uid, row, year))
  if (!isObject(value)) return value
  if (uid === FILE) return without(value, FILE_HIDDEN)
  const type = masterTypeOf(uid)
  const model = modelOf(strapi, uid)
  if (type === null || model === null) return value
  return mapValues(rowShown(type, actor, value, year), (inner, name) => {
    const attribute = model.attributes[name]
    const target = attribute === undefined ? null : targetOf(attribute)
    return target === null ? inner : shown(strapi, actor, target, inner, year)
  })
}

function without(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))
}

function mapValues(row: Row, map: (value: unknown, name: string) => unknown): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, map(value, name)]))
}
