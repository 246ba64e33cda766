import { app, as, asSystem, nobody, type Caller } from '../support/api'
import { dataOf, ON_BEHALF, refusalOf, TOWN, VILLAGE } from './dispatch-support'

/** Show 6 of the second issue, as a townsman and an anonymous reader see it. */

const ITEM = 'C08-04'
/** Of which no town and no village says anything in the sample. */
const OTHER_ITEM = 'C03-02'
const ORDER = { ...ON_BEHALF, serviceItem: ITEM, form: { 人数: 2 } }
const NEXT_VILLAGE = '640402100208'
const OTHER_TOWN = '640402107'

type Row = Record<string, unknown> & { documentId: string }

const menuOf = async (site: string): Promise<string[]> =>
  dataOf<{ code: string }[]>(await nobody().get(`/api/service-items/effective?site=${site}`)).map(({ code }) => code)

async function siteCodes(prefix: string): Promise<string[]> {
  const rows = (await asSystem(() =>
    app()
      .db.query('api::site.site')
      .findMany({ where: { code: { $startsWith: prefix } } }),
  )) as { code: string }[]
  return rows.map(({ code }) => code)
}

describe('an item that a town officer switches off for one village', () => {
  let officer: Caller
  let own: Row
  let before: string[]

  beforeAll(async () => {
    officer = await as('town-officer')
    before = await menuOf(VILLAGE)
    expect(before).toContain(ITEM)
    own = dataOf<Row>(
      await officer.post('/api/service-offerings', { data: { site: VILLAGE, serviceItem: ITEM, enabled: false } }),
    )
  })

  afterAll(async () => {
    expect((await officer.delete(`/api/service-offerings/${own.documentId}`)).status).toBe(204)
    expect(await menuOf(VILLAGE)).toContain(ITEM)
  })

  test('is missing from the menu of that village and its points, and from no other in the district', async () => {
    for (const site of await siteCodes('640402')) {
      expect({ site, offers: (await menuOf(site)).includes(ITEM) }).toEqual({ site, offers: !site.startsWith(VILLAGE) })
    }
  })

  test('leaves the rest of that menu as it is', async () => {
    expect(await menuOf(VILLAGE)).toEqual(before.filter((code) => code !== ITEM))
  })

  test('cannot be ordered there, and can next door', async () => {
    const [here, desk] = [await as('village-admin'), officer]
    expect(refusalOf(await here.post('/api/dispatch/orders', { data: ORDER }))).toBe('422 not_offered')
    const there = await desk.post('/api/dispatch/orders', { data: { ...ORDER, site: NEXT_VILLAGE } })
    expect(there.status).toBe(201)
  })

  test('keeps what the village says of it apart from whether it is offered', async () => {
    dataOf(await officer.put(`/api/service-offerings/${own.documentId}`, { data: { hours: '周三上午' } }))
    expect(await menuOf(VILLAGE)).not.toContain(ITEM)
    dataOf(await officer.put(`/api/service-offerings/${own.documentId}`, { data: { enabled: null } }))
    const menu = dataOf<{ code: string; hours: string | null }[]>(
      await nobody().get(`/api/service-items/effective?site=${VILLAGE}`),
    )
    expect(menu.find(({ code }) => code === ITEM)).toMatchObject({ hours: '周三上午' })
    dataOf(await officer.put(`/api/service-offerings/${own.documentId}`, { data: { enabled: false } }))
  })

  test('is set once per village, and by nobody beside the town and the district', async () => {
    const data = { site: VILLAGE, serviceItem: ITEM, enabled: true }
    expect((await officer.post('/api/service-offerings', { data })).status).toBe(400)
    for (const username of ['town-officer-2', 'village-admin', 'team-leader', 'leader', 'resident', 'county-editor']) {
      const other = await as(username)
      expect([403, 404]).toContain((await other.post('/api/service-offerings', { data })).status)
      const changed = await other.put(`/api/service-offerings/${own.documentId}`, { data: { enabled: true } })
      expect([403, 404]).toContain(changed.status)
      expect([403, 404]).toContain((await other.delete(`/api/service-offerings/${own.documentId}`)).status)
    }
    expect((await nobody().delete(`/api/service-offerings/${own.documentId}`)).status).toBe(401)
    expect(await menuOf(VILLAGE)).not.toContain(ITEM)
  })

  test.each([
    ['code', () => VILLAGE],
    ['documentId', async () => (await site(VILLAGE)).documentId],
  ])('may be set for a village by its %s', async (_, name) => {
    const data = { site: await name(), serviceItem: OTHER_ITEM, hours: '上午' }
    const made = dataOf<Row>(await officer.post('/api/service-offerings', { data }))
    expect(made).toMatchObject({ siteCode: VILLAGE, itemCode: OTHER_ITEM })
    expect((await officer.delete(`/api/service-offerings/${made.documentId}`)).status).toBe(204)
  })

  test('may be set for the town and its villages only', async () => {
    const post = (place: string) =>
      officer.post('/api/service-offerings', { data: { site: place, serviceItem: OTHER_ITEM, enabled: false } })
    expect(refusalOf(await post('640402'))).toBe('403 out_of_scope')
    for (const place of [OTHER_TOWN, `${OTHER_TOWN}200`, (await site(`${OTHER_TOWN}200`)).documentId]) {
      expect(refusalOf(await post(place))).toBe('404 not_found')
    }
    const town = dataOf<Row>(await post(TOWN))
    expect(await menuOf(VILLAGE)).not.toContain(OTHER_ITEM)
    expect(await menuOf(`${OTHER_TOWN}200`)).toContain(OTHER_ITEM)
    expect((await officer.delete(`/api/service-offerings/${town.documentId}`)).status).toBe(204)
  })
})

async function site(code: string): Promise<Row> {
  return (await asSystem(() => app().db.query('api::site.site').findOne({ where: { code } }))) as Row
}

describe('an article', () => {
  const anonymously = async (documentId: string) => (await nobody().get(`/api/articles/${documentId}`)).status
  const isListed = async (documentId: string) =>
    (await nobody().get('/api/articles?pagination[pageSize]=100')).text.includes(documentId)

  test('that a village drafts is published by the county editor, and then seen by anybody', async () => {
    const [village, editor] = [await as('village-admin'), await as('county-editor')]
    const { documentId } = dataOf<Row>(
      await village.post('/api/articles', { data: { title: '村里修好了路灯', body: '<p>亮了</p>', site: VILLAGE } }),
    )
    const path = `/api/articles/${documentId}`
    expect([await anonymously(documentId), await isListed(documentId)]).toEqual([404, false])
    expect(refusalOf(await village.post(`${path}/publish`, { data: {} }))).toBe('403 role_not_allowed')

    dataOf(await editor.put(path, { data: { title: '老三营村修好了路灯', theme: 'service' } }))
    dataOf(await editor.post(`${path}/publish`, { data: {} }))
    const seen = dataOf<Row>(await nobody().get(`${path}?populate=theme`))
    expect(seen).toMatchObject({ title: '老三营村修好了路灯', body: '<p>亮了</p>', theme: { code: 'service' } })
    expect(await isListed(documentId)).toBe(true)

    dataOf(await village.put(path, { data: { title: '改了' } }))
    expect(dataOf<Row>(await nobody().get(path)).title).toBe('老三营村修好了路灯')
    expect((await village.delete(path)).status).toBe(403)

    dataOf(await editor.post(`${path}/unpublish`, { data: {} }))
    expect([await anonymously(documentId), await isListed(documentId)]).toEqual([404, false])
    expect((await editor.delete(path)).status).toBe(204)
  })
})
