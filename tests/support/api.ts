import type { Core } from '@strapi/strapi'
import supertest, { type Test } from 'supertest'
import { DEFAULT_DEMO_PASSWORD } from '@practice/seeds'

/** The booted app (see `strapi-environment.ts`). */
export function app(): Core.Strapi {
  return (globalThis as unknown as { strapi: Core.Strapi }).strapi
}

/** Requests to the app without a user. */
export function nobody(): Caller {
  return callerWith(null)
}

/** Requests as one of the accounts, with a token as signing in gives it but without the cost of checking a password. */
export async function as(username: string): Promise<Caller> {
  return callerWith(await tokenOf(username))
}

/** A token of one of the accounts, for requests that go elsewhere than to this process. */
export async function tokenOf(username: string): Promise<string> {
  const user = (await asSystem(() =>
    app().db.query('plugin::users-permissions.user').findOne({ where: { username } }),
  )) as { id: number } | null
  if (user === null) throw new Error(`There is no account ${username}`)
  const jwt = app().plugin('users-permissions').service('jwt') as { issue(payload: { id: number }): string }
  return jwt.issue({ id: user.id })
}

/** Signs in through HTTP, as a person does, and gives the token. */
export async function login(username: string, password = DEFAULT_DEMO_PASSWORD): Promise<string> {
  const reply = await nobody().post('/api/auth/local', { identifier: username, password })
  if (reply.status !== 200) throw new Error(`${username} cannot sign in: ${reply.status} ${reply.text}`)
  return (reply.body as { jwt: string }).jwt
}

/** Requests of one person. A body is sent as it is; headers come last. */
export interface Caller {
  get(path: string): Test
  post(path: string, body?: object, headers?: Record<string, string>): Test
  put(path: string, body?: object): Test
  delete(path: string): Test
}

/** Requests with a token, or without one. */
export function callerWith(token: string | null): Caller {
  const agent = supertest(app().server.httpServer)
  const signed = (test: Test): Test => (token === null ? test : test.set('Authorization', `Bearer ${token}`))
  return {
    get: (path) => signed(agent.get(path)),
    post: (path, body = {}, headers = {}) => signed(agent.post(path)).set(headers).send(body),
    put: (path, body = {}) => signed(agent.put(path)).send(body),
    delete: (path) => signed(agent.delete(path)),
  }
}

/** Runs work past every scope: what a test arranges and looks at behind the API's back. */
export function asSystem<T>(work: () => Promise<T>): Promise<T> {
  const actors = app().plugin('access').service('actors') as {
    asSystem<R>(because: string, work: () => Promise<R>): Promise<R>
  }
  return actors.asSystem('test', work)
}

/** Whether this run is on PostgreSQL: races that SQLite hides are tested there only. */
export const onPostgres = process.env.PRACTICE_DATABASE === 'postgres'

interface Layer {
  path: string
  methods: string[]
}

/** A stream that does not end by itself: no route to try in a row with others. `live.test.ts` asks it. */
const STREAM = '/api/access/live'

/** Every route of the API that answers and is done, each once. */
export function apiRoutes(): { method: string; path: string }[] {
  const layers = app().server.listRoutes() as unknown as Layer[]
  const all = layers
    .filter(({ path }) => path.startsWith('/api/') && path !== STREAM)
    .flatMap(({ path, methods }) => methods.filter((method) => method !== 'HEAD').map((method) => ({ method, path })))
  return [...new Map(all.map((route) => [`${route.method} ${route.path}`, route])).values()]
}
