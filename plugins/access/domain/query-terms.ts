/** Whether a value is a plain set of named values. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The terms of a sort in any of Strapi's ways of writing it, or null when it is none of them. */
export function sortTermsOf(sort: unknown): { name: string; direction: string }[] | null {
  if (typeof sort === 'string') return sort.split(',').map(termOf)
  if (Array.isArray(sort)) {
    const terms = sort.map(sortTermsOf)
    return terms.some((term) => term === null) ? null : terms.flatMap((term) => term ?? [])
  }
  if (!isObject(sort)) return null
  return Object.entries(sort).map(([name, direction]) => ({
    name,
    direction: typeof direction === 'string' ? direction : '',
  }))
}

function termOf(term: string): { name: string; direction: string } {
  const [name = '', ...direction] = term.trim().split(':')
  return { name, direction: direction.length === 0 ? 'asc' : direction.join(':') }
}

/** Names written as `a,b` or as a list, or null when it is neither. */
export function namesOf(value: unknown): string[] | null {
  if (typeof value === 'string') return value.split(',').map((name) => name.trim())
  if (!Array.isArray(value) || !value.every((name) => typeof name === 'string')) return null
  return value.flatMap((name) => name.split(',')).map((name) => name.trim())
}
