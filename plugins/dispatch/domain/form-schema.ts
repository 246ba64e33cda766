import { ok, refuse, type Result } from '@practice/kernel'

/** One thing that is wrong with a form's schema, or with what was filled in. */
export interface FormError {
  /** From the outside in. */
  path: string[]
  /** In Chinese. */
  message: string
  /** The keyword that objects. */
  code: string
}

/*
 * What a form's JSON Schema may be (draft-07). An officer writes it, the server compiles and runs it: so only keywords
 * whose cost is bounded by the size of schema and answer are let in. No `$ref` and no `$id`: nothing is looked up,
 * nothing recurs.
 */
const SCHEMA_LENGTH_MAX = 20_000
const DEPTH_MAX = 8
const PROPERTIES_MAX = 100
const PATTERN_LENGTH_MAX = 100
const ERRORS_MAX = 20

/** The formats that a text may have. Times and dates are as a form's fields give them; a photo is an uploaded file's documentId. */
export const FORM_FORMATS = [
  'date',
  'time',
  'iso-time',
  'date-time',
  'iso-date-time',
  'phone',
  'email',
  'photo',
] as const

const DRAFT_07 = /^https?:\/\/json-schema\.org\/draft-07\/schema#?$/

/** Keywords whose value is a plain value that the meta-schema checks, schemas, lists of schemas, or named schemas. */
const PLAIN = new Set(
  (
    'type title description default examples enum const format minLength maxLength pattern minimum maximum exclusiveMinimum ' +
    'exclusiveMaximum multipleOf minItems maxItems uniqueItems required minProperties maxProperties readOnly writeOnly $comment'
  ).split(' '),
)
const SCHEMA = new Set(['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains'])
const SCHEMAS = new Set(['allOf', 'anyOf', 'oneOf'])

/** Letters of any script, digits, `_` and `-`; names that every object has would be read from its prototype. */
const PROPERTY_NAME = /^[\p{L}_][\p{L}\p{N}_-]{0,63}$/u
const TAKEN_NAMES: readonly string[] = ['__proto__', 'constructor', 'prototype']

/**
 * Whether the server takes a schema at all: an object that describes an object, of bounded size, with known keywords only. That
 * it is also a correct draft-07 schema is checked by `checkFormSchema`.
 */
export function checkFormShape(schema: unknown): Result<Record<string, unknown>, 'form_schema_invalid'> {
  if (!isObject(schema) || schema['type'] !== 'object') {
    return refuseSchema([{ path: ['type'], message: '表单最外层的 type 必须是 object', code: 'type' }])
  }
  const errors = errorsWithin(schema, [], 0)
  // Only a schema of bounded depth can be turned into text without fear for the stack.
  if (errors.length === 0 && JSON.stringify(schema).length > SCHEMA_LENGTH_MAX) {
    return refuseSchema([{ path: [], message: `表单定义超过 ${SCHEMA_LENGTH_MAX} 个字符`, code: 'size' }])
  }
  return errors.length > 0 ? refuseSchema(errors) : ok(schema)
}

/** A refusal of a schema, with the first errors. */
export function refuseSchema(errors: readonly FormError[]) {
  return refuse('form_schema_invalid', { errors: errors.slice(0, ERRORS_MAX) })
}

function errorsWithin(schema: unknown, path: readonly string[], depth: number): FormError[] {
  if (typeof schema === 'boolean') return []
  if (!isObject(schema)) return [{ path: [...path], message: '这里应是一个 JSON Schema', code: 'schema' }]
  if (depth > DEPTH_MAX) return [{ path: [...path], message: `嵌套超过 ${DEPTH_MAX} 层`, code: 'depth' }]
  return Object.entries(schema).flatMap(([keyword, value]) => keywordErrors(keyword, value, [...path, keyword], depth))
}

function keywordErrors(keyword: string, value: unknown, path: readonly string[], depth: number): FormError[] {
  if (keyword === 'properties') return propertyErrors(value, path, depth)
  if (keyword === 'pattern') return patternErrors(value, path)
  if (SCHEMA.has(keyword)) return errorsWithin(value, path, depth + 1)
  if (SCHEMAS.has(keyword)) return listErrors(value, path, depth)
  if (PLAIN.has(keyword)) return plainErrors(value, path)
  if (keyword === '$schema' && typeof value === 'string' && DRAFT_07.test(value)) return []
  return [{ path: [...path], message: `表单不支持关键字 ${keyword}`, code: 'keyword' }]
}

function propertyErrors(properties: unknown, path: readonly string[], depth: number): FormError[] {
  if (!isObject(properties)) return [{ path: [...path], message: 'properties 应是一个对象', code: 'properties' }]
  const entries = Object.entries(properties)
  if (entries.length > PROPERTIES_MAX) {
    return [{ path: [...path], message: `字段超过 ${PROPERTIES_MAX} 个`, code: 'properties' }]
  }
  return entries.flatMap(([name, schema]) =>
    PROPERTY_NAME.test(name) && !TAKEN_NAMES.includes(name)
      ? errorsWithin(schema, [...path, name], depth + 1)
      : [
          {
            path: [...path, name],
            message: '字段名只能用文字、数字、下划线和连字符,不超过 64 个字',
            code: 'properties',
          },
        ],
  )
}

function listErrors(schemas: unknown, path: readonly string[], depth: number): FormError[] {
  return Array.isArray(schemas)
    ? schemas.flatMap((schema, index) => errorsWithin(schema, [...path, String(index)], depth + 1))
    : [{ path: [...path], message: '这里应是一组 JSON Schema', code: 'schema' }]
}

/** Values of `enum`, `const`, `default` may be nested, but a form has no use for depth in them. */
function plainErrors(value: unknown, path: readonly string[]): FormError[] {
  const items: unknown[] = Array.isArray(value) ? value : [value]
  return items.some((item) => typeof item === 'object' && item !== null)
    ? [{ path: [...path], message: '这里只能是文字、数字或它们的列表', code: 'value' }]
    : []
}

/** One quantifier that may stretch: with two, a hostile answer can keep the engine trying. */
const STRETCHING = /[*+?]|\{\d+,\d*\}/g
/** What cannot be a quantifier: escapes and classes of characters. */
const LITERALS = /\\.|\[(?:\\.|[^\]\\])*\]/gu

/**
 * A pattern runs in linear time if it is anchored at its start, has no group or alternative, and not more than one
 * quantifier that may stretch: `^1\d{10}$` is fine, `(a+)+` is not.
 */
function patternErrors(pattern: unknown, path: readonly string[]): FormError[] {
  const refused = (message: string): FormError[] => [{ path: [...path], message, code: 'pattern' }]
  if (typeof pattern !== 'string' || pattern.length > PATTERN_LENGTH_MAX || !pattern.startsWith('^')) {
    return refused(`pattern 应以 ^ 开头,不超过 ${PATTERN_LENGTH_MAX} 个字符`)
  }
  const bare = pattern.replace(LITERALS, 'x')
  if (/[()|]|\{\d{4}/.test(bare) || (bare.match(STRETCHING)?.length ?? 0) > 1) {
    return refused('pattern 不能有分组和“|”,可变长度的量词至多一个,次数不过千;请改用 format 或 enum')
  }
  try {
    new RegExp(pattern, 'u')
    return []
  } catch {
    return refused('pattern 不是正确的正则表达式')
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
