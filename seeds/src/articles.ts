import { CHINA_OFFSET_MS, DAY_MS, HOUR_MS, isoOf, type Instant } from '@practice/kernel'
import type { Core, UID } from '@strapi/types'
import { DEMO_ACCOUNTS } from './accounts'
import { readRows } from './csv'
import { documentIdOf } from './document-id'
import { fillFiles, linkFiles, storePicture, type FileSeed } from './files'
import { cover } from './images'
import { fill, idsByKey, type Table } from './store'

const ARTICLE: UID.ContentType = 'api::article.article'
const FILE: UID.ContentType = 'plugin::upload.file'

/** An article to be seeded. */
export interface ArticleSeed {
  documentId: string
  title: string
  summary: string
  /** HTML, paragraphs only. */
  body: string
  theme: string
  siteCode: string
  state: 'published' | 'draft' | 'scheduled'
  writtenAt: Instant
  /** When a scheduled draft publishes itself. */
  publishAt: Instant | null
}

const PUBLISH_HOUR = 9

/** Twenty articles of the sixty days before `now`; what they tell of is invented. */
export function sampleArticles(now: Instant): ArticleSeed[] {
  const columns = ['code', 'state', 'days_ago', 'theme', 'site', 'title', 'summary', 'body'] as const
  return readRows('articles.csv', columns).map((row) => ({
    documentId: documentIdOf(ARTICLE, row.code),
    title: row.title,
    summary: row.summary,
    body: row.body
      .split('\n')
      .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
      .join(''),
    theme: row.theme,
    siteCode: row.site,
    state: row.state as ArticleSeed['state'],
    writtenAt: now - Number(row.days_ago) * DAY_MS - HOUR_MS,
    publishAt: row.state === 'scheduled' ? morningAfter(now + DAY_MS) : null,
  }))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The first nine o'clock in China after a moment. */
function morningAfter(at: Instant): Instant {
  const midnight = at - ((at + CHINA_OFFSET_MS) % DAY_MS)
  const morning = midnight + PUBLISH_HOUR * HOUR_MS
  return morning > at ? morning : morning + DAY_MS
}

const AMONG = { draft: { publishedAt: null }, published: { publishedAt: { $notNull: true } } } as const
type Version = keyof typeof AMONG

/** Strapi keeps a draft of every article, and beside it the published one. */
function tableOf(version: Version): Table<ArticleSeed> {
  return {
    uid: ARTICLE,
    key: ['documentId'],
    keyOf: (article) => article.documentId,
    among: AMONG[version],
    rowOf: ({ state: _state, theme: _theme, writtenAt, publishAt, ...article }) => ({
      ...article,
      author: editor().displayName,
      publishAt: isoOf(publishAt),
      createdAt: isoOf(writtenAt),
      updatedAt: isoOf(writtenAt),
      publishedAt: version === 'published' ? isoOf(writtenAt) : null,
      sample: true,
    }),
    links: [
      { attribute: 'theme', target: 'api::theme.theme', codeOf: (article) => article.theme },
      { attribute: 'site', target: 'api::site.site', codeOf: (article) => article.siteCode },
    ],
  }
}

function editor() {
  const account = DEMO_ACCOUNTS.find((one) => one.role === 'county-editor')
  if (account === undefined) throw new Error('no demo account for county-editor')
  return account
}

/**
 * Adds the articles that are missing, each with its cover, in one transaction. One that was unpublished since is left
 * as it is. Answers how many were missing.
 */
export async function fillArticles(strapi: Core.Strapi, now: Instant): Promise<number> {
  const known = await idsByKey(strapi, ARTICLE, ['documentId'])
  const missing = sampleArticles(now).filter((article) => !known.has(article.documentId))
  const covers: FileSeed[] = []
  for (const article of missing) covers.push(await coverOf(strapi, article))
  await strapi.db.transaction(async () => {
    await fillFiles(strapi, covers)
    await fill(strapi, tableOf('draft'), missing)
    const published = missing.filter((article) => article.state === 'published')
    await fill(strapi, tableOf('published'), published)
    await linkCovers(strapi, 'draft', missing)
    await linkCovers(strapi, 'published', published)
  })
  return missing.length
}

async function coverOf(strapi: Core.Strapi, { documentId, title, theme, siteCode, writtenAt }: ArticleSeed) {
  const owner = { type: 'article', documentId, siteCode, teamCode: null, householdCode: null } as const
  return storePicture(strapi, await cover(documentId, theme), {
    documentId: coverIdOf(documentId),
    name: `题图 ${title}`,
    alternativeText: `${title}（示例题图）`,
    uploader: editor().username,
    at: writtenAt,
    owner,
  })
}

function coverIdOf(articleId: string): string {
  return documentIdOf('cover', articleId)
}

async function linkCovers(strapi: Core.Strapi, version: Version, articles: readonly ArticleSeed[]): Promise<void> {
  const rows = await idsByKey(strapi, ARTICLE, ['documentId'], AMONG[version])
  const files = await idsByKey(strapi, FILE, ['documentId'])
  await linkFiles(
    strapi,
    { type: ARTICLE, attribute: 'cover' },
    articles.map(({ documentId }) => ({ id: idIn(rows, documentId), fileId: idIn(files, coverIdOf(documentId)) })),
  )
}

function idIn(ids: ReadonlyMap<string, number>, documentId: string): number {
  const id = ids.get(documentId)
  if (id === undefined) throw new Error(`${documentId} was not written`)
  return id
}
