import type { InputError } from '@practice/kernel'
import { comparable, problem, type Asked } from './asked'
import { checkFilters } from './filter-check'
import { attributeOf, kindOf, targetOf } from './model'
import { isObject, namesOf, sortTermsOf } from './query-terms'
import { includes } from './visibility'

/** How a query is checked. */
export interface QueryRules {
  /** The type with this uid, as the actor may ask about it; null for types that nobody reads through a relation. */
  asked(uid: string): Asked | null
  /** Whether the actor may see drafts of the type. */
  mayDraft: boolean
}

const PARAMETERS = [
  'filters',
  'sort',
  'fields',
  'populate',
  'pagination',
  'status',
  'hasPublishedVersion',
  '_q',
] as const
const DEPTH_MAX = 4
const PAGE_MAX = 100_000
const PAGE_SIZE_MAX = 100
const SORTS_MAX = 4
const SEARCH_MAX = 100

/**
 * What is wrong with a query of a core route: parameters, columns and operators that are not the type's own, and every
 * walk through a relation in a filter or a sort, which would tell of rows that one may not read.
 */
export function checkQuery(query: Readonly<Record<string, unknown>>, uid: string, rules: QueryRules): InputError[] {
  const asked = rules.asked(uid)
  if (asked === null) return [problem([], 'Not to be read', 'invalid_key')]
  const unknown = Object.keys(query)
    .filter((name) => !(PARAMETERS as readonly string[]).includes(name))
    .map((name) => problem([name], `Unknown parameter: ${JSON.stringify(name)}`, 'unknown_parameter'))
  return [
    ...unknown,
    ...checkSearch(query._q),
    ...checkStatus(query.status, asked, rules),
    ...checkVersions(query.hasPublishedVersion, asked, rules),
    ...checkPagination(query.pagination),
    ...checkSelection(query, asked, rules, [], 0),
  ]
}

type Selection = Readonly<Record<string, unknown>>

function checkSelection(
  query: Selection,
  asked: Asked,
  rules: QueryRules,
  path: readonly string[],
  depth: number,
): InputError[] {
  return [
    ...checkFilters(query.filters, asked, [...path, 'filters']),
    ...checkSort(query.sort, asked, [...path, 'sort']),
    ...checkFields(query.fields, asked, [...path, 'fields']),
    ...checkPopulate(query.populate, asked, rules, [...path, 'populate'], depth),
  ]
}

function checkSearch(search: unknown): InputError[] {
  if (search === undefined || (typeof search === 'string' && search.length <= SEARCH_MAX)) return []
  return [problem(['_q'], `Expected a text of at most ${SEARCH_MAX} characters`, 'invalid_type')]
}

function checkStatus(status: unknown, { model }: Asked, { mayDraft }: QueryRules): InputError[] {
  if (status === undefined || status === 'published') return []
  if (status !== 'draft' || !model.draftAndPublish)
    return [problem(['status'], 'Not a status of this type', 'invalid_value')]
  return mayDraft ? [] : [problem(['status'], 'Drafts are for their authors', 'role_not_allowed')]
}

/** Whether there is a published version beside a draft: for whoever sees drafts. */
function checkVersions(has: unknown, { model }: Asked, { mayDraft }: QueryRules): InputError[] {
  if (has === undefined) return []
  const path = ['hasPublishedVersion']
  const isFlag = has === 'true' || has === 'false'
  if (!isFlag || !model.draftAndPublish) return [problem(path, 'Not a question to this type', 'invalid_value')]
  return mayDraft ? [] : [problem(path, 'Drafts are for their authors', 'role_not_allowed')]
}

function checkPagination(pagination: unknown): InputError[] {
  if (pagination === undefined) return []
  if (!isObject(pagination)) return [problem(['pagination'], 'Expected page and pageSize', 'invalid_type')]
  return Object.entries(pagination).flatMap(([name, value]) => {
    const path = ['pagination', name]
    if (name === 'page')
      return isWhole(value, PAGE_MAX) ? [] : [problem(path, `Expected 1 to ${PAGE_MAX}`, 'invalid_value')]
    if (name === 'pageSize') {
      return isWhole(value, PAGE_SIZE_MAX) ? [] : [problem(path, `Expected 1 to ${PAGE_SIZE_MAX}`, 'invalid_value')]
    }
    if (name === 'withCount') {
      const known = ['true', 'false', '1', '0', 't', 'f'].includes(String(value)) && !isObject(value)
      return known ? [] : [problem(path, 'Expected true or false', 'invalid_value')]
    }
    return [problem(path, `Unknown parameter: ${JSON.stringify(name)}`, 'unknown_parameter')]
  })
}

