/** A field of a flat JSON Schema, as the forms of service items use it. */
export interface FieldSchema {
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'array'
  title?: string
  description?: string
  /** `date`, `date-time`, `textarea`; others are left to the server. */
  format?: string
  enum?: readonly (string | number)[]
  items?: { type?: string; format?: string; enum?: readonly (string | number)[] }
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  default?: unknown
}

/** How many photos a field takes unless it says so. */
export const PHOTOS_MAX = 3

/** A flat JSON Schema of type object. */
export interface FormSchema {
  type?: 'object'
  properties?: Readonly<Record<string, FieldSchema>>
  required?: readonly string[]
  [keyword: string]: unknown
}

/** How a field is asked for. */
export type Widget =
  'text' | 'textarea' | 'number' | 'integer' | 'switch' | 'choice' | 'choices' | 'date' | 'dateTime' | 'photos'

const LONG_TEXT = 100

/** The widget of a field: its type, then what narrows it. Long texts (`maxLength` of 100 and more) get several lines. */
export function widgetOf(field: FieldSchema): Widget {
  if (field.enum !== undefined) return 'choice'
  switch (field.type) {
    case 'boolean':
      return 'switch'
    case 'integer':
      return 'integer'
    case 'number':
      return 'number'
    case 'array':
      return field.items?.format === 'photo' ? 'photos' : 'choices'
    default:
      return textWidgetOf(field)
  }
}

function textWidgetOf({ format, maxLength = 0 }: FieldSchema): Widget {
  if (format === 'date') return 'date'
  if (format === 'date-time') return 'dateTime'
  return format === 'textarea' || maxLength >= LONG_TEXT ? 'textarea' : 'text'
}

const ORDER = 'order:'

/** The order of fields as a `$comment`: PostgreSQL keeps the keys of JSON in an order of its own. */
export function orderComment(keys: readonly string[]): string {
  return ORDER + keys.join(',')
}

function orderOf(schema: FormSchema | null): readonly string[] {
  const comment = schema?.$comment
  return typeof comment === 'string' && comment.startsWith(ORDER) ? comment.slice(ORDER.length).split(',') : []
}

/** The fields of a schema with key and label, in the order of its `orderComment`, else as they are written. */
export function fieldsOf(
  schema: FormSchema | null,
): { key: string; label: string; field: FieldSchema; isNeeded: boolean }[] {
  const needed = schema?.required ?? []
  const order = orderOf(schema)
  const placeOf = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return Object.entries(schema?.properties ?? {})
    .sort(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([key, field]) => ({
      key,
      label: field.title ?? key,
      field,
      isNeeded: needed.includes(key),
    }))
}
