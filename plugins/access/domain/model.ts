/** What the rules need to know of a content type's attribute; the names are Strapi's. */
export interface Attribute {
  type: string
  target?: string
  private?: boolean
  multiple?: boolean
  enum?: readonly string[]
  required?: boolean
  column?: { notNullable?: boolean }
  minLength?: number
  maxLength?: number
  min?: number | string
  max?: number | string
}

/** What the rules need to know of a content type. */
export interface Model {
  uid: string
  draftAndPublish: boolean
  attributes: Readonly<Record<string, Attribute>>
}

/** Attributes by which rows of Strapi point at its own bookkeeping: never to be asked for through the API. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['createdBy', 'updatedBy', 'localizations', 'locale'])

const TEXTS: ReadonlySet<string> = new Set(['string', 'text', 'richtext', 'email', 'uid'])
const NUMBERS: ReadonlySet<string> = new Set(['integer', 'biginteger', 'float', 'decimal'])
const MOMENTS: ReadonlySet<string> = new Set(['datetime', 'date', 'time', 'timestamp'])

/** How a column compares. `opaque` ones (JSON, components, passwords) do not. */
export type Kind = 'text' | 'number' | 'moment' | 'boolean' | 'choice' | 'opaque' | 'relation'

/** The kind of an attribute. */
export function kindOf(attribute: Attribute): Kind {
  if (TEXTS.has(attribute.type)) return 'text'
  if (NUMBERS.has(attribute.type)) return 'number'
  if (MOMENTS.has(attribute.type)) return 'moment'
  if (attribute.type === 'boolean') return 'boolean'
  if (attribute.type === 'enumeration') return 'choice'
  return attribute.type === 'relation' || attribute.type === 'media' ? 'relation' : 'opaque'
}

const ID: Attribute = { type: 'integer' }
const DOCUMENT_ID: Attribute = { type: 'string' }

/** The attribute that a client may name, or null when there is none or it is Strapi's own business. */
export function attributeOf(model: Model, name: string): Attribute | null {
  if (name === 'id') return ID
  if (name === 'documentId') return DOCUMENT_ID
  const attribute = Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined
  if (attribute === undefined || attribute.private === true || BOOKKEEPING.has(name)) return null
  return attribute.type === 'password' ? null : attribute
}

/** The type that a relation or a media attribute leads to, or null. */
export function targetOf(attribute: Attribute): string | null {
  if (attribute.type === 'media') return FILE
  return attribute.type === 'relation' ? (attribute.target ?? null) : null
}

export const FILE = 'plugin::upload.file'
