import type { CrudFilter } from '@refinedev/core'

/** China has kept one clock since 1991. */
const CHINA = '+08:00'

/** Filters by days of China, `2026-11-25`, both included; null leaves that side open. */
export function dayFilters(from: string | null, until: string | null): CrudFilter[] {
  const filters: CrudFilter[] = []
  if (from !== null) filters.push({ field: 'at', operator: 'gte', value: instantOf(from, '00:00:00.000') })
  if (until !== null) filters.push({ field: 'at', operator: 'lte', value: instantOf(until, '23:59:59.999') })
  return filters
}

function instantOf(day: string, time: string): string {
  return new Date(`${day}T${time}${CHINA}`).toISOString()
}
