import { createHash } from 'node:crypto'
import { isRole, type UserActor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'

const USER = 'plugin::users-permissions.user'
const PERMISSION = 'plugin::users-permissions.permission'
const ASSIGNMENT = 'api::assignment.assignment'

/** A user's row with its role, as Strapi gives it. */
export interface UserRow {
  id: number
  documentId: string
  username: string
  email: string
  password: string | null
  blocked: boolean | null
  confirmed: boolean | null
  provider: string | null
  displayName: string | null
  siteCode: string | null
  teamCode: string | null
  householdCode: string | null
  role: { id: number; type: string; name: string } | null
}

/** What a request needs to know of a signed-in user. */
export interface Account {
  user: UserRow
  /** Null when the role is none of the product's: such an account sees what the public sees. */
  actor: UserActor | null
  /** What a token has to carry to be this password's. */
  passwordMark: string
}

/** A short digest of the stored password hash, so that a token dies with the password it was issued for. */
export function passwordMarkOf(passwordHash: string | null): string {
  return createHash('sha256')
    .update(passwordHash ?? '')
    .digest('base64url')
    .slice(0, 16)
}

/** The account of a user id, or null. Reads past every scope: the caller runs it as the system. */
export async function loadAccount(strapi: Core.Strapi, userId: number): Promise<Account | null> {
  const user = (await strapi.db.query(USER).findOne({ where: { id: userId }, populate: ['role'] })) as UserRow | null
  if (user === null) return null
  return { user, actor: await actorOfRow(strapi, user), passwordMark: passwordMarkOf(user.password) }
}

/** The account that a login names, by username or e-mail address, or null. */
export async function findLogin(strapi: Core.Strapi, identifier: string): Promise<UserRow | null> {
  const where = { provider: 'local', $or: [{ email: identifier.toLowerCase() }, { username: identifier }] }
  return (await strapi.db.query(USER).findOne({ where, populate: ['role'] })) as UserRow | null
}

/** The actions that a role is granted; null asks for the public role's. */
export async function loadActions(strapi: Core.Strapi, roleId: number | null): Promise<ReadonlySet<string>> {
  const where = { role: roleId === null ? { type: 'public' } : { id: roleId } }
  const rows = (await strapi.db.query(PERMISSION).findMany({ where, select: ['action'] })) as { action: string }[]
  return new Set(rows.map((row) => row.action))
}

async function actorOfRow(strapi: Core.Strapi, user: UserRow): Promise<UserActor | null> {
  const role = user.role?.type
  if (!isRole(role)) return null
  return {
    kind: 'user',
    userId: user.id,
    username: user.username,
    displayName: user.displayName ?? user.username,
    role,
    siteCode: user.siteCode ?? null,
    teamCode: user.teamCode ?? null,
    householdCode: user.householdCode ?? null,
    assignedSiteCodes: role === 'leader' ? await assignedSites(strapi, user.username) : [],
  }
}

async function assignedSites(strapi: Core.Strapi, username: string): Promise<string[]> {
  const query = { where: { leaderUsername: username }, select: ['siteCode'] }
  const rows = (await strapi.db.query(ASSIGNMENT).findMany(query)) as { siteCode: string | null }[]
  return [...new Set(rows.flatMap((row) => (row.siteCode === null ? [] : [row.siteCode])))]
}
