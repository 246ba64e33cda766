import type { Resource, ScopeColumn } from '@practice/kernel'
import { MASTER_TYPES } from './master-types'

/** How the rows of a type are bounded. */
export interface Boundary {
  /** The resource of permissions.md, or `own account` for user accounts, or `closed` for what no person reads. */
  rows: Resource | 'own account' | 'closed'
  /** Attributes that stand for a scope's column where they are named otherwise. */
  columns: Readonly<Partial<Record<ScopeColumn, string>>>
  /** Written by the system alone: the panel reads it, and nobody else changes it. */
  isProtected: boolean
}

const closed: Boundary = { rows: 'closed', columns: {}, isProtected: true }

/** The types that exist today; plugins that come later add theirs through the `boundaries` service. */
export const BOUNDARIES: Readonly<Record<string, Boundary>> = {
  ...Object.fromEntries(
    Object.entries(MASTER_TYPES).flatMap(([uid, { resource }]) =>
      resource === null ? [] : [[uid, { rows: resource, columns: columnsOf(resource), isProtected: false }]],
    ),
  ),
  'plugin::users-permissions.user': { rows: 'own account', columns: {}, isProtected: false },
  'plugin::dispatch.order': { rows: 'order', columns: {}, isProtected: true },
  'plugin::dispatch.order-event': closed,
  'plugin::dispatch.order-pool': closed,
  'plugin::access.audit-entry': { rows: 'audit', columns: {}, isProtected: true },
  'plugin::access.idempotency-key': closed,
  'plugin::access.file-claim': closed,
  'plugin::access.list-view': closed,
  'plugin::access.login-attempt': closed,
  'plugin::access.notification': closed,
  'plugin::access.notification-choice': closed,
}

/** A household's own code is what other rows call its household. */
function columnsOf(resource: Resource): Boundary['columns'] {
  return resource === 'household' ? { householdCode: 'code' } : {}
}
