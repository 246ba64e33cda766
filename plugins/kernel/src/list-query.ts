import { z } from 'zod'
import { holdsBrokenText, invalid, type InputError } from './parse'
import { ok, type Result } from './result'

/** The operators of Strapi's filters that lists of this product understand. */
export const OPERATORS = [
  '$eq',
  '$ne',
  '$in',
  '$notIn',
  '$lt',
  '$lte',
  '$gt',
  '$gte',
  '$contains',
  '$startsWith',
  '$null',
  '$notNull',
] as const
export type Operator = (typeof OPERATORS)[number]

/** A column that may be filtered: what its values are, read from the text of an address, and how it may be compared. */
export interface FilterColumn {
  value: z.ZodType
  operators: readonly Operator[]
}

const EXACT = ['$eq', '$ne', '$in', '$notIn', '$null', '$notNull'] as const
const ORDERED = [...EXACT, '$lt', '$lte', '$gt', '$gte'] as const

const text = z
  .string()
  .min(1)
  .max(100)
  .refine((value) => !holdsBrokenText(value), 'Must not hold NUL or half characters')
const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
  .transform((value) => value === true || value === 'true' || value === '1')
const integer = z.union([z.int(), z.string().regex(/^-?\d{1,15}$/)]).transform(Number)

/** The kinds of columns that contracts list. Instants come out as milliseconds, flags as booleans. */
export const COLUMN = {
  /** Free text. */
  text: (): FilterColumn => ({ value: text, operators: [...ORDERED, '$contains', '$startsWith'] }),
  /** A code, which may be asked for by its beginning. */
  code: (): FilterColumn => ({ value: text, operators: [...ORDERED, '$startsWith'] }),
  /** One of a closed list. */
  choice: (values: readonly string[]): FilterColumn => ({ value: z.enum(values), operators: EXACT }),
  flag: (): FilterColumn => ({ value: flag, operators: ['$eq', '$ne', '$null', '$notNull'] }),
  /** As large as the databases' integers are. */
  integer: (): FilterColumn => ({ value: integer.pipe(z.int32()), operators: ORDERED }),
  /** ISO 8601 with a zone. */
  instant: (): FilterColumn => ({
    value: z.iso.datetime({ offset: true }).transform((iso) => Date.parse(iso)),
    operators: ORDERED,
  }),
} as const

/** What a list may be asked for. */
export interface ListSpec<Filter extends string, Sort extends string> {
  filters: Readonly<Record<Filter, FilterColumn>>
  sorts: readonly Sort[]
  /** The order when the request names none. */
  sort: readonly { column: Sort; direction: 'asc' | 'desc' }[]
}

/** One condition; all of a list's conditions hold together. `$in` and `$notIn` carry an array, `$null` and `$notNull` a boolean. */
export interface Condition<Filter extends string = string> {
  column: Filter
  operator: Operator
  value: unknown
}

/** A list request, understood. */
export interface ListQuery<Filter extends string = string, Sort extends string = string> {
  filters: Condition<Filter>[]
  sort: { column: Sort; direction: 'asc' | 'desc' }[]
  page: number
  pageSize: number
  withCount: boolean
}

const PAGE_SIZE = 25
const PAGE_SIZE_MAX = 100
/** A page further down would make the database count through more rows than a district has. */
const PAGE_MAX = 100_000
const IN_MAX = 100
const SORTS_MAX = 4

const Pagination = z.strictObject({
  page: integer.pipe(z.int().min(1).max(PAGE_MAX)).default(1),
  pageSize: integer.pipe(z.int().min(1).max(PAGE_SIZE_MAX)).default(PAGE_SIZE),
  withCount: flag.default(true),
})

/**
 * Strapi's `filters`, `sort` and `pagination` of an address (as qs reads it) on the columns of `spec`. An unknown
 * parameter, column or operator, or a value of the wrong type, is refused with its path. `$and` is understood, being
 * what the list means anyway; `$or` and `$not` are not.
 */
