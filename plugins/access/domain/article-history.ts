import type { ArticleField } from './article-vocabulary'
import type { PictureNote } from './article-pictures'

/** What is written of an article, and kept of each revision. `theme` and `site` are refs, `publishAt` is ISO. */
export interface ArticleContent {
  title: string
  summary: string | null
  body: string | null
  author: string | null
  theme: { code: string; name: string } | null
  site: { code: string; name: string }
  cover: { id: number; url: string } | null
  pictures: readonly PictureNote[]
  publishAt: string | null
}

/** What changed of one picture's note. */
export interface PictureChange {
  url: string
  from: PictureNote | null
  to: PictureNote | null
}

/** What changed of a field, as people read it. */
export interface ArticleChange {
  field: ArticleField
  from: string | null
  to: string | null
  pictures?: PictureChange[]
}

/** Longer than this, what changed of a field is cut short. */
const SHOWN_MAX = 2_000

const TEXT_OF: Readonly<
  Record<Exclude<ArticleField, 'body' | 'pictures'>, (content: ArticleContent) => string | null>
> = {
  title: ({ title }) => title,
  summary: ({ summary }) => summary,
  theme: ({ theme }) => theme?.name ?? null,
  site: ({ site }) => site.name,
  author: ({ author }) => author,
  cover: ({ cover }) => cover?.url ?? null,
  publishAt: ({ publishAt }) => publishAt,
}

const SAME: Readonly<Partial<Record<ArticleField, (content: ArticleContent) => unknown>>> = {
  theme: ({ theme }) => theme?.code ?? null,
  site: ({ site }) => site.code,
  cover: ({ cover }) => cover?.id ?? null,
}

/** What is different in `after`, field by field; everything that is there when there was nothing before. */
export function changesBetween(before: ArticleContent | null, after: ArticleContent): ArticleChange[] {
  const plain = Object.entries(TEXT_OF).flatMap(([name, textOf]): ArticleChange[] => {
    const field = name as keyof typeof TEXT_OF
    const same = SAME[field] ?? textOf
    const [old, next] = [before === null ? null : same(before), same(after)]
    if (old === next) return []
    return [{ field, from: cut(before === null ? null : textOf(before)), to: cut(textOf(after)) }]
  })
  return [...plain, ...bodyChange(before?.body ?? null, after.body), ...pictureChange(before?.pictures ?? [], after)]
}

/** Of two bodies, the paragraphs between what they begin and end with alike. */
function bodyChange(before: string | null, after: string | null): ArticleChange[] {
  if (before === after) return []
  const [old, next] = [paragraphsOf(before), paragraphsOf(after)]
  const shorter = Math.min(old.length, next.length)
  let start = 0
  while (start < shorter && old[start] === next[start]) start++
  let end = 0
  while (end < shorter - start && old[old.length - 1 - end] === next[next.length - 1 - end]) end++
  const between = (all: readonly string[]) => textOf(all.slice(start, all.length - end))
  return [{ field: 'body', from: cut(between(old)), to: cut(between(next)) }]
}

const BLOCK_END = /(?<=<\/(?:p|h[1-4]|li|tr|blockquote|pre|figure|figcaption)>|<(?:br|hr)\s*\/?>)/

function paragraphsOf(html: string | null): string[] {
  return html === null || html === '' ? [] : html.split(BLOCK_END)
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ' }

/** Paragraphs as they read, pictures by what they show. */
function textOf(paragraphs: readonly string[]): string | null {
  const lines = paragraphs.map((html) =>
    html
      .replace(/<img\b[^>]*>/g, (tag) => `[${/\salt="([^"]*)"/.exec(tag)?.[1] ?? ''}]`)
      .replace(/<[^>]*>/g, '')
      .replace(/&(lt|gt|quot|amp|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
      .trim(),
  )
  const text = lines.filter((line) => line !== '').join('\n')
  return text === '' ? null : text
}

function pictureChange(before: readonly PictureNote[], { pictures }: ArticleContent): ArticleChange[] {
  const [old, next] = [byUrl(before), byUrl(pictures)]
  const changed = [...new Set([...old.keys(), ...next.keys()])].flatMap((url): PictureChange[] => {
    const [from, to] = [old.get(url) ?? null, next.get(url) ?? null]
    return sameNote(from, to) ? [] : [{ url, from, to }]
  })
  return changed.length === 0 ? [] : [{ field: 'pictures', from: null, to: null, pictures: changed }]
}

function byUrl(notes: readonly PictureNote[]): Map<string, PictureNote> {
  return new Map(notes.map((note) => [note.url, note]))
}

/** By their parts, since a database gives the keys of JSON back in an order of its own. */
function sameNote(one: PictureNote | null, other: PictureNote | null): boolean {
  if (one === null || other === null) return one === other
  return (['alt', 'caption', 'consent', 'consentNote'] as const).every((key) => one[key] === other[key])
}

function cut(text: string | null): string | null {
  return text === null || text.length <= SHOWN_MAX ? text : `${text.slice(0, SHOWN_MAX)}…`
}
