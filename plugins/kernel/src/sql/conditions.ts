import type { Condition, Operator } from '../list-query'

/** A condition in SQL with what it binds. */
export interface Sql {
  text: string
  bindings: unknown[]
}

/** What holds of every row, and of none. */
export const EVERYTHING: Sql = { text: '1 = 1', bindings: [] }
export const NOTHING: Sql = { text: '1 = 0', bindings: [] }

/** What holds when all parts do; of no parts, always. */
export function allOf(parts: readonly Sql[]): Sql {
  return parts.length === 0 ? EVERYTHING : joined(parts, ' and ')
}

/** What holds when any of the parts does, in parentheses; of no parts, never. */
export function anyOf(parts: readonly Sql[]): Sql {
  if (parts.length === 0) return NOTHING
  const { text, bindings } = joined(parts, ' or ')
  return { text: `(${text})`, bindings }
}

function joined(parts: readonly Sql[], by: string): Sql {
  return { text: parts.map(({ text }) => text).join(by), bindings: parts.flatMap(({ bindings }) => bindings) }
}

/** How the columns of a list are named in its query, by the contract's names. */
export type ConditionColumns<Filter extends string> = Readonly<Record<Filter, string>>

const COMPARE: Partial<Record<Operator, string>> = { $eq: '=', $ne: '<>', $lt: '<', $lte: '<=', $gt: '>', $gte: '>=' }

/** The filters of a list, all of them together. Moments come as milliseconds and are bound as dates. */
export function conditionsSql<Filter extends string>(
  conditions: readonly Condition<Filter>[],
  columns: ConditionColumns<Filter>,
  { instants }: { instants: ReadonlySet<Filter> },
): Sql {
  return allOf(conditions.map((condition) => conditionSql(condition, columns[condition.column], instants)))
}

function conditionSql<Filter extends string>(
  { column, operator, value }: Condition<Filter>,
  name: string,
  instants: ReadonlySet<Filter>,
): Sql {
  const bound = (one: unknown) => (instants.has(column) && typeof one === 'number' ? new Date(one) : one)
  switch (operator) {
    case '$null':
    case '$notNull':
      return { text: `${name} is ${(operator === '$null') === value ? '' : 'not '}null`, bindings: [] }
    case '$in':
    case '$notIn': {
      const values = (value as unknown[]).map(bound)
      const list = values.map(() => '?').join(', ')
      return { text: `${name} ${operator === '$in' ? 'in' : 'not in'} (${list})`, bindings: values }
    }
    case '$contains':
    case '$startsWith': {
      const pattern = String(value).replace(/[\\%_]/g, '\\$&') + '%'
      return { text: `${name} like ? escape '\\'`, bindings: [operator === '$contains' ? `%${pattern}` : pattern] }
    }
    default:
      return { text: `${name} ${COMPARE[operator] ?? '='} ?`, bindings: [bound(value)] }
  }
}
