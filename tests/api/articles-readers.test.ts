import { app, as, nobody } from '../support/api'
import { dataOf, refusalOf, TOWN } from './dispatch-support'
import {
  DAY_MS,
  written,
  act,
  done,
  draftOf,
  isPublic,
  inPanel,
  picture,
  newsroom,
  type Article,
  type Newsroom,
  INPUTS,
} from './news-support'

const OTHER_VILLAGE = '640402107200'

let yang: Newsroom['yang']
let village: Newsroom['village']

beforeAll(async () => {
  ;({ yang, village } = await newsroom())
})

describe('the pictures of an article', () => {
  test('go out when each says what it shows and who agreed, and readers get no more than that they do', async () => {
    const [cover, inside] = [await picture('village-admin'), await picture('village-admin')]
    let article = await written(village, { body: `<p><img src="${inside.url}"></p>`, cover: cover.id })
    expect(article.desk.problems).toEqual([
      { code: 'consent_missing', pictures: [cover.url, inside.url] },
      { code: 'alt_missing', pictures: [cover.url, inside.url] },
    ])
    const path = `/api/articles/${article.documentId}`
    const noted = (consent: string | null, alt: string) => ({
      pictures: [
        { url: cover.url, alt: '村口', caption: '新装的灯', consent: 'nobody', consentNote: '' },
        { url: inside.url, alt, caption: '', consent, consentNote: '马秀英本人' },
      ],
    })
    article = dataOf(await village.put(path, { data: noted(null, '') }))
    const refused = await act(yang, article, 'publish')
    expect(refusalOf(refused)).toBe('422 consent_missing')
    expect(refused.body).toMatchObject({ error: { details: { pictures: [inside.url] } } })
    article = dataOf(await village.put(path, { data: noted('given', '') }))
    expect(refusalOf(await act(yang, article, 'schedule', INPUTS.schedule))).toBe('422 alt_missing')
    expect(refusalOf(await yang.put(path, { data: INPUTS.schedule }))).toBe('422 alt_missing')
    await expect(
      inPanel(() => app().documents('api::article.article').publish({ documentId: article.documentId })),
    ).rejects.toThrow('alt_missing')
    expect(await isPublic(article)).toBe(false)

    article = dataOf(await village.put(path, { data: { ...noted('given', '灯下的路'), version: article.version } }))
    await done(yang, article, 'publish')
    const seen = dataOf<{ pictures: object[]; body: string }>(await nobody().get(path))
    expect(seen.pictures).toEqual([
      { url: cover.url, alt: '村口', caption: '新装的灯' },
      { url: inside.url, alt: '灯下的路', caption: '' },
    ])
    for (const caller of [nobody(), await as('resident'), await as('leader'), await as('village-admin-2')]) {
      const reply = await caller.get(path)
      expect(reply.status).toBe(200)
      expect(reply.text).not.toMatch(/consent|马秀英/)
    }
    expect((await village.get(path)).text).toContain('马秀英')
  })

  test('have the text that was noted where they stand', async () => {
    const { url } = await picture('county-editor')
    const pictures = [{ url, alt: '灯下的路', caption: '', consent: 'nobody', consentNote: '' }]
    const article = await written(yang, { body: `<p><img src="${url}"></p>`, pictures })
    expect(article).toMatchObject({ body: `<p><img alt="灯下的路" src="${url}" /></p>` })
  })

  test.each([
    [{}],
    [[{ url: '/uploads/a.png' }]],
    [[{ url: '/uploads/a.png', alt: '', caption: '', consent: 'sure', consentNote: '' }]],
    [[{ url: '/uploads/a.png', alt: '长'.repeat(201), caption: '', consent: null, consentNote: '' }]],
    [Array(2).fill({ url: '/uploads/a.png', alt: '', caption: '', consent: null, consentNote: '' })],
  ])('are not noted as %j', async (pictures) => {
    const reply = await yang.post('/api/articles', { data: { title: '图', site: TOWN, pictures } })
    expect(refusalOf(reply)).toBe('400 invalid')
  })
})

