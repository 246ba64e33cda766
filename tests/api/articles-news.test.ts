import type { Publishing } from '@practice/cms/articles'
import {
  ArticleDesk,
  ArticleRevision,
  NewsDesk,
  type ArticleDeskView,
  type ArticleRevisionView,
  type ArticleVerb,
  type NewsDeskView,
} from '@practice/access/contracts'
import sharp from 'sharp'
import supertest from 'supertest'
import { fillNewColumns } from '../../cms/src/api/article/store/new-columns'
import { app, as, asSystem, nobody, onPostgres, tokenOf, type Caller } from '../support/api'
import { dataOf, refusalOf } from './dispatch-support'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const TOWN = '640402100'
const VILLAGE = '640402100207'
const OTHER_VILLAGE = '640402107200'
const REVISION = 'api::article-revision.article-revision'

interface Article {
  documentId: string
  title: string
  stage: string
  version: number
  publishAt: string | null
  desk: ArticleDeskView
}

let yang: Caller
let shao: Caller
let village: Caller
let officer: Caller

beforeAll(async () => {
  yang = await as('county-editor')
  shao = await as('county-editor-2')
  village = await as('village-admin')
  officer = await as('town-officer')
})

afterEach(() => secondPerson(false))

async function secondPerson(isAsked: boolean): Promise<void> {
  dataOf(await yang.put('/api/articles/settings', { data: { secondPerson: isAsked } }))
}

const publishDue = (at: number) => (app().service('api::article.publishing') as Publishing).publishDue(at)

async function written(caller: Caller, data: object = {}): Promise<Article> {
  const body = { title: '村里修好了路灯', body: '<p>亮了</p>', site: VILLAGE, theme: 'service', ...data }
  return dataOf<Article>(await caller.post('/api/articles', { data: body }))
}

const act = (caller: Caller, { documentId, version }: Article, verb: string, input: object = {}) =>
  caller.post(`/api/articles/${documentId}/${verb}`, { data: { version, ...input } })

/** Carries a verb out, and gives the article as it stands then. */
async function done(caller: Caller, article: Article, verb: ArticleVerb, input: object = {}): Promise<Article> {
  return dataOf<Article>(await act(caller, article, verb, input))
}

const draftOf = async (caller: Caller, documentId: string) =>
  dataOf<Article>(await caller.get(`/api/articles/${documentId}?status=draft`))

const historyOf = async (caller: Caller, documentId: string) =>
  dataOf<ArticleRevisionView[]>(await caller.get(`/api/articles/${documentId}/history`))

async function isPublic({ documentId }: Pick<Article, 'documentId'>): Promise<boolean> {
  const reply = await nobody().get(`/api/articles/${documentId}`)
  expect([200, 404]).toContain(reply.status)
  return reply.status === 200
}

test('written by one editor, approved by another, scheduled, it is public after its time and not before', async () => {
  await secondPerson(true)
  const at = Date.now() + HOUR_MS
  let article = await written(yang)
  article = dataOf(
    await yang.put(`/api/articles/${article.documentId}`, {
      data: { title: '老三营村修好了路灯', body: '<p>亮了</p><p>一共十二盏。</p>', version: article.version },
    }),
  )
  article = await done(yang, article, 'submit')
  expect(refusalOf(await act(yang, article, 'approve'))).toBe('403 own_article')
  expect(refusalOf(await act(yang, article, 'publish'))).toBe('409 not_approved')
  article = await done(shao, article, 'approve')
  article = await done(yang, article, 'schedule', { publishAt: new Date(at).toISOString() })
  expect(article.desk).toMatchObject({ stage: 'approved', publishAt: new Date(at).toISOString(), publishedAt: null })

  await publishDue(at - 1)
  expect(await isPublic(article)).toBe(false)
  await publishDue(at)
  expect(await isPublic(article)).toBe(true)

  const history = await historyOf(yang, article.documentId)
  for (const line of history) ArticleRevision.parse(line)
  expect(history.map(({ verb, by, from, to }) => `${by.name} ${verb} ${from} ${to}`).reverse()).toEqual([
    '杨晓梅 create null draft',
    '杨晓梅 edit draft draft',
    '杨晓梅 submit draft submitted',
    '邵雨晴 approve submitted approved',
    '杨晓梅 schedule approved approved',
    'system:scheduled publishing publish approved approved',
  ])
  expect(history.at(-2)?.changes).toEqual([
    { field: 'title', from: '村里修好了路灯', to: '老三营村修好了路灯' },
    { field: 'body', from: null, to: '一共十二盏。' },
  ])
  expect(history[1]?.changes).toEqual([{ field: 'publishAt', from: null, to: new Date(at).toISOString() }])
})

