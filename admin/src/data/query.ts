import type { CrudFilter, CrudFilters, CrudSort } from '@refinedev/core'

/** A condition in Strapi's syntax: `{state: {$in: […]}}`. */
export interface StrapiFilter {
  [key: string]: unknown
}

type Condition = (value: unknown) => StrapiFilter

const says =
  (operator: string): Condition =>
  (value) => ({ [operator]: value })
const saysNot =
  (operator: string): Condition =>
  (value) => ({ $not: { [operator]: value } })

/** Strapi has no negated form of most operators: those become `$not`. */
const CONDITIONS = {
  eq: says('$eq'),
  ne: says('$ne'),
  eqs: says('$eq'),
  nes: says('$ne'),
  lt: says('$lt'),
  gt: says('$gt'),
  lte: says('$lte'),
  gte: says('$gte'),
  in: says('$in'),
  nin: says('$notIn'),
  ina: says('$in'),
  nina: says('$notIn'),
  contains: says('$containsi'),
  ncontains: says('$notContainsi'),
  containss: says('$contains'),
  ncontainss: says('$notContains'),
  between: says('$between'),
  nbetween: saysNot('$between'),
  null: () => ({ $null: true }),
  nnull: () => ({ $notNull: true }),
  startswith: says('$startsWithi'),
  nstartswith: saysNot('$startsWithi'),
  startswiths: says('$startsWith'),
  nstartswiths: saysNot('$startsWith'),
  endswith: says('$endsWithi'),
  nendswith: saysNot('$endsWithi'),
  endswiths: says('$endsWith'),
  nendswiths: saysNot('$endsWith'),
} as const satisfies Record<Exclude<CrudFilter['operator'], 'or' | 'and'>, Condition>

const ONE_OF = ['in', 'ina'] as const
const NONE_OF = ['nin', 'nina'] as const

/** Every document has an id, so this holds for no row: what an empty `in` means. */
const NOTHING: StrapiFilter = { documentId: { $null: true } }

/**
 * Refine's filters in Strapi's syntax, all of which must hold. Conditions on different fields stand side by side; only
 * what would collide (two groups, or one operator twice on one field) is put under `$and`, because the hand-written
 * lists of the contract take plain conditions only.
 */
export function filtersOf(filters: CrudFilters): StrapiFilter {
  const conditions = filters.map(conditionOf).filter((condition) => condition !== null)
  const merged: StrapiFilter = {}
  const colliding: StrapiFilter[] = []
  for (const condition of conditions) {
    if (!merge(merged, condition)) colliding.push(condition)
  }
  return colliding.length === 0 ? merged : { ...merged, $and: colliding }
}

function conditionOf(filter: CrudFilter): StrapiFilter | null {
  if (filter.operator === 'or' || filter.operator === 'and') {
    const parts = (filter.value as CrudFilters).map(conditionOf).filter((part) => part !== null)
    if (parts.length > 0) return { [`$${filter.operator}`]: parts }
    return filter.operator === 'or' ? NOTHING : null
  }
  const { field, operator, value } = filter as { field: string; operator: keyof typeof CONDITIONS; value: unknown }
  if (value === undefined || value === '') return null
  const isEmpty = Array.isArray(value) && value.length === 0
  if (isEmpty && (ONE_OF as readonly string[]).includes(operator)) return NOTHING
  if (isEmpty && (NONE_OF as readonly string[]).includes(operator)) return null
  return nest(field, CONDITIONS[operator](value))
}

/** `site.code` becomes `{site: {code: …}}`. */
function nest(field: string, condition: StrapiFilter): StrapiFilter {
  return field.split('.').reduceRight<StrapiFilter>((inner, step) => ({ [step]: inner }), condition)
}

/** Adds a condition where its place is free; says whether it was. */
function merge(target: StrapiFilter, condition: StrapiFilter): boolean {
  const [key, value] = Object.entries(condition)[0] ?? []
  if (key === undefined) return true
  const present = target[key]
  if (present === undefined) {
    target[key] = { ...(value as StrapiFilter) }
    if (Array.isArray(value)) target[key] = value
    return true
  }
  if (Array.isArray(present) || Array.isArray(value)) return false
  const inner = value as StrapiFilter
  const taken = Object.keys(inner).some((name) => name in (present as StrapiFilter))
  if (!taken) Object.assign(present as StrapiFilter, inner)
  return !taken
}

/** Refine's sorters as `['deadline:asc', …]`. */
export function sortOf(sorters: readonly CrudSort[]): string[] {
  return sorters.map(({ field, order }) => `${field}:${order}`)
}
