import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { closeSampleAccounts, objectionsToAccounts, objectionsToSettings } from '@practice/cms/production'
import { app } from '../support/api'

const GOOD = {
  APP_KEYS: 'fB3kq9ZpLw2xVt7n,Xc5mR8sJd1hYg4uQ',
  API_TOKEN_SALT: 'fB3kq9ZpLw2xVt7n',
  ADMIN_JWT_SECRET: 'fB3kq9ZpLw2xVt7n',
  TRANSFER_TOKEN_SALT: 'fB3kq9ZpLw2xVt7n',
  JWT_SECRET: 'fB3kq9ZpLw2xVt7n',
  ENCRYPTION_KEY: 'fB3kq9ZpLw2xVt7n',
}

describe('with NODE_ENV=production', () => {
  test('random secrets are fine', () => expect(objectionsToSettings(GOOD)).toEqual([]))

  test.each`
    name            | value                            | why
    ${'JWT_SECRET'} | ${undefined}                     | ${'missing'}
    ${'JWT_SECRET'} | ${'short'}                       | ${'short'}
    ${'JWT_SECRET'} | ${'change-me-change-me'}         | ${'a placeholder of .env.example'}
    ${'APP_KEYS'}   | ${'toBeModified1,toBeModified2'} | ${'a placeholder of Strapi’s'}
    ${'APP_KEYS'}   | ${'fB3kq9ZpLw2xVt7n,'}           | ${'one key of two is empty'}
  `('$name, $why: refused, and said how to mend', ({ name, value }: { name: string; value: string | undefined }) => {
    const [objection] = objectionsToSettings({ ...GOOD, [name]: value })
    expect(objection?.what).toContain(name)
    expect(objection?.mend).toContain('secrets.mjs')
  })

  test('accounts that open with the demo password are refused until they are closed', async () => {
    const [objection] = await objectionsToAccounts(app())
    expect(objection?.what).toContain('county-dispatcher')
    expect(objection?.mend).toContain('--close-demo')
    const users = () => app().db.connection('up_users')
    await closeSampleAccounts(app())
    try {
      expect(await objectionsToAccounts(app())).toEqual([])
    } finally {
      await users().update({ blocked: false })
    }
  })

  test('the server ends before it loads anything when a secret is missing', () => {
    const root = path.resolve(__dirname, '..', '..')
    const { status, stderr } = spawnSync(process.execPath, ['.scripts/start.mjs'], {
      cwd: root,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...GOOD, JWT_SECRET: 'change-me-change-me' },
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(stderr).toContain('JWT_SECRET')
  })
})