function isWhole(value: unknown, max: number): boolean {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= max
}

function checkSort(sort: unknown, asked: Asked, path: readonly string[]): InputError[] {
  if (sort === undefined || sort === '') return []
  const terms = sortTermsOf(sort)
  if (terms === null || terms.length > SORTS_MAX) {
    return [problem(path, `Expected at most ${SORTS_MAX} columns, each "name:asc" or "name:desc"`, 'invalid_type')]
  }
  return terms.flatMap(({ name, direction }) => {
    if (comparable(asked, name) === null) return [problem([...path, name], 'Not a column to sort by', 'invalid_key')]
    return /^(asc|desc)$/i.test(direction) ? [] : [problem([...path, name], 'Expected asc or desc', 'invalid_value')]
  })
}

function checkFields(fields: unknown, asked: Asked, path: readonly string[]): InputError[] {
  if (fields === undefined || fields === '*') return []
  const names = namesOf(fields)
  if (names === null) return [problem(path, 'Expected names of columns', 'invalid_type')]
  return names.flatMap((name) => {
    const attribute = attributeOf(asked.model, name)
    const known =
      name === '*' || (attribute !== null && kindOf(attribute) !== 'relation' && includes(asked.columns, name))
    return known ? [] : [problem([...path, name], `Not a column: ${JSON.stringify(name)}`, 'invalid_key')]
  })
}

function checkPopulate(
  populate: unknown,
  asked: Asked,
  rules: QueryRules,
  path: readonly string[],
  depth: number,
): InputError[] {
  if (populate === undefined || populate === '*' || populate === '') return []
  if (depth >= DEPTH_MAX) return [problem(path, `Nested deeper than ${DEPTH_MAX}`, 'too_deep')]
  const names = namesOf(populate)
  if (names !== null) {
    return names.flatMap((name) =>
      checkDotted(name === '*' ? [] : name.split('.'), asked, rules, [...path, name], depth),
    )
  }
  if (!isObject(populate)) return [problem(path, 'Expected names of relations', 'invalid_type')]
  return Object.entries(populate).flatMap(([name, inner]) => {
    const at = [...path, name]
    const target = relationTarget(name, asked, rules)
    return target === null ? [notRelation(at)] : checkPopulated(inner, target, rules, at, depth + 1)
  })
}

/** `parent.children` is `parent` with its `children`. */
function checkDotted(
  names: readonly string[],
  asked: Asked,
  rules: QueryRules,
  path: readonly string[],
  depth: number,
): InputError[] {
  const [first, ...rest] = names
  if (first === undefined) return []
  if (depth >= DEPTH_MAX) return [problem(path, `Nested deeper than ${DEPTH_MAX}`, 'too_deep')]
  const target = relationTarget(first, asked, rules)
  return target === null ? [notRelation(path)] : checkDotted(rest, target, rules, path, depth + 1)
}

const POPULATED = ['fields', 'filters', 'sort', 'populate'] as const

function checkPopulated(
  inner: unknown,
  target: Asked,
  rules: QueryRules,
  path: readonly string[],
  depth: number,
): InputError[] {
  if (inner === true || inner === 'true' || inner === '*') return []
  if (!isObject(inner)) return [problem(path, 'Expected true or a selection', 'invalid_type')]
  const unknown = Object.keys(inner)
    .filter((name) => !(POPULATED as readonly string[]).includes(name))
    .map((name) => problem([...path, name], `Unknown parameter: ${JSON.stringify(name)}`, 'unknown_parameter'))
  return [...unknown, ...checkSelection(inner, target, rules, path, depth)]
}

function relationTarget(name: string, asked: Asked, rules: QueryRules): Asked | null {
  const attribute = attributeOf(asked.model, name)
  if (attribute === null || !includes(asked.columns, name)) return null
  const target = targetOf(attribute)
  return target === null ? null : rules.asked(target)
}

function notRelation(path: readonly string[]): InputError {
  return problem(path, `Not a relation: ${JSON.stringify(path.at(-1))}`, 'invalid_key')
}
