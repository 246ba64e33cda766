import { DEFAULT_DEMO_PASSWORD, DEMO_ACCOUNTS } from '@practice/seeds'
import type { Core } from '@strapi/strapi'
import { ROLE_NAMES } from '../permissions'

const NAME_WIDTH = 20

/** Prints where the server is and, while the sample accounts are there, how to sign in. */
export async function announce(
  strapi: Core.Strapi,
  port: number,
  built: { console: boolean; panel: boolean },
): Promise<void> {
  const address = `http://localhost:${port}`
  const lines = ['', `  文明实践台  ${address}/${built.console ? '' : '  (console not built: API only)'}`]
  if (built.panel) lines.push(`  Strapi panel ${address}/cms-admin`)
  if (await hasDemoAccounts(strapi)) lines.push('', ...demoLines())
  console.log([...lines, ''].join('\n'))
}

function demoLines(): string[] {
  const password = process.env.DEMO_PASSWORD ?? DEFAULT_DEMO_PASSWORD
  return [
    `  Sample accounts, password ${password}:`,
    ...DEMO_ACCOUNTS.map(
      ({ username, role, displayName, siteCode }) =>
        `    ${username.padEnd(NAME_WIDTH)}${ROLE_NAMES[role].name} ${displayName}  ${siteCode}`,
    ),
  ]
}

async function hasDemoAccounts(strapi: Core.Strapi): Promise<boolean> {
  const usernames = DEMO_ACCOUNTS.map(({ username }) => username)
  const row: unknown = await strapi.db.connection('up_users').whereIn('username', usernames).first('id')
  return row !== undefined
}