describe('a second person', () => {
  test('is not somebody who wrote a word of it', async () => {
    await secondPerson(true)
    let article = await done(village, await written(village), 'submit')
    article = dataOf(await shao.put(`/api/articles/${article.documentId}`, { data: { title: '路灯亮了' } }))
    expect(refusalOf(await act(shao, article, 'approve'))).toBe('403 own_article')
    expect((await draftOf(shao, article.documentId)).desk.allowed).not.toContain('approve')
    expect((await done(yang, article, 'approve')).desk).toMatchObject({ approvedBy: { username: 'county-editor' } })
  })

  test('has approved what goes out, and nothing that was changed since', async () => {
    await secondPerson(true)
    let article = await done(shao, await done(yang, await written(yang), 'submit'), 'approve')
    article = await done(yang, article, 'schedule', { publishAt: new Date(Date.now() + HOUR_MS).toISOString() })
    article = dataOf(await yang.put(`/api/articles/${article.documentId}`, { data: { summary: '改了一句' } }))
    expect(article).toMatchObject({ stage: 'draft', publishAt: null, desk: { stage: 'draft', approvedBy: null } })
    expect(refusalOf(await act(yang, article, 'publish'))).toBe('409 not_approved')
  })

  test('is asked for by whatever way an article would go out', async () => {
    const article = await written(yang)
    await secondPerson(true)
    const { documentId } = article
    const time = new Date(Date.now() + HOUR_MS).toISOString()
    expect(refusalOf(await yang.put(`/api/articles/${documentId}`, { data: { publishAt: time } }))).toBe(
      '409 not_approved',
    )
    expect(refusalOf(await yang.post('/api/articles', { data: { title: '新', site: TOWN, publishAt: time } }))).toBe(
      '409 not_approved',
    )
    await expect(inPanel(() => app().documents('api::article.article').publish({ documentId }))).rejects.toThrow(
      'not_approved',
    )
    expect(await isPublic(article)).toBe(false)
    expect(await draftOf(yang, documentId)).toMatchObject({ version: article.version, publishAt: null })
  })

  test('who was not there when the time came keeps it back, and the history says why', async () => {
    const at = Date.now() + HOUR_MS
    const article = await done(yang, await written(yang), 'schedule', { publishAt: new Date(at).toISOString() })
    await secondPerson(true)
    await publishDue(at)
    expect(await isPublic(article)).toBe(false)
    expect((await draftOf(yang, article.documentId)).desk).toMatchObject({ publishAt: null, publishedAt: null })
    expect((await historyOf(yang, article.documentId))[0]).toMatchObject({ verb: 'unschedule', note: 'not_approved' })
    const list = dataOf<{ subject: { documentId: string }; note: string }[]>(
      await yang.get('/api/access/notifications'),
    )
    const told = list.filter(({ subject }) => subject.documentId === article.documentId)
    expect(told).toMatchObject([{ kind: 'article_returned', note: expect.stringContaining('第二人') as string }])
  })

  test('is asked for by editors alone', async () => {
    for (const username of ['county-dispatcher', 'town-officer', 'village-admin', 'leader', 'resident']) {
      const caller = await as(username)
      expect(refusalOf(await caller.get('/api/articles/settings'))).toBe('403 role_not_allowed')
      expect(refusalOf(await caller.put('/api/articles/settings', { data: { secondPerson: true } }))).toBe(
        '403 role_not_allowed',
      )
    }
    expect((await nobody().get('/api/articles/settings')).status).toBe(401)
    expect((await yang.put('/api/articles/settings', { data: { secondPerson: 'yes' } })).status).toBe(400)
    expect((await yang.put('/api/articles/settings', { data: {} })).status).toBe(400)
    expect(dataOf(await shao.get('/api/articles/settings'))).toEqual({ secondPerson: false })
  })
})

const panel = { kind: 'panel', adminId: 7, displayName: '系统管理员' }

/** Work of Strapi's content manager, as one of its administrators. */
function inPanel<T>(work: () => Promise<T>): Promise<T> {
  const actors = app().plugin('access').service('actors') as {
    runAs<R>(actor: object, work: () => Promise<R>): Promise<R>
  }
  return actors.runAs(panel, work)
}

