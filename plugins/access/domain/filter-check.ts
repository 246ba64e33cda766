import type { InputError } from '@practice/kernel'
import { comparable, problem, type Asked } from './asked'
import { attributeOf, kindOf, type Attribute, type Kind } from './model'
import { isObject } from './query-terms'

const EXACT = ['$eq', '$ne', '$in', '$notIn', '$null', '$notNull'] as const
const ORDERED = [...EXACT, '$lt', '$lte', '$gt', '$gte', '$between'] as const
const TEXTUAL = [
  ...ORDERED,
  '$eqi',
  '$nei',
  '$contains',
  '$notContains',
  '$containsi',
  '$notContainsi',
  '$startsWith',
  '$startsWithi',
  '$endsWith',
  '$endsWithi',
] as const

const OPERATORS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  text: TEXTUAL,
  choice: EXACT,
  boolean: EXACT,
  number: ORDERED,
  moment: ORDERED,
}

const DEPTH_MAX = 5
const IN_MAX = 100
const TEXT_MAX = 255

/** What is wrong with the filters of a selection: see `checkQuery`. */
export function checkFilters(filters: unknown, asked: Asked, path: readonly string[]): InputError[] {
  return filters === undefined ? [] : checkGroup(filters, asked, path, 0)
}

function checkGroup(group: unknown, asked: Asked, path: readonly string[], depth: number): InputError[] {
  if (depth > DEPTH_MAX) return [problem(path, `Nested deeper than ${DEPTH_MAX}`, 'too_deep')]
  if (!isObject(group)) return [problem(path, 'Expected columns', 'invalid_type')]
  return Object.entries(group).flatMap(([name, inner]) => {
    const at = [...path, name]
    if (name === '$and' || name === '$or') {
      if (!Array.isArray(inner)) return [problem(at, 'Expected a list', 'invalid_type')]
      return inner.flatMap((part, index) => checkGroup(part, asked, [...at, String(index)], depth + 1))
    }
    if (name === '$not') return checkGroup(inner, asked, at, depth + 1)
    const attribute = comparable(asked, name)
    return attribute === null ? [unknownColumn(asked, at, name)] : checkComparison(attribute, inner, at, depth + 1)
  })
}

function unknownColumn(asked: Asked, path: readonly string[], name: string): InputError {
  const attribute = attributeOf(asked.model, name)
  const walks = attribute !== null && kindOf(attribute) === 'relation'
  return walks
    ? problem(path, `No filter walks through a relation: ${JSON.stringify(name)}`, 'through_relation')
    : problem(path, `Not a column to filter by: ${JSON.stringify(name)}`, 'invalid_key')
}

function checkComparison(attribute: Attribute, inner: unknown, path: readonly string[], depth: number): InputError[] {
  if (depth > DEPTH_MAX) return [problem(path, `Nested deeper than ${DEPTH_MAX}`, 'too_deep')]
  if (Array.isArray(inner)) return checkList(attribute, inner, path)
  if (!isObject(inner)) return checkValue(attribute, inner, path)
  const operators = OPERATORS[kindOf(attribute)] ?? []
  return Object.entries(inner).flatMap(([operator, value]) => {
    const at = [...path, operator]
    if (operator === '$not') return checkComparison(attribute, value, at, depth + 1)
    if (!operators.includes(operator)) return [problem(at, `Not an operator here: ${operator}`, 'invalid_key')]
    if (operator === '$null' || operator === '$notNull') return isFlag(value) ? [] : [wrong(at, 'true or false')]
    if (operator === '$between') {
      return Array.isArray(value) && value.length === 2 ? checkList(attribute, value, at) : [wrong(at, 'two values')]
    }
    if (operator === '$in' || operator === '$notIn')
      return checkList(attribute, Array.isArray(value) ? value : [value], at)
    return checkValue(attribute, value, at)
  })
}

function checkList(attribute: Attribute, values: readonly unknown[], path: readonly string[]): InputError[] {
  if (values.length === 0 || values.length > IN_MAX) return [wrong(path, `1 to ${IN_MAX} values`)]
  return values.flatMap((value, index) => checkValue(attribute, value, [...path, String(index)]))
}

const NUMBER = /^-?\d{1,15}(\.\d{1,12})?$/
const INTEGER = /^-?\d{1,10}$/
const INTEGER_MAX = 2 ** 31 - 1

function checkValue(attribute: Attribute, value: unknown, path: readonly string[]): InputError[] {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
  if (typeof text !== 'string' || text.length > TEXT_MAX || text.includes('\0')) return [wrong(path, 'a short text')]
  switch (kindOf(attribute)) {
    case 'boolean':
      return isFlag(value) ? [] : [wrong(path, 'true or false')]
    case 'number': {
      const fits =
        attribute.type === 'integer' ? INTEGER.test(text) && Math.abs(Number(text)) <= INTEGER_MAX : NUMBER.test(text)
      return fits ? [] : [wrong(path, 'a number')]
    }
    case 'moment':
      return isMoment(attribute.type, text) ? [] : [wrong(path, `a ${attribute.type}`)]
    default:
      return []
  }
}

function isMoment(type: string, text: string): boolean {
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
  if (type === 'time') return /^\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(text)
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  )
}

function isFlag(value: unknown): boolean {
  return (
    typeof value === 'boolean' || (typeof value === 'string' && ['true', 'false', '1', '0', 't', 'f'].includes(value))
  )
}

function wrong(path: readonly string[], expected: string): InputError {
  return problem(path, `Expected ${expected}`, 'invalid_value')
}
