import { PHOTOS_MAX, fieldsOf, orderComment, widgetOf } from '../../../components/json-schema'
import type { FieldSchema, FormSchema } from '../../../components/json-schema'

/** What an officer may ask for. `other` is what the editor does not write itself: it is kept as it came. */
export const FIELD_KINDS = ['text', 'textarea', 'number', 'choice', 'choices', 'date', 'boolean', 'photos'] as const
export type FieldKind = (typeof FIELD_KINDS)[number] | 'other'

/** One field of a form as it is edited. */
export interface FormField {
  /** Stays the same while the field is edited; not written. */
  id: string
  /** The name under which answers are kept; empty for a new field, whose key comes from its label. */
  key: string
  label: string
  hint: string
  kind: FieldKind
  isRequired: boolean
  /** What may be chosen, for `choice` and `choices`. */
  options: string[]
  /** The field's other keywords as they were read (lengths, bounds), kept as long as the kind stays. */
  keywords: FieldSchema
}

/** A form as it is edited: its fields, and what its schema says beside them. */
export interface FormDraft {
  fields: FormField[]
  rest: Readonly<Record<string, unknown>>
}

/** Why a field cannot be written as it is. */
export type FieldProblem = 'labelMissing' | 'labelTwice' | 'optionsMissing' | 'optionTwice'

const TEXT_LENGTH = 50
const LONGEST_LINE = 99
const LONG_TEXT_LENGTH = 500
const KEY_LENGTH = 64

let made = 0

/** A new, empty field. */
export function newField(kind: FieldKind = 'text'): FormField {
  return { id: `new-${++made}`, key: '', label: '', hint: '', kind, isRequired: false, options: [], keywords: {} }
}

/** Reads a schema into fields. What is not understood is kept aside and written back. */
export function draftOf(schema: FormSchema | null): FormDraft {
  const { properties: _properties, required: _required, $comment: _order, ...rest } = schema ?? {}
  return {
    rest,
    fields: fieldsOf(schema).map(({ key, label, field, isNeeded }) => ({
      id: key,
      key,
      label,
      hint: field.description ?? '',
      kind: kindOf(field),
      isRequired: isNeeded,
      options: (field.enum ?? field.items?.enum ?? []).map(String),
      keywords: field,
    })),
  }
}

/** Writes fields as a flat JSON Schema of an object, with their order beside them, since databases keep none. */
export function schemaOf({ fields, rest }: FormDraft): FormSchema {
  const keys = keysOf(fields)
  const entries = fields.map((field, index) => [keys[index] ?? field.id, propertyOf(field)] as const)
  const required = fields.flatMap((field, index) => (field.isRequired ? [keys[index] ?? field.id] : []))
  return {
    additionalProperties: false,
    ...rest,
    type: 'object',
    properties: Object.fromEntries(entries),
    ...(required.length > 0 ? { required } : {}),
    ...(keys.length > 1 ? { $comment: orderComment(keys) } : {}),
  }
}

/** What keeps each field from being written, by its id. */
export function problemsOf(fields: readonly FormField[]): ReadonlyMap<string, FieldProblem> {
  const problems = fields.map((field) => [field.id, problemOf(field, fields)] as const)
  return new Map(problems.flatMap(([id, problem]) => (problem === null ? [] : [[id, problem] as const])))
}

/** The field at `index` moved by so many places, or the fields as they are where there is no such place. */
export function moved(fields: readonly FormField[], index: number, by: number): FormField[] {
  const next = [...fields]
  const target = index + by
  const [field] = next.splice(index, 1)
  if (field === undefined || target < 0 || target > next.length) return [...fields]
  next.splice(target, 0, field)
  return next
}

