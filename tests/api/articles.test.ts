import type { Publishing } from '@practice/cms/articles'
import { app, as, nobody, onPostgres, type Caller } from '../support/api'

interface Article {
  documentId: string
  title: string
  publishAt: string | null
  publishedAt: string | null
}

const TOWN = '640402100'
/** Before every article of the sample is due. */
const now = Date.UTC(2020, 0, 1)
const HOUR_MS = 3_600_000
let editor: Caller

const publishDue = (at: number) => (app().service('api::article.publishing') as Publishing).publishDue(at)

beforeAll(async () => {
  editor = await as('county-editor')
})

async function draft(caller: Caller, data: object = {}): Promise<Article> {
  const reply = await caller.post('/api/articles', {
    data: { title: '秋收志愿服务', body: '<p>正文</p>', siteCode: TOWN, ...data },
  })
  expect(reply.status).toBe(201)
  return (reply.body as { data: Article }).data
}

const turn = (caller: Caller, documentId: string, verb: 'publish' | 'unpublish') =>
  caller.post(`/api/articles/${documentId}/${verb}`, { data: {} })

async function seenByAnybody(documentId: string): Promise<boolean> {
  const reply = await nobody().get(`/api/articles/${documentId}`)
  expect([200, 404]).toContain(reply.status)
  return reply.status === 200
}

describe('an article', () => {
  test('is a draft until an editor publishes it, and again when it is taken back', async () => {
    const { documentId } = await draft(editor)
    expect(await seenByAnybody(documentId)).toBe(false)
    expect((await turn(editor, documentId, 'publish')).status).toBe(200)
    expect(await seenByAnybody(documentId)).toBe(true)
    expect((await turn(editor, documentId, 'unpublish')).status).toBe(200)
    expect(await seenByAnybody(documentId)).toBe(false)
  })

  test('written with status=published is a draft all the same', async () => {
    const reply = await editor.post('/api/articles?status=published', { data: { title: '直接发布', siteCode: TOWN } })
    expect(await seenByAnybody((reply.body as { data: Article }).data.documentId)).toBe(false)
  })

  test('is never shown as a draft to anybody', async () => {
    const { documentId } = await draft(editor)
    const list = await nobody().get('/api/articles?status=draft')
    expect(JSON.stringify(list.body)).not.toContain(documentId)
    expect((await nobody().get(`/api/articles/${documentId}?status=draft`)).status).toBe(403)
  })

  test('is read by everybody from one reply, which its next change ends', async () => {
    const { documentId } = await draft(editor)
    await turn(editor, documentId, 'publish')
    const title = async () => ((await nobody().get(`/api/articles/${documentId}`)).body as { data: Article }).data.title
    expect([await title(), await title()]).toEqual(['秋收志愿服务', '秋收志愿服务'])
    await editor.put(`/api/articles/${documentId}`, { data: { title: '改过的标题' } })
    expect(await title()).toBe('秋收志愿服务')
    await turn(editor, documentId, 'publish')
    expect(await title()).toBe('改过的标题')
  })

  test('comes newest first', async () => {
    const { documentId } = await draft(editor)
    await turn(editor, documentId, 'publish')
    const list = await nobody().get('/api/articles')
    expect((list.body as { data: Article[] }).data[0]?.documentId).toBe(documentId)
  })

  test.each(['town-officer', 'village-admin', 'county-dispatcher', 'team-leader', 'leader', 'resident'])(
    'is not published by %s',
    async (username) => {
      const { documentId } = await draft(editor)
      expect((await turn(await as(username), documentId, 'publish')).status).toBe(403)
      expect(await seenByAnybody(documentId)).toBe(false)
    },
  )

  test('with anything in the body of publish is malformed', async () => {
    const { documentId } = await draft(editor)
    const reply = await editor.post(`/api/articles/${documentId}/publish`, { data: { at: 'now' } })
    expect(reply.status).toBe(400)
    expect(await seenByAnybody(documentId)).toBe(false)
  })

  test('that is not there cannot be published', async () => {
    expect((await turn(editor, 'nosuchdocument', 'publish')).status).toBe(404)
  })
})

describe('a scheduled article', () => {
  const at = (ms: number) => new Date(now + ms).toISOString()

  test('publishes itself when its time has come, and not before', async () => {
    const { documentId } = await draft(editor, { publishAt: at(HOUR_MS) })
    await publishDue(now)
    expect(await seenByAnybody(documentId)).toBe(false)
    await publishDue(now + HOUR_MS)
    expect(await seenByAnybody(documentId)).toBe(true)
  })

  test('is published once by several servers at once', async () => {
    await publishDue(now)
    const { documentId } = await draft(editor, { publishAt: at(0) })
    const counts = await Promise.all(Array.from({ length: onPostgres ? 8 : 2 }, () => publishDue(now)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await seenByAnybody(documentId)).toBe(true)
  })

  test('waits no more once it was published or taken back by hand', async () => {
    const { documentId } = await draft(editor, { publishAt: at(0) })
    await turn(editor, documentId, 'publish')
    await turn(editor, documentId, 'unpublish')
    expect(await publishDue(now)).toBe(0)
    expect(await seenByAnybody(documentId)).toBe(false)
  })

  test('is scheduled by an editor only, and loses its time when a town changes it', async () => {
    const officer = await as('town-officer')
    const refused = await officer.post('/api/articles', {
      data: { title: '本镇新闻', siteCode: TOWN, publishAt: at(0) },
    })
    expect(refused.status).toBe(403)
    const { documentId } = await draft(officer)
    expect((await editor.put(`/api/articles/${documentId}`, { data: { publishAt: at(0) } })).status).toBe(200)
    expect((await officer.put(`/api/articles/${documentId}`, { data: { title: '改了标题' } })).status).toBe(200)
    expect(await publishDue(now)).toBe(0)
  })
})
