import { canonicalJson, ok, refuse, type Refusal, type Result } from '@practice/kernel'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { checkFormShape, FORM_FORMATS, refuseSchema, type FormError } from './form-schema'

/** Answers longer than this, as JSON, are no form; it also bounds what any keyword can cost. */
const ANSWER_LENGTH_MAX = 20_000
const ERRORS_MAX = 20
/** More than a district has forms of its own. */
const COMPILED_MAX = 500

const ajv = new Ajv({
  allErrors: true,
  strict: true,
  // What is required only when another answer says so stands apart from the fields.
  strictRequired: false,
  strictTypes: false,
  strictTuples: false,
  // Otherwise 80.3 is no multiple of 0.1.
  multipleOfPrecision: 6,
})
addFormats(
  ajv,
  FORM_FORMATS.filter((format) => format !== 'phone' && format !== 'email' && format !== 'photo'),
)
ajv.addFormat('phone', /^(1\d{10}|0\d{2,3}-?\d{7,8})$/)
ajv.addFormat('photo', /^[a-z0-9]{1,64}$/)
// Not RFC 5322, whose expression can be made to run for long: one sign, no blanks, bounded length.
ajv.addFormat('email', /^[^\s@]{1,64}@[^\s@]{1,190}$/)

/** By the schema's canonical text, since the same form comes from the database as a new object each time. */
const compiled = new Map<string, ValidateFunction>()

/** Whether a schema can be a form: of the shape that `checkFormShape` takes, and correct by draft-07. */
export function checkFormSchema(schema: unknown): Result<Record<string, unknown>, 'form_schema_invalid'> {
  const shape = checkFormShape(schema)
  if (!shape.ok) return shape
  const validate = compiledOf(shape.value)
  return validate.ok ? shape : validate
}

/**
 * An order's answers checked against the form of its offering. No form asks nothing, no answers are empty answers.
 * Gives the answers, or what is wrong with them, in Chinese and with the path of the field.
 */
export function checkForm(
  schema: Record<string, unknown> | null,
  answers: Record<string, unknown> | undefined,
): Result<Record<string, unknown> | null, 'form_invalid'> {
  if (answers !== undefined && JSON.stringify(answers).length > ANSWER_LENGTH_MAX) {
    return refuseForm([{ path: [], message: `填写内容超过 ${ANSWER_LENGTH_MAX} 个字符`, code: 'size' }])
  }
  if (schema === null) return ok(answers ?? null)
  const shape = checkFormShape(schema)
  const validate = shape.ok ? compiledOf(shape.value) : shape
  // A form that came past the check of schemas is the desk's mistake: the order waits, the server does not fall.
  if (!validate.ok) return refuseForm([{ path: [], message: '此事项的表单定义有误,请联系管理员', code: 'schema' }])
  const given = answers ?? {}
  return validate.value(given) ? ok(given) : refuseForm(errorsOf(validate.value.errors))
}

/** The documentIds of the photos that answers name, each once: answers of fields that ask for photos. */
export function photosIn(
  schema: Readonly<Record<string, unknown>> | null,
  answers: Readonly<Record<string, unknown>> | null,
): string[] {
  const fields = (schema?.['properties'] ?? {}) as Readonly<Record<string, unknown>>
  const named = Object.entries(answers ?? {}).flatMap(([key, answer]) =>
    asksPhotos(fields[key]) ? [answer].flat() : [],
  )
  return [...new Set(named.filter((name): name is string => typeof name === 'string'))]
}

/** One photo, or a list of them. */
function asksPhotos(field: unknown): boolean {
  const { format, items } = (field ?? {}) as { format?: unknown; items?: { format?: unknown } }
  return format === 'photo' || items?.format === 'photo'
}

function refuseForm(errors: readonly FormError[]): Refusal<'form_invalid'> {
  return refuse('form_invalid', { errors: errors.slice(0, ERRORS_MAX) })
}

/** The check that a schema of good shape makes, from memory when it was seen before. */
function compiledOf(schema: Record<string, unknown>): Result<ValidateFunction, 'form_schema_invalid'> {
  const text = canonicalJson(schema)
  const known = compiled.get(text)
  if (known) return ok(known)
  if (ajv.validateSchema(schema) !== true) return refuseSchema(errorsOf(ajv.errors))
  try {
    const validate = ajv.compile(schema)
    const oldest = compiled.keys().next()
    if (compiled.size >= COMPILED_MAX && oldest.done !== true) compiled.delete(oldest.value)
    compiled.set(text, validate)
    return ok(validate)
  } catch (error) {
    // What only compiling finds, such as an unknown format.
    return refuseSchema([{ path: [], message: String(error instanceof Error ? error.message : error), code: 'schema' }])
  } finally {
    // Ajv would keep every schema object that it has ever seen.
    ajv.removeSchema(schema)
  }
}

/** What people read beside a field, by keyword; `limit` is the keyword's own figure. */
const MESSAGES: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> = {
  required: () => '必填',
  type: ({ type }) => TYPE_WORDS[String(type)] ?? '类型不对',
  enum: () => '请从选项中选择',
  const: () => '不是要求的值',
  minLength: ({ limit }) => `至少 ${String(limit)} 个字`,
  maxLength: ({ limit }) => `至多 ${String(limit)} 个字`,
  minimum: ({ limit }) => `不能小于 ${String(limit)}`,
  maximum: ({ limit }) => `不能大于 ${String(limit)}`,
  exclusiveMinimum: ({ limit }) => `必须大于 ${String(limit)}`,
  exclusiveMaximum: ({ limit }) => `必须小于 ${String(limit)}`,
  multipleOf: ({ multipleOf }) => `应是 ${String(multipleOf)} 的倍数`,
  minItems: ({ limit }) => `至少选 ${String(limit)} 项`,
  maxItems: ({ limit }) => `至多选 ${String(limit)} 项`,
  uniqueItems: () => '不能重复',
  format: () => '格式不对',
  pattern: () => '格式不对',
  additionalProperties: () => '没有这个字段',
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: '应填文字',
  number: '应填数字',
  integer: '应填整数',
  boolean: '应选是或否',
  array: '应是一组值',
  object: '应分项填写',
}

function errorsOf(errors: readonly ErrorObject[] | null | undefined): FormError[] {
  return (errors ?? []).map(({ instancePath, keyword, params, message }) => ({
    path: [...pointerOf(instancePath), ...fieldOf(params)],
    message: MESSAGES[keyword]?.(params) ?? message ?? keyword,
    code: keyword,
  }))
}

/** The field that is missing or too much stands in the parameters, not in the path. */
function fieldOf(params: Readonly<Record<string, unknown>>): string[] {
  const field = params['missingProperty'] ?? params['additionalProperty']
  return typeof field === 'string' ? [field] : []
}

/** A JSON pointer's parts, unescaped. */
function pointerOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}
