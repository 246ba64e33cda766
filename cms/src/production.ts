import { DEFAULT_DEMO_PASSWORD, DEMO_ACCOUNTS } from '@practice/seeds'
import type { Core } from '@strapi/strapi'
import { weakSecrets } from './secrets'

/** Why a production server must not start, in words that say how to mend it. */
export interface Objection {
  what: string
  mend: string
}

/** What is wrong with the settings, before anything is loaded. */
export function objectionsToSettings(environment: Readonly<Record<string, string | undefined>>): Objection[] {
  const weak = weakSecrets(environment)
  if (weak.length === 0) return []
  return [
    {
      what: `These secrets are missing, short or placeholders: ${weak.join(', ')}`,
      mend: 'Run `node .scripts/secrets.mjs` to write random ones into .env, or set them in the environment.',
    },
  ]
}

/** What is wrong with the database: sample accounts that open with a password which stands in the documentation. */
export async function objectionsToAccounts(strapi: Core.Strapi): Promise<Objection[]> {
  const passwords = [...new Set([DEFAULT_DEMO_PASSWORD, process.env.DEMO_PASSWORD ?? DEFAULT_DEMO_PASSWORD])]
  const users = strapi.plugin('users-permissions').service('user') as PasswordCheck
  const open: string[] = []
  for (const { username, password } of await openSampleAccounts(strapi)) {
    const matches = await Promise.all(passwords.map((known) => users.validatePassword(known, password)))
    if (matches.includes(true)) open.push(username)
  }
  if (open.length === 0) return []
  return [
    {
      what: `These sample accounts open with the demo password: ${open.join(', ')}`,
      mend:
        'Run `npm run seed -- --close-demo` to close them, or begin with an empty database: ' +
        '`npm run seed -- --district <code> --divisions <csv>`.',
    },
  ]
}

interface PasswordCheck {
  validatePassword(password: string, hash: string): Promise<boolean>
}

interface SampleAccount {
  id: number
  username: string
  password: string
}

/** Accounts that the sample made, by their mark or by a name of the contract's. */
const sampleAccounts = (strapi: Core.Strapi) =>
  strapi.db.connection('up_users').where((sample) => {
    const usernames = DEMO_ACCOUNTS.map(({ username }) => username)
    void sample.where('sample', true).orWhereIn('username', usernames)
  })

async function openSampleAccounts(strapi: Core.Strapi): Promise<SampleAccount[]> {
  const rows: unknown = await sampleAccounts(strapi)
    .select('id', 'username', 'password')
    .whereNotNull('password')
    .andWhere((open) => void open.whereNull('blocked').orWhere('blocked', false))
  return rows as SampleAccount[]
}

/** Blocks every sample account, so that nobody signs in with a password that stands in the documentation. */
export async function closeSampleAccounts(strapi: Core.Strapi): Promise<number> {
  return sampleAccounts(strapi).update({ blocked: true })
}
