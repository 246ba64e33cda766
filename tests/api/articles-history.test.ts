import { ArticleDesk } from '@practice/access/contracts'
import { fillNewColumns } from '../../cms/src/api/article/store/new-columns'
import { app, asSystem, onPostgres } from '../support/api'
import { dataOf, refusalOf, VILLAGE } from './dispatch-support'
import {
  REVISION,
  written,
  act,
  done,
  draftOf,
  historyOf,
  inPanel,
  newsroom,
  type Article,
  type Newsroom,
} from './news-support'

let yang: Newsroom['yang']
let shao: Newsroom['shao']
let village: Newsroom['village']

beforeAll(async () => {
  ;({ yang, shao, village } = await newsroom())
})

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