export function parseQueryList<Filter extends string, Sort extends string>(
  spec: ListSpec<Filter, Sort>,
  query: unknown,
): Result<ListQuery<Filter, Sort>, 'invalid'> {
  const errors: InputError[] = []
  const { filters, sort, pagination, ...others } = isObject(query) ? query : {}
  for (const name of Object.keys(others)) errors.push(unknownName([name], 'parameter'))
  const conditions: Condition<Filter>[] = []
  readFilters(spec, filters ?? {}, ['filters'], { conditions, errors })
  const sorted = readSort(spec, sort, errors)
  const pages = Pagination.safeParse(pagination ?? {})
  if (!pages.success) errors.push(...paginationErrors(pages.error))
  if (errors.length > 0 || !pages.success) return invalid(errors)
  return ok({ filters: conditions, sort: sorted, ...pages.data })
}

interface Found<Filter extends string> {
  conditions: Condition<Filter>[]
  errors: InputError[]
}

function readFilters<Filter extends string>(
  spec: ListSpec<Filter, string>,
  filters: unknown,
  path: readonly string[],
  found: Found<Filter>,
): void {
  if (!isObject(filters)) {
    found.errors.push({ path: [...path], message: 'Expected columns', code: 'invalid_type' })
    return
  }
  for (const [name, comparison] of Object.entries(filters)) {
    const at = [...path, name]
    if (name === '$and' && path.length === 1) {
      const parts: unknown[] = Array.isArray(comparison) ? comparison : [comparison]
      for (const [index, part] of parts.entries()) readFilters(spec, part, [...at, String(index)], found)
    } else if (isKeyOf(spec.filters, name)) {
      readComparison(name, spec.filters[name], comparison, at, found)
    } else {
      found.errors.push(unknownName(at, 'column'))
    }
  }
}

function readComparison<Filter extends string>(
  column: Filter,
  kind: FilterColumn,
  comparison: unknown,
  path: readonly string[],
  found: Found<Filter>,
): void {
  // Strapi's short forms: `filters[state]=placed` means $eq, and several values mean $in.
  const byOperator = isObject(comparison) ? comparison : { [Array.isArray(comparison) ? '$in' : '$eq']: comparison }
  for (const [name, raw] of Object.entries(byOperator)) {
    const at = [...path, name]
    const operator = kind.operators.find((known) => known === name)
    if (operator === undefined) {
      found.errors.push(unknownName(at, 'operator'))
      continue
    }
    const value = valueSchema(kind, operator).safeParse(raw)
    if (value.success) found.conditions.push({ column, operator, value: value.data })
    else found.errors.push(...value.error.issues.map(({ message, code }) => ({ path: at, message, code })))
  }
}

function valueSchema(kind: FilterColumn, operator: Operator): z.ZodType {
  switch (operator) {
    case '$null':
    case '$notNull':
      return flag
    case '$in':
    case '$notIn':
      return z.preprocess((raw): unknown => (Array.isArray(raw) ? raw : [raw]), z.array(kind.value).min(1).max(IN_MAX))
    case '$contains':
    case '$startsWith':
      return text
    default:
      return kind.value
  }
}

function readSort<Sort extends string>(
  spec: ListSpec<string, Sort>,
  sort: unknown,
  errors: InputError[],
): ListQuery<string, Sort>['sort'] {
  if (sort === undefined || sort === '') return [...spec.sort]
  const terms = (Array.isArray(sort) ? sort : [sort]).flatMap((term) =>
    typeof term === 'string' ? term.split(',') : [null],
  )
  if (terms.length > SORTS_MAX) {
    errors.push({ path: ['sort'], message: `At most ${SORTS_MAX} columns`, code: 'too_big' })
    return []
  }
  return terms.flatMap((term) => {
    const [name = '', direction = 'asc', ...rest] = (term ?? '').trim().split(':')
    const column = spec.sorts.find((known) => known === name)
    if (column !== undefined && (direction === 'asc' || direction === 'desc') && rest.length === 0) {
      return [{ column, direction }]
    }
    errors.push(unknownName(['sort', term ?? ''], 'sort'))
    return []
  })
}

function paginationErrors(error: z.ZodError): InputError[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownName(['pagination', key], 'parameter'))
      : [{ path: ['pagination', ...issue.path.map(String)], message: issue.message, code: issue.code }],
  )
}

function unknownName(path: readonly string[], what: string): InputError {
  return { path: [...path], message: `Unknown ${what}: ${JSON.stringify(path.at(-1))}`, code: `unknown_${what}` }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isKeyOf<Key extends string>(record: Readonly<Record<Key, unknown>>, name: string): name is Key {
  return Object.hasOwn(record, name)
}
