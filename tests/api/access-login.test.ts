import { app, asSystem, callerWith, nobody, onPostgres } from '../support/api'
import { makeTowns, PASSWORD, type Town } from './scope-towns'

let a: Town

beforeAll(async () => {
  ;({ a } = await makeTowns('640483'))
})

const attempt = (identifier: string, password: string) => nobody().post('/api/auth/local', { identifier, password })
const statusOf = async (identifier: string, password: string) => (await attempt(identifier, password)).status

describe('signing in', () => {
  test('gives a token and one self, by name or address, and nothing of the account beside it', async () => {
    const { username } = a.users.leader
    const reply = await attempt(username, PASSWORD)
    expect(reply.status).toBe(200)
    const { jwt, user } = reply.body as { jwt: string; user: object }
    expect(Object.keys(user).sort()).toEqual(['displayName', 'documentId', 'email', 'id', 'username'])
    expect((await callerWith(jwt).get('/api/access/me')).status).toBe(200)
    expect(await statusOf(`${username}@EXAMPLE.invalid`, PASSWORD)).toBe(200)
  })

  test('fails alike whether or not there is such an account', async () => {
    const [wrong, absent] = [await attempt(a.users.leader.username, 'wrong'), await attempt('nobody-at-all', 'wrong')]
    expect(wrong.status).toBe(400)
    expect(wrong.body).toEqual(absent.body)
    expect((wrong.body as { error: { details: object } }).error.details).toEqual({ code: 'invalid_credentials' })
  })

  test('takes about as long whether or not there is such an account', async () => {
    const time = async (identifier: string) => {
      const start = performance.now()
      await attempt(identifier, 'wrong')
      return performance.now() - start
    }
    const { username } = a.users['points-reviewer']
    // The shorter of two, because another process may hold one of them up.
    const known = Math.min(await time(username), await time(username))
    const unknown = Math.min(await time('nobody-at-all-2'), await time('nobody-at-all-2'))
    expect(unknown).toBeGreaterThan(known / 4)
  })

  test('is locked after five failures in a row, for this account from this address', async () => {
    const { username } = a.users['county-editor']
    for (let failure = 0; failure < 5; failure++) expect(await statusOf(username, 'wrong')).toBe(400)
    const locked = await attempt(username, PASSWORD)
    expect(locked.status).toBe(429)
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0)
    expect((locked.body as { error: { details: object } }).error.details).toMatchObject({ code: 'throttled' })
    expect(await statusOf(a.users['town-officer'].username, PASSWORD)).toBe(200)
    // When the lock is over, the count begins anew.
    const db = app().db.connection
    await db('access_login_attempts')
      .where('failures', '>=', 5)
      .update({ last_at: onPostgres ? '1970-01-01' : 0 })
    expect(await statusOf(username, 'wrong')).toBe(400)
    expect(await statusOf(username, PASSWORD)).toBe(200)
  })

  test('counts the name and the e-mail address of an account together', async () => {
    const { username } = a.users['village-admin']
    const email = `${username}@example.invalid`
    for (const identifier of [username, email, ` ${username}`, email.toUpperCase(), username.toUpperCase()]) {
      expect(await statusOf(identifier, 'wrong')).toBe(400)
    }
    expect([await statusOf(username, PASSWORD), await statusOf(email, PASSWORD)]).toEqual([429, 429])
  })

  test('is locked for unknown accounts as well', async () => {
    for (let failure = 0; failure < 5; failure++) expect(await statusOf('who-is-this', 'wrong')).toBe(400)
    expect(await statusOf('who-is-this', 'wrong')).toBe(429)
  })

  test('forgets failures on success', async () => {
    const { username } = a.users['points-supervisor']
    for (let failure = 0; failure < 4; failure++) expect(await statusOf(username, 'wrong')).toBe(400)
    expect(await statusOf(username, PASSWORD)).toBe(200)
    for (let failure = 0; failure < 4; failure++) expect(await statusOf(username, 'wrong')).toBe(400)
    expect(await statusOf(username, PASSWORD)).toBe(200)
  })

  test('lets no burst try more than five passwords', async () => {
    const { username } = a.users.resident
    const statuses = await Promise.all(Array.from({ length: 15 }, () => statusOf(username, 'wrong')))
    expect(statuses.filter((status) => status === 400)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  })

  test.each([
    [{}],
    [{ identifier: 'x' }],
    [{ identifier: ['x'], password: 'y' }],
    [{ identifier: { $ne: null }, password: 'y' }],
    [{ identifier: 'x', password: 'y', extra: 1 }],
    [{ identifier: 'x'.repeat(400), password: 'y' }],
    [{ identifier: 'a\u0000b', password: 'y' }],
  ])('refuses %j', async (body) => {
    const reply = await nobody().post('/api/auth/local', body)
    expect(reply.status).toBe(400)
    expect((reply.body as { error: { details: { errors: object[] } } }).error.details.errors.length).toBeGreaterThan(0)
  })

  test('is in the audit log, failures too', async () => {
    const entries = await asSystem(() =>
      app()
        .db.query('plugin::access.audit-entry')
        .findMany({ where: { subjectType: 'user', actor: a.users['points-supervisor'].username } }),
    )
    const acts = (entries as { action: string; address: string }[]).map(({ action }) => action)
    expect(acts).toContain('login')
    expect(acts).toContain('login_failed')
  })
})

describe('a token', () => {
  test('dies with the password', async () => {
    const { username } = a.users['team-leader']
    const { jwt } = (await attempt(username, PASSWORD)).body as { jwt: string }
    const change = (body: object) => callerWith(jwt).post('/api/auth/change-password', body)
    const password = 'Another-Password-2026'
    const wrong = { currentPassword: 'wrong', password, passwordConfirmation: password }
    expect((await change(wrong)).status).toBe(400)
    expect((await change({ ...wrong, currentPassword: PASSWORD, passwordConfirmation: 'x' })).status).toBe(400)
    expect((await change({ currentPassword: PASSWORD, password: 'short', passwordConfirmation: 'short' })).status).toBe(
      400,
    )
    const changed = await change({ ...wrong, currentPassword: PASSWORD })
    expect(changed.status).toBe(200)
    expect((await callerWith(jwt).get('/api/access/me')).status).toBe(401)
    const { jwt: fresh } = changed.body as { jwt: string }
    expect((await callerWith(fresh).get('/api/access/me')).status).toBe(200)
    expect(await statusOf(username, PASSWORD)).toBe(400)
    expect(await statusOf(username, password)).toBe(200)
  })

  test.each([['Bearer'], ['Bearer x'], ['Bearer a.b.c'], ['Basic eDp5'], ['Bearer null'], ['x']])(
    'that is none is refused: %s',
    async (header) => {
      const reply = await nobody().get('/api/sites').set('Authorization', header)
      expect(reply.status).toBe(401)
    },
  )

  test('does not open doors that are closed to its account', async () => {
    const { id, username } = a.users['points-reviewer']
    const { jwt } = (await attempt(username, PASSWORD)).body as { jwt: string }
    const block = (blocked: boolean) =>
      asSystem(() => app().db.query('plugin::users-permissions.user').update({ where: { id }, data: { blocked } }))
    await block(true)
    expect((await callerWith(jwt).get('/api/access/me')).status).toBe(401)
    expect(await statusOf(username, PASSWORD)).toBe(400)
    await block(false)
    expect((await callerWith(jwt).get('/api/access/me')).status).toBe(200)
  })
})
