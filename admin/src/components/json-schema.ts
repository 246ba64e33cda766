/** A field of a flat JSON Schema, as the forms of service items use it. */
export interface FieldSchema {
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'array'
  title?: string
  description?: string
  /** `date`, `date-time`, `textarea`; others are left to the server. */
  format?: string
  enum?: readonly (string | number)[]
  items?: { type?: string; enum?: readonly (string | number)[] }
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  default?: unknown
}

/** A flat JSON Schema of type object. */
export interface FormSchema {
  type?: 'object'
  properties?: Readonly<Record<string, FieldSchema>>
  required?: readonly string[]
  [keyword: string]: unknown
}

/** How a field is asked for. */
export type Widget = 'text' | 'textarea' | 'number' | 'integer' | 'switch' | 'choice' | 'choices' | 'date' | 'dateTime'

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
      return 'choices'
    default:
      return textWidgetOf(field)
  }
}

function textWidgetOf({ format, maxLength = 0 }: FieldSchema): Widget {
  if (format === 'date') return 'date'
  if (format === 'date-time') return 'dateTime'
  return format === 'textarea' || maxLength >= LONG_TEXT ? 'textarea' : 'text'
}

/** The fields of a schema in the order in which they are written, with key and label. */
export function fieldsOf(
  schema: FormSchema | null,
): { key: string; label: string; field: FieldSchema; isNeeded: boolean }[] {
  const needed = schema?.required ?? []
  return Object.entries(schema?.properties ?? {}).map(([key, field]) => ({
    key,
    label: field.title ?? key,
    field,
    isNeeded: needed.includes(key),
  }))
}
