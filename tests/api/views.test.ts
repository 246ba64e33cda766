import type { ListViewsView } from '@practice/access/contracts'
import { as, asSystem, app, nobody } from '../support/api'
import { dataOf, refusalOf } from './dispatch-support'

const PATH = '/api/access/views'
const LIST = 'teams'
const VIEW = { name: '停用的队伍', query: 'active=false&sort=name' }

const keep = async (username: string, data: object) => (await as(username)).put(PATH, { data })
const kept = async (username: string, list: string = LIST) =>
  dataOf<ListViewsView>(await (await as(username)).get(`${PATH}?list=${list}`))

describe('how one looks at a list', () => {
  test('nothing is kept at first; what is put is given again, and another put takes its place', async () => {
    expect(await kept('county-dispatcher', 'venues')).toEqual({ list: 'venues', columns: null, views: [] })
    const first = { list: 'venues', columns: ['name', 'area'], views: [VIEW] }
    expect(dataOf(await keep('county-dispatcher', first))).toEqual(first)
    expect(await kept('county-dispatcher', 'venues')).toEqual(first)
    const second = { list: 'venues', columns: null, views: [] }
    dataOf(await keep('county-dispatcher', second))
    expect(await kept('county-dispatcher', 'venues')).toEqual(second)
  })

  test('each account has its own, also of one role, and each list its own', async () => {
    dataOf(await keep('county-dispatcher', { list: LIST, columns: ['name'], views: [VIEW] }))
    for (const other of ['county-dispatcher-2', 'county-editor', 'town-officer', 'village-admin', 'resident']) {
      expect(await kept(other)).toEqual({ list: LIST, columns: null, views: [] })
    }
    dataOf(await keep('county-dispatcher-2', { list: LIST, columns: null, views: [] }))
    expect(await kept('county-dispatcher')).toMatchObject({ columns: ['name'], views: [VIEW] })
    expect(await kept('county-dispatcher', 'sites')).toMatchObject({ columns: null, views: [] })
  })

  test('puts at one time leave one row of one of them', async () => {
    const username = 'village-admin-2'
    const bodies = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ list: LIST, columns: [name], views: [] }))
    const replies = await Promise.all(bodies.map((body) => keep(username, body)))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const { id } = (await asSystem(() =>
      app().db.query('plugin::users-permissions.user').findOne({ where: { username } }),
    )) as { id: number }
    const rows: unknown[] = await app().db.connection('access_list_views').where({ user_id: id, list: LIST })
    expect(rows).toHaveLength(1)
    expect(bodies).toContainEqual(await kept(username))
  })

  test('nobody without an account has views', async () => {
    expect((await nobody().get(`${PATH}?list=${LIST}`)).status).toBe(401)
    expect((await nobody().put(PATH, { data: { list: LIST, columns: null, views: [] } })).status).toBe(401)
  })

  test.each([
    ['an unknown list', { list: 'secrets', columns: null, views: [] }, 'list'],
    ['an unknown key', { list: LIST, columns: null, views: [], userId: 1 }, 'userId'],
    ['no columns at all', { list: LIST, columns: [], views: [] }, 'columns'],
    ['a column that is no name', { list: LIST, columns: ['a b'], views: [] }, 'columns.0'],
    ['too many columns', { list: LIST, columns: Array<string>(41).fill('name'), views: [] }, 'columns'],
    ['a view without a name', { list: LIST, columns: null, views: [{ name: ' ', query: '' }] }, 'views.0.name'],
    ['a name too long', { list: LIST, columns: null, views: [{ name: '长'.repeat(31), query: '' }] }, 'views.0.name'],
    [
      'an address too long',
      { list: LIST, columns: null, views: [{ name: 'a', query: 'q'.repeat(1001) }] },
      'views.0.query',
    ],
    ['two of one name', { list: LIST, columns: null, views: [VIEW, VIEW] }, 'views'],
    [
      'too many views',
      { list: LIST, columns: null, views: Array.from({ length: 31 }, (_, n) => ({ name: `v${n}`, query: '' })) },
      'views',
    ],
  ])('%s is refused, the field named', async (_what, body, path) => {
    const before = await kept('town-officer-2')
    const reply = await keep('town-officer-2', body)
    expect(refusalOf(reply)).toBe('400 invalid')
    const { errors } = (reply.body as { error: { details: { errors: { path: string[] }[] } } }).error.details
    expect(errors.map((error) => error.path.join('.'))).toContain(path)
    expect(await kept('town-officer-2')).toEqual(before)
  })

  test('a question without a list, or of an unknown one, is refused', async () => {
    const caller = await as('town-officer')
    for (const query of ['', '?list=secrets', `?list=${LIST}&user=1`]) {
      expect((await caller.get(PATH + query)).status).toBe(400)
    }
  })
})
