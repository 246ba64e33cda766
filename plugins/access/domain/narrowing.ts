import { rangeOf, type Actor } from '@practice/kernel'
import { isObject, namesOf, sortTermsOf } from './query-terms'
import type { MasterType } from './master-types'
import { columnsOfEveryRow, includes, isOutsider } from './visibility'

type Query = Readonly<Record<string, unknown>>

/**
 * A checked query made safe to run: `_q` becomes a condition on the columns that the type says are searched; columns
 * that decide what may be shown are read along; and a question about a column that is hidden in rows above the actor's
 * site keeps to the actor's own site. `selection` is a query, or what is asked of a populated relation.
 */
export function narrowed(type: MasterType, actor: Actor, selection: Query): Record<string, unknown> {
  const { _q: search, ...rest } = selection
  const conditions: unknown[] = isObject(rest.filters) ? [rest.filters] : []
  if (typeof search === 'string' && search.trim() !== '') conditions.push(searchCondition(type, actor, search.trim()))
  if (asksBeyond(type, actor, selection) && actor.kind === 'user' && actor.siteCode !== null) {
    const { from, below } = rangeOf(actor.siteCode)
    conditions.push({ siteCode: { $gte: from, $lt: below } })
  }
  return { ...rest, ...filtersOf(conditions), ...fieldsOf(type, rest.fields) }
}

function filtersOf(conditions: readonly unknown[]): { filters?: unknown } {
  if (conditions.length === 0) return {}
  return { filters: conditions.length === 1 ? conditions[0] : { $and: conditions } }
}

function searchCondition(type: MasterType, actor: Actor, search: string): Query {
  const columns = isOutsider(actor)
    ? type.searched.filter((name) => includes(type.shown.public, name))
    : type.searched.filter((name) => includes(columnsOfEveryRow(type, actor), name))
  // Nothing to look into is nothing found.
  if (columns.length === 0) return { id: { $in: [-1] } }
  return { $or: columns.map((name) => ({ [name]: { $containsi: search } })) }
}

/** Whether a filter or a sort names a column that rows above the actor's site do not show. */
function asksBeyond(type: MasterType, actor: Actor, selection: Query): boolean {
  const everywhere = columnsOfEveryRow(type, actor)
  if (everywhere === 'all') return false
  const sorted = (sortTermsOf(selection.sort) ?? []).map((term) => term.name)
  return [...columnsIn(selection.filters), ...sorted].some((name) => name !== '' && !includes(everywhere, name))
}

function columnsIn(filters: unknown): string[] {
  if (!isObject(filters)) return []
  return Object.entries(filters).flatMap(([name, inner]) => {
    if (!name.startsWith('$')) return [name]
    return Array.isArray(inner) ? inner.flatMap(columnsIn) : columnsIn(inner)
  })
}

function fieldsOf(type: MasterType, fields: unknown): { fields?: string[] } {
  const names = namesOf(fields)
  if (names === null || names.includes('*')) return {}
  return { fields: [...new Set([...names, ...type.deciding])] }
}
