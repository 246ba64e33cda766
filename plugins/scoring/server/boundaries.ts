import { service, type Resource } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { contentTypes } from './content-types'

/** What Strapi's query layer bounds a type by; whatever is not named here, no person reads by it. */
const ROWS: Readonly<Record<string, { rows: Resource; columns?: { householdCode: string } }>> = {
  'rule-set': { rows: 'rule-set' },
  'point-rule': { rows: 'rule-set' },
  card: { rows: 'card' },
  record: { rows: 'record' },
  // Of many households at once: none of them reads the list, so that its own household stays empty.
  'record-import': { rows: 'record' },
  objection: { rows: 'record', columns: { householdCode: 'byHousehold' } },
  transfer: { rows: 'transfer' },
  shop: { rows: 'shop' },
  goods: { rows: 'shop' },
  redemption: { rows: 'redemption' },
  flag: { rows: 'flag' },
}

/** Draws the boundary of access around the tables of points; all of them are written by scoring alone. */
export function drawBoundaries(strapi: Core.Strapi): void {
  const boundaries = service(strapi, 'access', 'boundaries')
  for (const name of Object.keys(contentTypes)) {
    const { rows, columns } = ROWS[name] ?? { rows: 'closed' as const, columns: undefined }
    boundaries.add(`plugin::scoring.${name}`, { rows, columns: columns ?? {}, isProtected: true })
  }
}
