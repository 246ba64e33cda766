import type { ArticleDeskView, ArticlePictureView } from '@practice/access/contracts'
import type { ApiError } from '../../api/error'
import { notesOf } from './pictures'

/** Longest texts, in characters, as the server has them. */
export const TITLE_LENGTH = 120
export const SUMMARY_LENGTH = 500
export const AUTHOR_LENGTH = 60
export const BODY_LENGTH = 200_000

/** The picture above an article. */
export interface Cover {
  id: number
  url: string
  name: string
  alternativeText: string | null
}

/** An article as readers get it, and what both its versions have. */
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
  /** Readers get `url`, `alt` and `caption` alone. */
  pictures: Pick<ArticlePictureView, 'url' | 'alt' | 'caption'>[] | null
}

/** An article as it is written, with where it stands and what may be done. */
export interface DraftRow extends ArticleRow {
  pictures: ArticlePictureView[] | null
  desk: ArticleDeskView
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
  /** What was noted of pictures, also of such as are no longer shown. */
  pictures: ArticlePictureView[]
}

/** Where an article stands, in one word. */
export type Standing = 'draft' | 'submitted' | 'returned' | 'approved' | 'scheduled' | 'published'

/**
 * The words of the state line: where the text stands, unless it simply is what readers see, and whether they see
 * anything. `isAhead`: the draft reads otherwise than what is published.
 */
export function standingsOf(desk: ArticleDeskView, isAhead: boolean): Standing[] {
  const isPublished = desk.publishedAt !== null
  const isSettled = isPublished && !isAhead && (desk.stage === 'approved' || desk.stage === 'draft')
  const text: Standing[] = desk.publishAt !== null ? ['scheduled'] : isSettled ? [] : [desk.stage]
  return isPublished ? [...text, 'published'] : text
}

/** An empty article of a site. */
export function newValues(site: string, author: string): ArticleValues {
  return { title: '', summary: '', theme: null, site, author, cover: null, body: '', pictures: [] }
}

/** What is written in a draft. */
export function valuesOf(row: DraftRow): ArticleValues {
  return {
    title: row.title,
    summary: row.summary ?? '',
    theme: row.theme?.code ?? null,
    site: row.siteCode,
    author: row.author ?? '',
    cover: row.cover,
    body: row.body ?? '',
    pictures: row.pictures ?? [],
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
    pictures: notesOf(values),
  }
}

/** Whether two versions are the same to the server. */
export function sameValues(one: ArticleValues, other: ArticleValues): boolean {
  return JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other))
}

/** Whether two versions are the same to readers. */
export function readsAlike(one: ArticleRow, other: ArticleRow): boolean {
  const read = ({ title, summary, body, author, siteCode, theme, cover, pictures }: ArticleRow) =>
    JSON.stringify([
      ...[title, summary ?? '', body ?? '', author ?? '', siteCode, theme?.code ?? null, cover?.id ?? null],
      (pictures ?? []).map(({ url, alt, caption }) => [url, alt, caption]),
    ])
  return read(one) === read(other)
}

/** What keeps an article from being saved or published, by field; codes are keys of `articles:problem`. */
export type Problems = Readonly<Partial<Record<keyof ArticleValues | 'publishAt', string>>>

/** What is missing before an article can be saved, or handed on. */
export function problemsOf(values: ArticleValues, isHandedOn: boolean, isBlank: (html: string) => boolean): Problems {
  return {
    ...(values.title.trim() === '' ? { title: 'titleMissing' } : {}),
    ...(isHandedOn && isBlank(values.body) ? { body: 'bodyMissing' } : {}),
    ...(values.body.length > BODY_LENGTH ? { body: 'bodyTooLong' } : {}),
  }
}

const FIELD_OF_COLUMN: Readonly<Record<string, keyof Problems>> = {
  title: 'title',
  summary: 'summary',
  theme: 'theme',
  site: 'site',
  siteCode: 'site',
  author: 'author',
  cover: 'cover',
  body: 'body',
  pictures: 'pictures',
  publishAt: 'publishAt',
}

/** Which fields the server refused, so that it can be said beside them. */
export function problemsIn(error: ApiError): Problems {
  const columns = Object.keys(error.fields).map((path) => path.split('.')[0] ?? path)
  const named = typeof error.details.field === 'string' ? [error.details.field] : []
  const fields = [...columns, ...named].flatMap((column) => FIELD_OF_COLUMN[column] ?? [])
  return Object.fromEntries(fields.map((field) => [field, `${field}Refused`]))
}
