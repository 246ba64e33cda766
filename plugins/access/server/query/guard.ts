import type { Actor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { mayReadDrafts } from '../../domain/article'
import type { Asked } from '../../domain/asked'
import { checkBody } from '../../domain/body-check'
import { MASTER_TYPES, masterTypeOf } from '../../domain/master-types'
import { FILE, targetOf } from '../../domain/model'
import { narrowed } from '../../domain/narrowing'
import { checkQuery, type QueryRules } from '../../domain/query-check'
import { isObject } from '../../domain/query-terms'
import { columnsAskable } from '../../domain/visibility'
import { RefusedError } from '../http/refused-error'
import type { AccessServices } from '../services'
import { modelOf } from './model'

interface Schema {
  uid: string
}

type Query = Record<string, unknown>

interface ContentApi {
  validate: { query(query: Query, schema: Schema, options: object): Promise<void> }
  sanitize: { query(query: Query, schema: Schema, options: object): Promise<unknown> }
}

/** What is told of a file that a row carries. */
const FILE_COLUMNS = ['name', 'alternativeText', 'caption', 'url', 'mime', 'ext', 'size', 'width', 'height', 'formats']

/**
 * Puts our check in front of Strapi's own validation of queries, and our narrowing in front of its sanitizing: every
 * core controller of the content API passes both, for reads and for the echo of its writes.
 */
export function guardQueries(strapi: Core.Strapi, actors: AccessServices['actors']): void {
  const api = strapi.contentAPI as unknown as ContentApi
  const validate = api.validate.query
  const sanitize = api.sanitize.query
  api.validate.query = async (query, schema, options) => {
    const actor = actors.current()
    const errors = checkQuery(query, schema.uid, rulesFor(strapi, actor))
    if (errors.length > 0) throw refusalOf(errors)
    await validate(query, schema, options)
    guardBody(strapi, schema.uid)
  }
  api.sanitize.query = (query, schema, options) =>
    sanitize(narrowedDeep(strapi, actors.current(), schema.uid, query), schema, options)
}

/**
 * Core controllers validate the query of a write before they touch its body: here is the last moment at which a body
 * that Strapi would stumble over (deep arrays, keys that every object has) can be refused by name.
 */
function guardBody(strapi: Core.Strapi, uid: string): void {
  const request = (strapi.requestContext.get() as Context | undefined)?.request
  const model = masterTypeOf(uid) === null ? null : modelOf(strapi, uid)
  if (model === null || (request?.method !== 'POST' && request?.method !== 'PUT')) return
  const columns = checkBody(model, request.body)
  if (!columns.ok) throw new RefusedError(400, columns.code, columns.details)
}

/** Asking for drafts is a matter of the role; everything else is malformed. */
function refusalOf(errors: ReturnType<typeof checkQuery>): RefusedError {
  const isRole = errors.every((error) => error.code === 'role_not_allowed')
  return new RefusedError(isRole ? 403 : 400, isRole ? 'role_not_allowed' : 'invalid', { errors: errors.slice(0, 50) })
}

function rulesFor(strapi: Core.Strapi, actor: Actor): QueryRules {
  return {
    mayDraft: mayReadDrafts(actor),
    asked(uid): Asked | null {
      const model = modelOf(strapi, uid)
      if (model === null) return null
      if (uid === FILE) return { model, columns: FILE_COLUMNS, masked: new Set() }
      const type = masterTypeOf(uid)
      if (type === null) return null
      return { model, columns: columnsAskable(type, actor), masked: new Set(Object.keys(type.masks)) }
    },
  }
}

function narrowedDeep(strapi: Core.Strapi, actor: Actor, uid: string, selection: Query): Query {
  const type = MASTER_TYPES[uid]
  if (type === undefined) return selection
  const result = narrowed(type, actor, selection)
  if (!isObject(result.populate)) return result
  const model = modelOf(strapi, uid)
  const populate = Object.entries(result.populate).map(([name, inner]) => {
    const attribute = model?.attributes[name]
    const target = attribute === undefined ? null : targetOf(attribute)
    return [name, target !== null && isObject(inner) ? narrowedDeep(strapi, actor, target, inner) : inner]
  })
  return { ...result, populate: Object.fromEntries(populate) as Query }
}
