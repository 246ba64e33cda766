import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { AccessServices } from '@practice/access/services'
import { app, as, asSystem, nobody } from '../support/api'

/** Who acts, and the seams of Strapi that the boundary hangs on. */

const actors = () => app().plugin('access').service('actors') as AccessServices['actors']
const HOUSEHOLD = 'api::household.household'

/** The SQL that is run while `work` is. */
async function queriesOf(work: () => PromiseLike<unknown>): Promise<string[]> {
  const seen: string[] = []
  const db = app().db.connection
  const note = ({ sql }: { sql: string }) => void seen.push(sql)
  db.on('query', note)
  try {
    await work()
  } finally {
    db.removeListener('query', note)
  }
  return seen
}

describe('who acts', () => {
  test('is nobody outside of requests, and whoever was named within', async () => {
    expect(actors().current()).toEqual({ kind: 'public' })
    const named = await actors().asSystem('test', () => Promise.resolve(actors().current()))
    expect(named).toEqual({ kind: 'system', because: 'test' })
    expect(actors().current()).toEqual({ kind: 'public' })
  })

  test('is nobody again in what outlives the work that named somebody', async () => {
    const later = await actors().asSystem('test', () => {
      const promise = new Promise((resolve) => setTimeout(() => resolve(actors().current()), 20))
      return Promise.resolve({ promise })
    })
    expect(await later.promise).toEqual({ kind: 'public' })
  })

  test('is the user of the request, even if the request was sent from within work of the system', async () => {
    const reply = await asSystem(async () => await nobody().get('/api/households'))
    expect(reply.status).toBe(401)
    const mine = await asSystem(async () => await (await as('village-admin')).get('/api/access/me'))
    expect((mine.body as { data: object }).data).toMatchObject({
      role: 'village-admin',
      site: { code: '640402100207' },
    })
  })

  test('costs no query, from the second request on', async () => {
    const leader = await as('team-leader')
    await leader.get('/api/themes')
    const queries = await queriesOf(() => leader.get('/api/themes?pagination[withCount]=false'))
    // A transaction around the one query of the list is Strapi's own doing.
    expect(queries.filter((sql) => !/^(begin|commit)/i.test(sql))).toHaveLength(1)
    expect(queries.join()).not.toMatch(/up_users|up_roles|up_permissions|strapi_core_store/)
  })
})

describe('the seam of the query builder', () => {
  const rows = () => app().db.query(HOUSEHOLD)
  const asPublic = <T>(work: () => Promise<T>) => actors().runAs({ kind: 'public' }, work)

  test('is of the version that was looked at', () => {
    const read = (name: string) =>
      (
        JSON.parse(readFileSync(path.join(__dirname, '../../node_modules', name, 'package.json'), 'utf8')) as {
          version: string
        }
      ).version
    // Read @strapi/database's query-builder again before this number is changed: see `wrapQueryBuilder`.
    expect(read('@strapi/database')).toBe('5.54.0')
    expect(read('@strapi/core')).toBe('5.54.0')
    expect(read('@strapi/plugin-users-permissions')).toBe('5.54.0')
  })

  test('bounds selects, counts, updates, deletes and inserts', async () => {
    const where = { code: { $notNull: true } }
    const count = await asSystem(() => rows().count({}))
    expect(count).toBeGreaterThan(0)
    expect(await asPublic(() => rows().findMany({ where }))).toEqual([])
    expect(await asPublic(() => rows().findOne({ where }))).toBeNull()
    expect(await asPublic(() => rows().count({}))).toBe(0)
    const update = { where, data: { name: 'x' } }
    await expect(asPublic(() => rows().updateMany(update))).rejects.toMatchObject({ message: 'out_of_scope' })
    expect(await asPublic(() => rows().deleteMany({ where }))).toEqual({ count: 0 })
    const data = { code: '640402100207-H999', name: 'x', siteCode: '640402100207' }
    await expect(asPublic(() => rows().create({ data }))).rejects.toMatchObject({ message: 'out_of_scope' })
    await expect(asPublic(() => rows().createMany({ data: [data] }))).rejects.toMatchObject({ message: 'out_of_scope' })
    expect(await asSystem(() => rows().count({}))).toBe(count)
    expect(await asSystem(() => rows().count({ where: { name: 'x' } }))).toBe(0)
  })

  test('bounds populated relations, streams and clones', async () => {
    const site = { where: { code: '640402100' }, populate: ['children'] }
    const officer = {
      kind: 'user',
      userId: 1,
      username: 'x',
      displayName: 'x',
      role: 'village-admin',
      siteCode: '640402100207',
    }
    const actor = { ...officer, teamCode: null, householdCode: null, assignedSiteCodes: [] } as never
    const found = (await actors().runAs(actor, () => app().db.query('api::site.site').findOne(site))) as {
      children: { code: string }[]
    }
    expect(found.children.map(({ code }) => code)).toEqual(['640402100207'])
    const cloned = await asPublic(() =>
      Promise.resolve(app().db.queryBuilder(HOUSEHOLD).init({}).clone().getKnexQuery().toSQL()),
    )
    expect(cloned.sql).toContain('1 = ?')
    const stream = await asPublic(() => Promise.resolve(app().db.queryBuilder(HOUSEHOLD).init({}).stream()))
    let streamed = 0
    for await (const row of stream as AsyncIterable<unknown>) streamed += row === null ? 0 : 1
    expect(streamed).toBe(0)
  })

  test('costs nothing for types that are not bounded', () => {
    const plain = app().db.entityManager.createQueryBuilder('api::theme.theme')
    expect(Object.hasOwn(plain, 'processState')).toBe(true)
    expect(plain.processState.toString()).toContain('state.processed')
  })
})