const INPUTS: Partial<Record<ArticleVerb, object>> = {
  return: { note: '数字请核对' },
  schedule: { publishAt: new Date(Date.now() + DAY_MS).toISOString() },
}
const VERBS: ArticleVerb[] = [
  ...(['submit', 'approve', 'return', 'withdraw', 'schedule', 'unschedule', 'publish', 'unpublish'] as const),
]
const READERS = ['county-editor', 'county-editor-2', 'county-dispatcher', 'town-officer', 'village-admin'] as const
const OTHERS = ['town-officer-2', 'village-admin-2', 'team-leader', 'points-reviewer', 'points-supervisor'] as const

describe.each(['draft', 'submitted', 'approved', 'returned'] as const)('an article that is %s', (stage) => {
  const steps = { draft: [], submitted: ['submit'], approved: ['submit', 'approve'], returned: ['submit', 'return'] }

  async function standing(): Promise<Article> {
    let article = await written(village)
    for (const verb of steps[stage] as ArticleVerb[]) {
      article = await done(verb === 'submit' ? village : yang, article, verb, INPUTS[verb])
    }
    return article
  }

  test.each(READERS)('is to %s what `allowed` says', async (username) => {
    await secondPerson(true)
    const [caller, article] = [await as(username), await standing()]
    const { desk } = await draftOf(caller, article.documentId)
    ArticleDesk.parse(desk)
    expect(desk.stage).toBe(stage)
    for (const verb of VERBS) {
      const stale = refusalOf(await act(caller, { ...article, version: 99 }, verb, INPUTS[verb]))
      const works = desk.allowed.includes(verb)
      expect({ verb, works, stale }).toEqual({ verb, works, stale: works ? '409 changed' : stale })
      if (!works) expect(['403 role_not_allowed', '403 own_article', '409 wrong_stage', ...NOT_SO]).toContain(stale)
    }
    for (const verb of desk.allowed) {
      const fresh = await standing()
      expect({ verb, status: (await act(caller, fresh, verb, INPUTS[verb])).status }).toEqual({ verb, status: 200 })
    }
    expect(await isPublic(article)).toBe(false)
  })

  test('is not there for others, or not theirs to do', async () => {
    const article = await standing()
    for (const username of [...OTHERS, 'leader', 'resident']) {
      const caller = await as(username)
      for (const verb of VERBS) {
        const refusal = refusalOf(await act(caller, article, verb, INPUTS[verb]))
        expect(['403 role_not_allowed', '404 not_found']).toContain(refusal)
      }
      for (const path of ['', '?status=draft', '/history', '/history/1']) {
        const reply = await caller.get(`/api/articles/${article.documentId}${path}`)
        expect([403, 404]).toContain(reply.status)
        expect(reply.text).not.toContain(article.title)
      }
      const restored = await caller.post(`/api/articles/${article.documentId}/restore`, { data: { version: 1, to: 1 } })
      expect([403, 404]).toContain(restored.status)
    }
    expect(await draftOf(yang, article.documentId)).toMatchObject({ version: article.version, stage })
  })
})

const NOT_SO = ['409 not_approved', '409 not_scheduled', '409 not_published']

