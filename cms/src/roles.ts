import type { Core } from '@strapi/strapi'
import { GRANTS, ROLE_NAMES } from './permissions'

const ROLE = 'plugin::users-permissions.role'
const PERMISSION = 'plugin::users-permissions.permission'

interface RoleRow {
  id: number
  type: string
  name: string
  description: string | null
  permissions: { id: number; action: string }[]
}

/**
 * Brings the roles of users-permissions and what they may call to the table in `permissions.ts`: what is missing is
 * added, what is not in the table is taken away. Strapi's default role `authenticated` may do nothing. Writes only
 * differences, so that a start which changes nothing writes nothing.
 */
export async function bringRoles(strapi: Core.Strapi): Promise<void> {
  for (const [type, { name, description }] of Object.entries(ROLE_NAMES))
    await bringRole(strapi, type, name, description)
  const roles = (await strapi.db.query(ROLE).findMany({ populate: { permissions: true } })) as RoleRow[]
  for (const role of roles) await bringGrants(strapi, role, new Set(GRANTS[role.type] ?? []))
  await closeRegistration(strapi)
}

async function bringRole(strapi: Core.Strapi, type: string, name: string, description: string): Promise<void> {
  const role = (await strapi.db.query(ROLE).findOne({ where: { type } })) as RoleRow | null
  if (role === null) {
    await strapi.db.query(ROLE).create({ data: { type, name, description } })
  } else if (role.name !== name || role.description !== description) {
    await strapi.db.query(ROLE).update({ where: { id: role.id }, data: { name, description } })
  }
}

async function bringGrants(strapi: Core.Strapi, role: RoleRow, wanted: ReadonlySet<string>): Promise<void> {
  const held = new Set<string>()
  for (const { id, action } of role.permissions) {
    if (wanted.has(action) && !held.has(action)) held.add(action)
    else await strapi.db.query(PERMISSION).delete({ where: { id } })
  }
  for (const action of wanted) {
    if (!held.has(action)) await strapi.db.query(PERMISSION).create({ data: { action, role: role.id } })
  }
}

/** Accounts are given out by the tier above; nobody makes one for themselves. */
async function closeRegistration(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'users-permissions' })
  const advanced = (await store.get({ key: 'advanced' })) as Record<string, unknown>
  if (advanced.allow_register !== false)
    await store.set({ key: 'advanced', value: { ...advanced, allow_register: false } })
}
