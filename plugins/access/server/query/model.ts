import type { Core } from '@strapi/strapi'
import type { Attribute, Model } from '../../domain/model'

const models = new WeakMap<object, Model>()

/** A content type as the rules see it, or null when there is none with this uid. */
export function modelOf(strapi: Core.Strapi, uid: string): Model | null {
  const schema: unknown = strapi.getModel(uid as Parameters<Core.Strapi['getModel']>[0])
  if (typeof schema !== 'object' || schema === null) return null
  const known = models.get(schema)
  if (known !== undefined) return known
  const { attributes, options } = schema as {
    attributes: Record<string, Attribute>
    options?: { draftAndPublish?: boolean }
  }
  const model = { uid, attributes, draftAndPublish: options?.draftAndPublish === true }
  models.set(schema, model)
  return model
}