describe('whoever read an older article', () => {
  test('changes nothing', async () => {
    const article = await written(yang)
    const path = `/api/articles/${article.documentId}`
    const next = dataOf<Article>(await shao.put(path, { data: { title: '先改的', version: article.version } }))
    expect(refusalOf(await yang.put(path, { data: { title: '后改的', version: article.version } }))).toBe('409 changed')
    expect(refusalOf(await act(yang, article, 'submit'))).toBe('409 changed')
    expect(refusalOf(await yang.post(`${path}/restore`, { data: { version: article.version, to: 1 } }))).toBe(
      '409 changed',
    )
    expect(await draftOf(yang, article.documentId)).toMatchObject({ title: '先改的', version: next.version })
    expect(await historyOf(yang, article.documentId)).toHaveLength(2)
  })

  test('is one of many, and one wins', async () => {
    const article = await done(village, await written(village), 'submit')
    const tries = Array.from({ length: onPostgres ? 8 : 3 }, (_, at) =>
      at % 2 === 0 ? act(yang, article, 'approve') : act(shao, article, 'return', { note: '再想想' }),
    )
    const replies = await Promise.all(tries)
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const reply of replies.filter(({ status }) => status !== 200)) {
      expect(['409 changed', '409 wrong_stage']).toContain(refusalOf(reply))
    }
    expect(await historyOf(yang, article.documentId)).toHaveLength(3)
  })

  test('and writes at once without saying so leaves a line for each', async () => {
    const article = await written(yang)
    const writes = Array.from({ length: 4 }, (_, at) =>
      yang.put(`/api/articles/${article.documentId}`, { data: { title: `第${at}稿` } }),
    )
    for (const reply of await Promise.all(writes)) expect(reply.status).toBe(200)
    const lines = (await historyOf(yang, article.documentId)).reverse()
    expect(lines.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5])
    // Each tells of what it found, so that the lines hang together.
    const titles = lines.map(({ changes }) => changes.find(({ field }) => field === 'title'))
    expect(titles.slice(1).map((change) => change?.from)).toEqual(titles.slice(0, -1).map((change) => change?.to))
  })

  test('moves no stage by writing it', async () => {
    const { documentId } = await written(village)
    for (const data of [
      { stage: 'approved' },
      { stage: null },
      { approvedBy: 'county-editor' },
      { submittedBy: 'x' },
    ]) {
      expect((await village.put(`/api/articles/${documentId}`, { data })).status).toBe(400)
    }
    expect(
      (await village.post('/api/articles', { data: { title: '过', site: VILLAGE, stage: 'approved' } })).status,
    ).toBe(400)
    expect(await draftOf(village, documentId)).toMatchObject({ stage: 'draft', version: 1 })
  })
})

describe('the history of an article', () => {
  test('tells of everybody, the panel included, and of what was deleted', async () => {
    const { documentId } = await written(village)
    const documents = app().documents('api::article.article')
    await inPanel(() => documents.update({ documentId, data: { title: '在后台改的', stage: 'approved' } as never }))
    await inPanel(() => documents.publish({ documentId }))
    await inPanel(() => documents.unpublish({ documentId }))
    const lines = await historyOf(yang, documentId)
    expect(lines.map(({ verb, by }) => `${by.username} ${verb}`).reverse()).toEqual([
      ...['village-admin create', 'panel:7 edit', 'panel:7 publish', 'panel:7 unpublish'],
    ])
    expect(lines[2]).toMatchObject({ from: 'draft', to: 'draft', by: { name: '系统管理员', role: 'panel' } })
    expect((await yang.delete(`/api/articles/${documentId}`)).status).toBe(204)
    const kept = await asSystem(() =>
      app()
        .db.query(REVISION)
        .findMany({ where: { articleId: documentId } }),
    )
    expect(kept.map((row: { verb: string }) => row.verb)).toContain('delete')
    expect((await yang.get(`/api/articles/${documentId}/history`)).status).toBe(404)
  })

  test('is changed and shortened by nobody', async () => {
    const { documentId } = await written(yang)
    const [line] = (await asSystem(() =>
      app()
        .db.query(REVISION)
        .findMany({ where: { articleId: documentId } }),
    )) as { id: number; documentId: string }[]
    const where = { id: line?.id }
    const ways: (() => Promise<unknown>)[] = [
      () =>
        app()
          .db.query(REVISION)
          .update({ where, data: { actor: 'nobody' } }),
      () => app().db.query(REVISION).delete({ where }),
      () =>
        app()
          .documents(REVISION)
          .update({ documentId: line?.documentId ?? '', data: { note: 'x' } as never }),
      () =>
        app()
          .documents(REVISION)
          .delete({ documentId: line?.documentId ?? '' }),
      () => app().db.connection('article_revisions').where(where).update({ actor: 'nobody' }),
      () => app().db.connection('article_revisions').where(where).delete(),
    ]
    const rows = () =>
      asSystem(() =>
        app()
          .db.query(REVISION)
          .findMany({ where: { articleId: documentId } }),
      )
    const before = await rows()
    for (const [at, way] of ways.entries()) {
      expect({
        at,
        refused: await asSystem(way).then(
          () => false,
          () => true,
        ),
      }).toEqual({ at, refused: true })
      // What the panel may not write, its writes do not find.
      await inPanel(way).catch(() => undefined)
      expect(await rows()).toEqual(before)
    }
    const forged = { articleId: documentId, siteCode: VILLAGE, version: 50, verb: 'approve', actor: 'x' }
    await expect(
      inPanel(() =>
        app()
          .documents(REVISION)
          .create({ data: forged as never }),
      ),
    ).rejects.toThrow()
    for (const path of ['article-revisions', 'article-settings', 'article-reads', 'article-readers']) {
      expect((await yang.get(`/api/${path}`)).status).toBe(404)
    }
    expect(await historyOf(yang, documentId)).toMatchObject([{ verb: 'create', by: { username: 'county-editor' } }])
  })

  test('is read page by page', async () => {
    const article = await done(yang, await done(yang, await written(yang), 'submit'), 'withdraw')
    const path = `/api/articles/${article.documentId}/history`
    const page = await yang.get(`${path}?pagination[page]=2&pagination[pageSize]=2`)
    expect(page.body).toMatchObject({
      data: [{ verb: 'create' }],
      meta: { pagination: { page: 2, pageSize: 2, pageCount: 2, total: 3 } },
    })
    expect(dataOf(await yang.get(`${path}?filters[verb][$eq]=submit`))).toMatchObject([{ verb: 'submit' }])
    for (const query of [
      '?filters[actor][$eq]=x',
      '?filters[verb][$eq]=burn',
      '?sort=actor',
      '?pagination[pageSize]=500',
    ]) {
      expect((await yang.get(path + query)).status).toBe(400)
    }
  })

  test('gives an earlier text back', async () => {
    let article = await written(village, { summary: '今晚' })
    const path = `/api/articles/${article.documentId}`
    article = dataOf(await village.put(path, { data: { title: '改坏了', body: null, summary: null, theme: null } }))
    const [edit] = await historyOf(village, article.documentId)
    expect(edit).toMatchObject({ verb: 'edit', hasContent: true })
    expect(dataOf(await village.get(`${path}/history/1`))).toMatchObject({
      ...{ version: 1, title: '村里修好了路灯', body: '<p>亮了</p>', summary: '今晚', theme: 'service', site: VILLAGE },
    })
    expect((await village.post(`${path}/restore`, { data: { version: article.version, to: 77 } })).status).toBe(404)
    article = dataOf(await village.post(`${path}/restore`, { data: { version: article.version, to: 1 } }))
    expect(article).toMatchObject({ title: '村里修好了路灯', body: '<p>亮了</p>', summary: '今晚' })
    expect((await historyOf(village, article.documentId))[0]).toMatchObject({ verb: 'restore', note: '1' })
    const shown = await village.get(`${path}?status=draft&populate[theme][fields]=code`)
    expect(dataOf(shown)).toMatchObject({ theme: { code: 'service' } })
  })
})

