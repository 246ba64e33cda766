import type { ArticleDeskView, ArticleRevisionView, ArticleVerb } from '@practice/access/contracts'
import type { Publishing } from '@practice/cms/articles'
import sharp from 'sharp'
import supertest from 'supertest'
import { app, as, nobody, tokenOf, type Caller } from '../support/api'
import { dataOf, VILLAGE } from './dispatch-support'

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
export const REVISION = 'api::article-revision.article-revision'

/** A draft, as whoever may write it is shown it. */
export interface Article {
  documentId: string
  title: string
  stage: string
  version: number
  publishAt: string | null
  desk: ArticleDeskView
}

/** Those who write and let out news: two editors of the district, a village and its town. */
export interface Newsroom {
  yang: Caller
  shao: Caller
  village: Caller
  officer: Caller
}

export async function newsroom(): Promise<Newsroom> {
  const [yang, shao, village, officer] = [
    await as('county-editor'),
    await as('county-editor-2'),
    await as('village-admin'),
    await as('town-officer'),
  ]
  return { yang, shao, village, officer }
}

/** Whether articles need a second person before they go out. */
export async function askSecondPerson(isAsked: boolean): Promise<void> {
  const editor = await as('county-editor')
  dataOf(await editor.put('/api/articles/settings', { data: { secondPerson: isAsked } }))
}

export const publishDue = (at: number) => (app().service('api::article.publishing') as Publishing).publishDue(at)

export async function written(caller: Caller, data: object = {}): Promise<Article> {
  const body = { title: '村里修好了路灯', body: '<p>亮了</p>', site: VILLAGE, theme: 'service', ...data }
  return dataOf<Article>(await caller.post('/api/articles', { data: body }))
}

export const act = (caller: Caller, { documentId, version }: Article, verb: string, input: object = {}) =>
  caller.post(`/api/articles/${documentId}/${verb}`, { data: { version, ...input } })

/** Carries a verb out, and gives the article as it stands then. */
export async function done(caller: Caller, article: Article, verb: ArticleVerb, input: object = {}): Promise<Article> {
  return dataOf<Article>(await act(caller, article, verb, input))
}

export const draftOf = async (caller: Caller, documentId: string) =>
  dataOf<Article>(await caller.get(`/api/articles/${documentId}?status=draft`))

export const historyOf = async (caller: Caller, documentId: string) =>
  dataOf<ArticleRevisionView[]>(await caller.get(`/api/articles/${documentId}/history`))

export async function isPublic({ documentId }: Pick<Article, 'documentId'>): Promise<boolean> {
  const reply = await nobody().get(`/api/articles/${documentId}`)
  expect([200, 404]).toContain(reply.status)
  return reply.status === 200
}

const panel = { kind: 'panel', adminId: 7, displayName: '系统管理员' }

/** Work of Strapi's content manager, as one of its administrators. */
export function inPanel<T>(work: () => Promise<T>): Promise<T> {
  const actors = app().plugin('access').service('actors') as {
    runAs<R>(actor: object, work: () => Promise<R>): Promise<R>
  }
  return actors.runAs(panel, work)
}

/** Uploads a small picture; gives its number and its address. */
export async function picture(username: string): Promise<{ id: number; url: string }> {
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

/** What verbs ask for beside the version. */
export const INPUTS: Partial<Record<ArticleVerb, object>> = {
  return: { note: '数字请核对' },
  schedule: { publishAt: new Date(Date.now() + DAY_MS).toISOString() },
}
