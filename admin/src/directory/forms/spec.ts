/** How a field is filled in. */
export type FieldKind =
  'text' | 'long' | 'tel' | 'idNumber' | 'number' | 'choice' | 'words' | 'switch' | 'site' | 'members'

/** One field of a form: a column of the row, or the relation that stamps one. */
export interface FieldSpec {
  name: string
  label: string
  kind: FieldKind
  isRequired?: boolean
  /** Chosen when the row is made, and never again: other rows carry what follows from it. */
  isFixed?: boolean
  /** The longest text, or the largest number. */
  max?: number
  min?: number
  options?: readonly { value: string; label: string }[]
  hint?: string
  /** Shown masked: what is not touched stays as it is. */
  isMasked?: boolean
}

/** What is filled in, by field. */
export type Values = Readonly<Record<string, unknown>>

/** The form of one kind of rows. */
export interface RowForm {
  /** The data provider's name of the rows. */
  resource: string
  titles: { add: string; edit: string }
  fields: readonly FieldSpec[]
  /** The column that people know a row by; a new row gets the next one of its prefix. */
  code: { column: string; prefixOf: (values: Values) => string; digits: number }
  /** What a new row begins with. */
  begun: Values
  /** A row as the form shows it. */
  valuesOf: (row: Values) => Values
  /** What follows from the values beside themselves. */
  implied?: (values: Values) => Values
  /** Whether a row can be taken away; `restorable` where all of it is seen, so that it can be made again. */
  removal: 'none' | 'final' | 'restorable'
}

const OMITTED = ['', null, undefined] as const

function isEmpty(value: unknown): boolean {
  return (OMITTED as readonly unknown[]).includes(value)
}

/** What a form's values say to the server: texts without blanks around them, and what is empty as null. */
export function bodyOf(form: RowForm, values: Values): Record<string, unknown> {
  const entries = form.fields.map(({ name }): [string, unknown] => {
    const value = values[name]
    const told = typeof value === 'string' ? value.trim() : value
    return [name, isEmpty(told) ? null : told]
  })
  return { ...Object.fromEntries(entries), ...form.implied?.(values) }
}

/** Of a row that is there, only what is different: a masked number that nobody touched stays as it is. */
export function changesOf(form: RowForm, before: Values, after: Values): Record<string, unknown> {
  const old = bodyOf(form, before)
  const fixed = form.fields.filter(({ isFixed }) => isFixed === true).map(({ name }) => name)
  const changes = Object.entries(bodyOf(form, after)).filter(
    ([name, value]) => !fixed.includes(name) && JSON.stringify(value) !== JSON.stringify(old[name]),
  )
  return Object.fromEntries(changes)
}

/** A new row: what is left empty is left out. */
export function newRowOf(form: RowForm, values: Values): Record<string, unknown> {
  return Object.fromEntries(Object.entries(bodyOf(form, values)).filter(([, value]) => value !== null))
}

/** The code after the last of its prefix, with as many digits at least. */
export function nextCode(prefix: string, last: string | undefined, digits: number): string {
  const tail = last?.startsWith(prefix) === true ? Number(last.slice(prefix.length)) : 0
  return prefix + String((Number.isInteger(tail) ? tail : 0) + 1).padStart(digits, '0')
}