/** Uploads a small picture; gives its number and its address. */
async function picture(username: string): Promise<{ id: number; url: string }> {
  const background = { r: 200, g: 60 + Math.floor(Math.random() * 100), b: 40 }
  const bytes = await sharp({ create: { width: 32, height: 24, channels: 3, background } })
    .png()
    .toBuffer()
  const reply = await supertest(app().server.httpServer)
    .post('/api/upload')
    .set('Authorization', `Bearer ${await tokenOf(username)}`)
    .attach('files', bytes, { filename: '路灯.png', contentType: 'image/png' })
  const [file] = reply.body as { id: number; url: string }[]
  if (file === undefined) throw new Error(`not uploaded: ${reply.text}`)
  return file
}

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

describe('the desk', () => {
  const deskOf = async (caller: Caller) => dataOf<NewsDeskView>(await caller.get('/api/articles/desk'))

  test('counts what waits at one’s site and below', async () => {
    const before = {
      editor: await deskOf(yang),
      village: await deskOf(village),
      other: await deskOf(await as('village-admin-2')),
    }
    NewsDesk.parse(before.editor)
    const [submitted, , published] = [
      await done(village, await written(village), 'submit'),
      await written(village),
      await done(yang, await written(yang, { site: '640402' }), 'publish'),
    ]
    await nobody().post(`/api/articles/${published.documentId}/read`, { data: {} }, { 'User-Agent': 'desk' })
    const after = {
      editor: await deskOf(yang),
      village: await deskOf(village),
      other: await deskOf(await as('village-admin-2')),
    }
    const { counts } = before.editor
    expect(after.editor.counts).toEqual({
      ...counts,
      submitted: counts.submitted + 1,
      submittedFromBelow: counts.submittedFromBelow + 1,
      drafts: counts.drafts + 1,
      publishedThisWeek: counts.publishedThisWeek + 1,
    })
    expect(after.editor.reads.today).toBe(before.editor.reads.today + 1)
    expect(after.editor.reads.days).toHaveLength(14)
    expect(after.editor.reads.days.at(-1)?.reads).toBe(after.editor.reads.today)
    expect(after.village.counts.submitted).toBe(before.village.counts.submitted + 1)
    expect(after.village.counts.submittedFromBelow).toBe(0)
    expect(after.other.counts).toEqual(before.other.counts)
    expect(JSON.stringify(after.other)).not.toContain(submitted.documentId)
  })

  test('counts the rows that the lists with the same filters show', async () => {
    const { counts } = await deskOf(yang)
    const total = async (query: string) => {
      const reply = await yang.get(`/api/articles?status=draft&pagination[pageSize]=1&${query}`)
      return (reply.body as { meta: { pagination: { total: number } } }).meta.pagination.total
    }
    const atRest = 'filters[publishAt][$null]=true&hasPublishedVersion=false'
    expect(await total(`filters[stage][$eq]=draft&${atRest}`)).toBe(counts.drafts)
    expect(await total('filters[stage][$eq]=submitted')).toBe(counts.submitted)
    expect(await total('filters[stage][$eq]=returned')).toBe(counts.returned)
    expect(await total(`filters[stage][$eq]=approved&${atRest}`)).toBe(counts.approved)
    expect(await total('filters[publishAt][$notNull]=true')).toBe(counts.scheduled)
  })

  test('is laid for those who draft', async () => {
    for (const username of ['team-leader', 'points-reviewer', 'points-supervisor', 'leader', 'resident']) {
      expect((await (await as(username)).get('/api/articles/desk')).status).toBe(403)
    }
  })
})