/** Options as a clerk writes or pastes them, one a line; empty lines and blanks around are left out. */
export function optionsOf(lines: string): string[] {
  return lines
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function problemOf(field: FormField, fields: readonly FormField[]): FieldProblem | null {
  const label = field.label.trim()
  if (label === '') return 'labelMissing'
  if (fields.some((other) => other.id !== field.id && other.label.trim() === label)) return 'labelTwice'
  if (field.kind !== 'choice' && field.kind !== 'choices') return null
  if (field.options.length === 0) return 'optionsMissing'
  return new Set(field.options).size < field.options.length ? 'optionTwice' : null
}

function kindOf(field: FieldSchema): FieldKind {
  const options = field.enum ?? field.items?.enum ?? []
  if (options.some((option) => typeof option !== 'string')) return 'other'
  switch (widgetOf(field)) {
    case 'switch':
      return 'boolean'
    case 'integer':
    case 'number':
      return 'number'
    case 'choices':
      return field.items?.enum === undefined ? 'other' : 'choices'
    case 'dateTime':
      return 'other'
    case 'text':
      return field.type === undefined || field.type === 'string' ? 'text' : 'other'
    case 'textarea':
      return 'textarea'
    case 'choice':
      return 'choice'
    case 'date':
      return 'date'
    case 'photos':
      return 'photos'
  }
}

/** Keys that exist stay, since answers are kept under them; new ones come from the label, each once. */
function keysOf(fields: readonly FormField[]): string[] {
  const taken = new Set(fields.map(({ key }) => key).filter((key) => key !== ''))
  return fields.map((field) => {
    if (field.key !== '') return field.key
    const base = keyFrom(field.label)
    let key = base
    for (let count = 2; taken.has(key); count++) key = `${base.slice(0, KEY_LENGTH - 4)}_${count}`
    taken.add(key)
    return key
  })
}

/** What the server takes as a name: letters of any script, digits, `_` and `-`, beginning with a letter. */
function keyFrom(label: string): string {
  const key = label.replace(/[^\p{L}\p{N}_-]/gu, '').replace(/^[^\p{L}_]+/u, '')
  return key === '' || ['constructor', 'prototype', '__proto__'].includes(key) ? 'field' : key.slice(0, KEY_LENGTH)
}

function propertyOf(field: FormField): FieldSchema {
  if (field.kind === 'other') return { ...field.keywords, ...labelled(field) }
  return { ...labelled(field), ...shapeOf(field) }
}

function labelled({ label, hint }: FormField): FieldSchema {
  return { title: label.trim(), ...(hint.trim() === '' ? {} : { description: hint.trim() }) }
}

/** The keywords of a kind: what was read, where the kind is still the same, and what the kind needs. */
function shapeOf(field: FormField): FieldSchema {
  const same = kindOf(field.keywords) === field.kind && field.keywords.type !== undefined
  const { title: _title, description: _description, ...kept } = same ? field.keywords : ({} as FieldSchema)
  const filled = field.isRequired ? { minLength: Math.max(kept.minLength ?? 0, 1) } : {}
  switch (field.kind) {
    case 'textarea':
      return { ...kept, type: 'string', ...filled, maxLength: kept.maxLength ?? LONG_TEXT_LENGTH }
    case 'number':
      return same ? kept : { type: 'number', minimum: 0 }
    case 'choice':
      return { ...kept, type: 'string', enum: field.options }
    case 'choices':
      return {
        ...kept,
        type: 'array',
        items: { type: 'string', enum: field.options },
        uniqueItems: true,
        ...(field.isRequired ? { minItems: 1 } : {}),
      }
    case 'date':
      return { ...kept, type: 'string', format: 'date' }
    case 'photos':
      return {
        ...kept,
        type: 'array',
        items: { type: 'string', format: 'photo' },
        uniqueItems: true,
        maxItems: kept.maxItems ?? PHOTOS_MAX,
        ...(field.isRequired ? { minItems: 1 } : {}),
      }
    case 'boolean':
      // A switch that nobody touched says no; without this, a required one could not be left at no.
      return { ...kept, type: 'boolean', ...(field.isRequired ? { default: kept.default ?? false } : {}) }
    case 'text':
    case 'other':
      return { ...kept, type: 'string', ...filled, maxLength: Math.min(kept.maxLength ?? TEXT_LENGTH, LONGEST_LINE) }
  }
}
