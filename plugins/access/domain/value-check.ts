import type { InputError } from '@practice/kernel'
import { problem } from './asked'
import { kindOf, type Attribute, type Model } from './model'
import { isObject } from './query-terms'

const STRING_MAX = 255
const TEXT_MAX = 200_000
const INTEGER_MAX = 2 ** 31 - 1
const JSON_DEPTH_MAX = 16
const JSON_LENGTH_MAX = 100_000

/**
 * What is wrong with the scalar values of a row that somebody writes. Strapi converts what it can (a list becomes a
 * text, a huge number a database error); here a value is of its column's type, or refused with its name. Relations are
 * judged elsewhere.
 */
export function checkValues(model: Model, data: Readonly<Record<string, unknown>>): InputError[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const attribute = Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined
    if (attribute === undefined || value === undefined) return []
    const expected = value === null ? missing(attribute) : mismatch(attribute, value)
    return expected === null ? [] : [problem([name], `Expected ${expected}`, 'invalid_type')]
  })
}

/** A column that the database keeps filled cannot be emptied. */
function missing(attribute: Attribute): string | null {
  return attribute.required === true || attribute.column?.notNullable === true ? 'a value' : null
}

/** What was expected instead, or null when the value fits. */
function mismatch(attribute: Attribute, value: unknown): string | null {
  switch (kindOf(attribute)) {
    case 'text':
      return textMismatch(attribute, value)
    case 'number':
      return numberMismatch(attribute, value)
    case 'boolean':
      return typeof value === 'boolean' ? null : 'true or false'
    case 'choice':
      return attribute.enum?.some((choice) => choice === value) === true
        ? null
        : `one of ${attribute.enum?.join(', ') ?? ''}`
    case 'moment':
      return momentMismatch(attribute, value)
    case 'opaque':
      return attribute.type === 'json' ? jsonMismatch(value) : null
    case 'relation':
      return null
  }
}

function textMismatch(attribute: Attribute, value: unknown): string | null {
  if (typeof value !== 'string') return 'a text'
  const max =
    attribute.maxLength ?? (attribute.type === 'text' || attribute.type === 'richtext' ? TEXT_MAX : STRING_MAX)
  if (hasControlCharacter(value)) return 'no control characters'
  if (attribute.required === true && value.trim() === '') return 'more than spaces'
  return value.length <= max ? null : `at most ${max} characters`
}

const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/** Anything below a space but tabs and line ends: no database column and no screen has a use for it. */
export function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 32 && code !== TAB && code !== LINE_FEED && code !== CARRIAGE_RETURN) return true
  }
  return false
}

function numberMismatch(attribute: Attribute, value: unknown): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'a number'
  if (attribute.type !== 'integer') return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? null : 'a smaller number'
  return Number.isInteger(value) && Math.abs(value) <= INTEGER_MAX ? null : 'a whole number of at most 32 bits'
}

function momentMismatch(attribute: Attribute, value: unknown): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'a date' : null
  const shapes: Readonly<Record<string, RegExp>> = {
    date: /^\d{4}-\d{2}-\d{2}$/,
    time: /^\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/,
    datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/,
  }
  const shape = shapes[attribute.type] ?? shapes.datetime
  if (typeof value !== 'string' || shape?.test(value) !== true) return `a ${attribute.type}`
  return attribute.type === 'time' || isCalendarDay(value.slice(0, 10)) ? null : 'a day of the calendar'
}

/** JavaScript reads 2024-02-30 as the first of March, PostgreSQL refuses it. */
function isCalendarDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

function jsonMismatch(value: unknown): string | null {
  if (isDeeper(value, JSON_DEPTH_MAX)) return `JSON of at most ${JSON_DEPTH_MAX} levels`
  const text = JSON.stringify(value)
  if (text.length > JSON_LENGTH_MAX) return `JSON of at most ${JSON_LENGTH_MAX} characters`
  return text.includes('\\u0000') ? 'no NUL characters' : null
}

function isDeeper(value: unknown, depth: number): boolean {
  if (!isObject(value) && !Array.isArray(value)) return false
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1))
}
