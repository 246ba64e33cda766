import { isObject } from './query-terms'

/** How a client may point at one row: by documentId or code as text, or by the database's id. */
export type Pointer = { text: string } | { documentId: string } | { id: number }

/** What is asked of a relation to one row: nothing, to point nowhere, or to point at a row. */
export type RelationInput =
  { kind: 'absent' } | { kind: 'clear' } | { kind: 'to'; pointer: Pointer } | { kind: 'wrong' }

const ABSENT: RelationInput = { kind: 'absent' }
const CLEAR: RelationInput = { kind: 'clear' }
const WRONG: RelationInput = { kind: 'wrong' }
const ID_MAX = 2 ** 31 - 1

/**
 * Reads a relation to one row in any of Strapi's ways of writing it: a plain pointer, a list of one, `set`, or
 * `connect` and `disconnect` with or without positions.
 */
export function readRelation(value: unknown): RelationInput {
  if (value === undefined) return ABSENT
  if (value === null) return CLEAR
  if (Array.isArray(value)) return readList(value)
  if (isObject(value) && ('set' in value || 'connect' in value || 'disconnect' in value)) return readCommand(value)
  return readPointer(value)
}

function readCommand(command: Readonly<Record<string, unknown>>): RelationInput {
  const known = Object.keys(command).every((name) => ['set', 'connect', 'disconnect', 'options'].includes(name))
  if (!known) return WRONG
  if (command.set !== undefined) return command.set === null ? CLEAR : readList(listOf(command.set))
  const connected = listOf(command.connect)
  if (connected.length > 0) return readList(connected)
  return listOf(command.disconnect).length > 0 ? CLEAR : ABSENT
}

function readList(list: readonly unknown[]): RelationInput {
  if (list.length === 0) return CLEAR
  return list.length === 1 ? readPointer(list[0]) : WRONG
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function readPointer(value: unknown): RelationInput {
  if (typeof value === 'string') return isName(value) ? to({ text: value.trim() }) : WRONG
  if (typeof value === 'number') return isId(value) ? to({ id: value }) : WRONG
  if (!isObject(value)) return WRONG
  if (typeof value.documentId === 'string')
    return isName(value.documentId) ? to({ documentId: value.documentId }) : WRONG
  if (typeof value.id === 'number') return isId(value.id) ? to({ id: value.id }) : WRONG
  if (typeof value.id === 'string') return isName(value.id) ? to({ text: value.id.trim() }) : WRONG
  return typeof value.code === 'string' && isName(value.code) ? to({ text: value.code.trim() }) : WRONG
}

function to(pointer: Pointer): RelationInput {
  return { kind: 'to', pointer }
}

function isName(text: string): boolean {
  return /^[\w.-]{1,64}$/.test(text.trim())
}

function isId(id: number): boolean {
  return Number.isInteger(id) && id > 0 && id <= ID_MAX
}
