import type { ApiError } from '../../api/error'

/** Longest texts, in characters, as the server has them. */
export const TITLE_LENGTH = 120
export const SUMMARY_LENGTH = 500
export const AUTHOR_LENGTH = 60
export const BODY_LENGTH = 200_000

/** The picture above an article. Its name says what it shows, unless a text was given with it. */
export interface Cover {
  id: number
  url: string
  name: string
  alternativeText: string | null
}

/** An article as the server gives it, draft or published. */
export interface ArticleRow {
  documentId: string
  title: string
  summary: string | null
  body: string | null
  siteCode: string
  author: string | null
  publishAt: string | null
  publishedAt: string | null
  updatedAt: string
  cover: Cover | null
  theme: { code: string; name: string } | null
  site: { code: string; name: string } | null
}

/** What one writes. */
export interface ArticleValues {
  title: string
  summary: string
  theme: string | null
  site: string
  author: string
  cover: Cover | null
  body: string
}

/** Where an article stands: nobody reads it, it waits for its time, or everybody reads it. */
export type ArticleState = 'draft' | 'scheduled' | 'published'

/** The state that the state line tells: a time that is set comes before anything else. */
export function stateOf(draft: Pick<ArticleRow, 'publishAt'>, isPublished: boolean): ArticleState {
  if (draft.publishAt !== null) return 'scheduled'
  return isPublished ? 'published' : 'draft'
}

/** An empty article of a site. */
export function newValues(site: string, author: string): ArticleValues {
  return { title: '', summary: '', theme: null, site, author, cover: null, body: '' }
}

/** What is written in a row. */
export function valuesOf(row: ArticleRow): ArticleValues {
  return {
    title: row.title,
    summary: row.summary ?? '',
    theme: row.theme?.code ?? null,
    site: row.siteCode,
    author: row.author ?? '',
    cover: row.cover,
    body: row.body ?? '',
  }
}

/** Values as the server takes them. */
export function bodyOf(values: ArticleValues): Record<string, unknown> {
  const { title, summary, theme, site, author, cover, body } = values
  const text = (value: string) => (value.trim() === '' ? null : value.trim())
  return {
    title: title.trim(),
    summary: text(summary),
    theme,
    site,
    author: text(author),
    cover: cover?.id ?? null,
    body: text(body),
  }
}

/** Whether two versions read the same. */
export function sameValues(one: ArticleValues, other: ArticleValues): boolean {
  return JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other))
}

/** What a picture shows, for those who do not see it. */
export function textOfCover({ alternativeText, name }: Cover): string {
  return alternativeText ?? name.replace(/\.[a-z0-9]{1,5}$/i, '')
}

/** What keeps an article from being saved or published, by field; codes are keys of `articles:problem`. */
export type Problems = Readonly<Partial<Record<keyof ArticleValues | 'publishAt', string>>>

/** What is missing before an article can be saved, or go out. */
export function problemsOf(values: ArticleValues, isGoingOut: boolean, isBlank: (html: string) => boolean): Problems {
  return {
    ...(values.title.trim() === '' ? { title: 'titleMissing' } : {}),
    ...(isGoingOut && isBlank(values.body) ? { body: 'bodyMissing' } : {}),
    ...(values.body.length > BODY_LENGTH ? { body: 'bodyTooLong' } : {}),
  }
}

const FIELD_OF_COLUMN: Readonly<Record<string, keyof ArticleValues | 'publishAt'>> = {
  title: 'title',
  summary: 'summary',
  theme: 'theme',
  site: 'site',
  siteCode: 'site',
  author: 'author',
  cover: 'cover',
  body: 'body',
  publishAt: 'publishAt',
}

/** Which fields the server refused, so that it can be said beside them. */
export function problemsIn(error: ApiError): Problems {
  const columns = Object.keys(error.fields).map((path) => path.split('.')[0] ?? path)
  const named = typeof error.details.field === 'string' ? [error.details.field] : []
  const fields = [...columns, ...named].flatMap((column) => FIELD_OF_COLUMN[column] ?? [])
  return Object.fromEntries(fields.map((field) => [field, `${field}Refused`]))
}