describe('somebody is told', () => {
  const told = async (caller: Caller, { documentId }: Article) => {
    const list = dataOf<{ kind: string; subject: { documentId: string }; note: string | null; read: boolean }[]>(
      await caller.get('/api/access/notifications?pagination[pageSize]=100'),
    )
    return list.filter(({ subject }) => subject.documentId === documentId)
  }

  test('editors of what was submitted, and its writer of what became of it', async () => {
    let article = await done(village, await written(village), 'submit')
    for (const editor of [yang, shao]) {
      expect(await told(editor, article)).toMatchObject([{ kind: 'article_submitted', read: false }])
    }
    article = await done(yang, article, 'return', { note: '请补一张照片' })
    expect(await told(shao, article)).toMatchObject([{ read: true }])
    expect(await told(village, article)).toMatchObject([{ kind: 'article_returned', note: '请补一张照片' }])
    article = await done(yang, await done(village, article, 'submit'), 'approve')
    await done(yang, article, 'publish')
    const kinds = (await told(village, article)).map(({ kind }) => kind)
    expect(kinds).toEqual(['article_published', 'article_approved', 'article_returned'])
    expect(await told(officer, article)).toEqual([])
    expect((await told(yang, article)).every(({ kind, read }) => kind === 'article_submitted' && read)).toBe(true)
  })

  test('no editor of what they may not decide', async () => {
    await secondPerson(true)
    const article = await done(shao, await written(yang), 'submit')
    expect([await told(yang, article), await told(shao, article)]).toEqual([[], []])
  })
})

test('an article of before there were stages gets one, with a version and its theme’s code', async () => {
  const { documentId } = await done(yang, await written(yang), 'publish')
  const rows = () => app().db.connection('articles').where({ document_id: documentId }).orderBy('id')
  const other = app().db.connection('articles').whereNot({ document_id: documentId }).orderBy('id')
  const before = JSON.stringify(await other.clone())
  await rows().update({ stage: null, version: null, theme_code: null })
  await fillNewColumns(app().db.connection)
  const known = { version: 1, theme_code: 'service' }
  expect(await rows()).toMatchObject([
    { ...known, stage: 'draft', published_at: null },
    { ...known, stage: 'approved' },
  ])
  expect(JSON.stringify(await other)).toBe(before)
})

test('a sample article is at every place on its way, and can be gone on with', async () => {
  const list = dataOf<Article[]>(
    await yang.get('/api/articles?status=draft&filters[sample][$eq]=true&pagination[pageSize]=100'),
  )
  expect(new Set(list.map(({ desk }) => desk.stage))).toEqual(new Set(['draft', 'submitted', 'approved', 'returned']))
  for (const { documentId, desk } of list) {
    ArticleDesk.parse(desk)
    const [first] = (await historyOf(yang, documentId)).reverse()
    expect(first).toMatchObject({ verb: 'create', hasContent: true })
    expect((await draftOf(yang, documentId)).desk.problems).toEqual([])
  }
})
