import { CHINA_OFFSET_MS, DAY_MS, HOUR_MS, isoOf, type Instant } from '@practice/kernel'
import type { Core, UID } from '@strapi/types'
import { accountOf, REVISIONS, revisionsOf, standingOf } from './article-history'
import { readRows } from './csv'
import { documentIdOf } from './document-id'
import { fillFiles, linkFiles, storePicture, type FileSeed } from './files'
import { cover } from './images'
import { fill, idsByKey, type Table } from './store'

const ARTICLE: UID.ContentType = 'api::article.article'
const FILE: UID.ContentType = 'plugin::upload.file'

/** Where a seeded article stands: out, or at one of the places on the way there. */
export type ArticleSeedState = 'published' | 'draft' | 'submitted' | 'returned' | 'approved' | 'scheduled'

/** An article to be seeded. */
export interface ArticleSeed {
  documentId: string
  title: string
  summary: string
  /** HTML, paragraphs only. */
  body: string
  theme: string
  siteCode: string
  state: ArticleSeedState
  /** Who wrote it, by username. */
  writer: string
  /** Why it was sent back. */
  note: string | null
  writtenAt: Instant
  /** When a scheduled draft publishes itself. */
  publishAt: Instant | null
}

const PUBLISH_HOUR = 9

/** Some twenty articles of the sixty days before `now`; what they tell of is invented. */
export function sampleArticles(now: Instant): ArticleSeed[] {
  const columns = ['code', 'state', 'days_ago', 'theme', 'site', 'writer', 'note', 'title', 'summary', 'body'] as const
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
    state: row.state as ArticleSeedState,
    writer: row.writer,
    note: row.note === '' ? null : row.note,
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

/** Strapi keeps a draft of every article, and beside it the published one. `covers` are their pictures, by documentId. */
function tableOf(version: Version, covers: ReadonlyMap<string, FileSeed>): Table<ArticleSeed> {
  return {
    uid: ARTICLE,
    key: ['documentId'],
    keyOf: (article) => article.documentId,
    among: AMONG[version],
    rowOf: ({ state, theme, writer, note, writtenAt, publishAt, ...article }) => ({
      ...article,
      ...standingOf({ state, writer, note, writtenAt }),
      themeCode: theme,
      author: accountOf(writer).displayName,
      pictures: notesOf(covers.get(article.documentId)),
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

/** What the cover shows is made here, so that nobody is in it. */
function notesOf(file: FileSeed | undefined) {
  if (file === undefined) return []
  return [{ url: file.url, alt: file.alternativeText, caption: '', consent: 'nobody', consentNote: '' }]
}

/**
 * Adds the articles that are missing, each with its cover, in one transaction. One that was unpublished since is left
 * as it is. Answers how many were missing.
 */
export async function fillArticles(strapi: Core.Strapi, now: Instant): Promise<number> {
  const known = await idsByKey(strapi, ARTICLE, ['documentId'])
  const missing = sampleArticles(now).filter((article) => !known.has(article.documentId))
  const covers = new Map<string, FileSeed>()
  for (const article of missing) covers.set(article.documentId, await coverOf(strapi, article))
  await strapi.db.transaction(async () => {
    await fillFiles(strapi, [...covers.values()])
    await fill(strapi, tableOf('draft', covers), missing)
    const published = missing.filter((article) => article.state === 'published')
    await fill(strapi, tableOf('published', covers), published)
    const contentOf = await contents(strapi, covers)
    const histories = missing.flatMap((article) => revisionsOf(article, contentOf(article)))
    await fill(strapi, REVISIONS, histories)
    await linkCovers(strapi, 'draft', missing)
    await linkCovers(strapi, 'published', published)
  })
  return missing.length
}

/** How articles read, as their histories keep it. */
async function contents(
  strapi: Core.Strapi,
  covers: ReadonlyMap<string, FileSeed>,
): Promise<(article: ArticleSeed) => object> {
  const files = await idsByKey(strapi, FILE, ['documentId'])
  const themes = await namesOf(strapi, 'api::theme.theme')
  const sites = await namesOf(strapi, 'api::site.site')
  return ({ documentId, title, summary, body, theme, siteCode, writer }) => ({
    ...{ title, summary, body, author: accountOf(writer).displayName, publishAt: null },
    theme: { code: theme, name: themes.get(theme) ?? theme },
    site: { code: siteCode, name: sites.get(siteCode) ?? siteCode },
    cover: { id: idIn(files, coverIdOf(documentId)), url: covers.get(documentId)?.url },
    pictures: notesOf(covers.get(documentId)),
  })
}

async function namesOf(strapi: Core.Strapi, uid: UID.ContentType): Promise<Map<string, string>> {
  const rows = (await strapi.db.query(uid).findMany({ select: ['code', 'name'] })) as { code: string; name: string }[]
  return new Map(rows.map(({ code, name }) => [code, name]))
}

async function coverOf(strapi: Core.Strapi, { documentId, title, theme, siteCode, writer, writtenAt }: ArticleSeed) {
  const owner = { type: 'article', documentId, siteCode, teamCode: null, householdCode: null } as const
  return storePicture(strapi, await cover(documentId, theme), {
    documentId: coverIdOf(documentId),
    name: `题图 ${title}`,
    alternativeText: `${title}（示例题图）`,
    uploader: writer,
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
