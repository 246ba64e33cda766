import { randomBytes } from 'node:crypto'
import type { Core, UID } from '@strapi/types'
import type { DemoAccount } from './accounts'
import { fill, type Table } from './store'

const USER: UID.ContentType = 'plugin::users-permissions.user'

interface UserSeed extends DemoAccount {
  /** As it is kept, hashed. */
  password: string
  sample: boolean
}

const USERS: Table<UserSeed> = {
  uid: USER,
  key: ['username'],
  keyOf: (user) => user.username,
  rowOf: ({ role: _role, ...user }) => ({
    ...user,
    // Nobody reads mail here; the name space `.invalid` never resolves.
    email: `${user.username}@practice.invalid`,
    provider: 'local',
    confirmed: true,
    blocked: false,
  }),
  links: [{ attribute: 'role', target: 'plugin::users-permissions.role', by: 'type', codeOf: (user) => user.role }],
}

interface UserService {
  ensureHashedPasswords(values: { password: string }): Promise<{ password: string }>
}

/** Makes the accounts that are not there yet, all with one password. Answers how many. */
export async function fillAccounts(
  strapi: Core.Strapi,
  accounts: readonly DemoAccount[],
  { password, sample }: { password: string; sample: boolean },
): Promise<number> {
  const rows = (await strapi.db.query(USER).findMany({ select: ['username'] })) as { username: string }[]
  const known = new Set(rows.map((row) => row.username))
  const users = strapi.plugin('users-permissions').service('user') as UserService
  const seeds: UserSeed[] = []
  for (const account of accounts.filter(({ username }) => !known.has(username))) {
    const hashed = await users.ensureHashedPasswords({ password })
    seeds.push({ ...account, password: hashed.password, sample })
  }
  return fill(strapi, USERS, seeds)
}

const PASSWORD_BYTES = 15

/** A password that nobody can guess: twenty characters of base64url. */
export function randomPassword(): string {
  return randomBytes(PASSWORD_BYTES).toString('base64url')
}
