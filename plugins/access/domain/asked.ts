import type { InputError } from '@practice/kernel'
import { attributeOf, kindOf, type Attribute, type Model } from './model'
import type { Columns } from './master-types'
import { includes } from './visibility'

/** What somebody may ask about a type: its model, the columns that they see of it somewhere, and the masked ones. */
export interface Asked {
  model: Model
  columns: Columns
  masked: ReadonlySet<string>
}

/** The column that a filter or a sort may name: scalar, the type's own, shown and not masked; else null. */
export function comparable({ model, columns, masked }: Asked, name: string): Attribute | null {
  const attribute = attributeOf(model, name)
  if (attribute === null || masked.has(name) || !includes(columns, name)) return null
  const kind = kindOf(attribute)
  return kind === 'relation' || kind === 'opaque' ? null : attribute
}

/** An entry of `details.errors`. */
export function problem(path: readonly string[], message: string, code: string): InputError {
  return { path: [...path], message, code }
}