describe('the public', () => {
  test('lists what is published by theme and site, newest first', async () => {
    const [mine, theirs, hidden] = [
      await done(yang, await written(yang, { theme: 'customs' }), 'publish'),
      await done(yang, await written(yang, { theme: 'customs', site: OTHER_VILLAGE }), 'publish'),
      await written(yang, { theme: 'customs' }),
    ]
    const listed = async (query: string) => {
      const reply = await nobody().get(`/api/articles?${query}&pagination[pageSize]=100&fields=title`)
      return dataOf<Article[]>(reply).map(({ documentId }) => documentId)
    }
    const inTown = `filters[siteCode][$gte]=${TOWN}&filters[siteCode][$lt]=640402101`
    const all = await listed('filters[themeCode][$eq]=customs')
    expect(all.slice(0, 2)).toEqual([theirs.documentId, mine.documentId])
    const here = await listed(`filters[themeCode][$eq]=customs&${inTown}`)
    expect(here).toContain(mine.documentId)
    for (const { documentId } of [theirs, hidden]) expect(here).not.toContain(documentId)
    expect(await listed(`filters[themeCode][$eq]=theory&${inTown}`)).not.toContain(mine.documentId)
  })

  test('learns nothing of how an article came to be', async () => {
    const { documentId } = await done(yang, await written(yang), 'publish')
    const shown = dataOf<object>(await nobody().get(`/api/articles/${documentId}?populate=*`))
    expect(Object.keys(shown)).toEqual(expect.arrayContaining(['title', 'body', 'theme', 'site', 'publishedAt']))
    for (const name of ['stage', 'version', 'submittedBy', 'approvedBy', 'returnNote', 'publishAt', 'desk']) {
      expect(shown).not.toHaveProperty(name)
    }
    for (const query of [
      'filters[stage][$eq]=approved',
      'sort=version',
      'fields=stage',
      'filters[pictures][$notNull]=true',
    ]) {
      expect((await nobody().get(`/api/articles?${query}`)).status).toBe(400)
    }
    for (const path of ['desk', 'settings', `${documentId}/history`, `${documentId}/history/1`]) {
      expect([401, 403, 404]).toContain((await nobody().get(`/api/articles/${path}`)).status)
    }
  })

  test('is fed with what is published, by theme and site', async () => {
    const title = `灯 & "火" <${Date.now()}>`
    const article = await written(yang, {
      title,
      theme: 'values',
      body: '<p>亮 &amp; 暖 <img src="/uploads/none.png" alt="灯"></p>',
    })
    const feed = async (query = '') => {
      const reply = await nobody().get(`/api/articles/feed${query}`).buffer(true)
      expect(reply.status).toBe(200)
      expect(reply.headers['content-type']).toContain('application/rss+xml')
      return reply.text
    }
    expect(await feed()).not.toContain(article.documentId)
    const pictures = [{ url: '/uploads/none.png', alt: '灯', caption: '', consent: 'nobody', consentNote: '' }]
    const ready = dataOf<Article>(await yang.put(`/api/articles/${article.documentId}`, { data: { pictures } }))
    await done(yang, ready, 'publish')
    const rss = await feed(`?theme=values&site=${TOWN}`)
    expect(rss).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\s*<rss version="2.0"/)
    expect(rss).toContain(`/news/${article.documentId}</link>`)
    expect(rss).toMatch(/src="http:\/\/[^"]+\/uploads\/none\.png"/)
    for (const query of ['?theme=theory', '?site=640402107', `?theme=values&site=640402100208`]) {
      expect(await feed(query)).not.toContain(article.documentId)
    }
    for (const query of ['?theme=%00', '?theme[]=a', '?site=1', '?draft=true']) {
      expect((await nobody().get(`/api/articles/feed${query}`)).status).toBe(400)
    }
    expect((await nobody().get('/api/articles/feed?site=999999')).status).toBe(404)
    await done(yang, await draftOf(yang, article.documentId), 'unpublish')
    expect(await feed()).not.toContain(article.documentId)
  })
})

interface Reads {
  count(id: string, reader: { address: string; agent: string }, now: number): Promise<{ ok: boolean; value?: object }>
  forget(now: number): Promise<void>
}

describe('reads', () => {
  const reads = () => app().service('api::article.reads') as Reads
  const now = Date.now()

  test('count each reader once a day, and keep nothing of them', async () => {
    const { documentId } = await done(yang, await written(yang), 'publish')
    const path = `/api/articles/${documentId}/read`
    const counted = async (agent: string) => {
      const reply = await nobody().post(path, { data: {} }, { 'User-Agent': agent })
      expect(reply.status).toBe(200)
      return dataOf<{ counted: boolean }>(reply).counted
    }
    expect([await counted('phone'), await counted('phone'), await counted('desktop')]).toEqual([true, false, true])
    const reader = { address: '10.1.2.3', agent: 'phone' }
    const at = async (day: number) => (await reads().count(documentId, reader, now + day * DAY_MS)).value
    expect([await at(1), await at(1), await at(2)]).toEqual([{ counted: true }, { counted: false }, { counted: true }])
    expect((await draftOf(yang, documentId)).desk.reads).toBe(4)

    const db = app().db.connection
    const kept = JSON.stringify(await db('article_readers').where({ article_id: documentId }))
    for (const personal of ['10.1.2.3', '127.0.0.1', 'phone']) expect(kept).not.toContain(personal)
    await reads().forget(now + 2 * DAY_MS)
    expect(await db('article_readers').where({ article_id: documentId })).toHaveLength(1)
    expect(await db('article_settings').where('key', 'like', 'salt:%')).toHaveLength(1)
    expect((await draftOf(yang, documentId)).desk.reads).toBe(4)
  })

  test('of one reader at once count once', async () => {
    const { documentId } = await done(yang, await written(yang), 'publish')
    const reader = { address: '10.9.9.9', agent: 'phone' }
    const replies = await Promise.all(Array.from({ length: 8 }, () => reads().count(documentId, reader, now)))
    expect(replies.filter(({ value }) => (value as { counted: boolean }).counted)).toHaveLength(1)
  })

  test('are of what is published, and not without end', async () => {
    const { documentId } = await written(yang)
    for (const caller of [nobody(), yang]) {
      expect((await caller.post(`/api/articles/${documentId}/read`, { data: {} })).status).toBe(404)
    }
    expect((await nobody().post(`/api/articles/${documentId}/read`, { data: { who: 'me' } })).status).toBe(400)
    const reader = { address: '10.7.7.7', agent: 'machine' }
    const later = now + 30 * DAY_MS
    const outcomes = new Set<string>()
    for (let time = 0; time < 260; time++) {
      outcomes.add(((await reads().count(documentId, reader, later)) as { code?: string }).code ?? 'counted')
    }
    expect([...outcomes]).toEqual(['not_found', 'throttled'])
    expect(await reads().count(documentId, reader, later + 60_000)).toMatchObject({ code: 'not_found' })
  })
})
