import type { ArticlePictureView } from '@practice/access/contracts'
import { queryOptions } from '@tanstack/react-query'
import { loadAll } from '../../api/directory'
import type { Cover } from '../articles/article'
import { noteOf, openOf, textOfCover } from '../articles/pictures'

/** An article, as far as its pictures go. */
export interface PicturedArticle {
  documentId: string
  title: string
  updatedAt: string
  pictures: ArticlePictureView[] | null
  cover: Cover | null
}

/** Where a picture is shown. */
export interface Use {
  documentId: string
  title: string
  isCover: boolean
}

/** A picture with what is known of it, and the articles that show it, the last changed first. */
export interface Medium extends ArticlePictureView {
  uses: Use[]
}

/** Which pictures a page shows; also keys of `media:which`. */
export const WHICH = ['all', 'consent', 'alt'] as const
export type Which = (typeof WHICH)[number]

/** Every article that one may write, for its pictures: without their texts, so that there may be many. */
export function picturedQuery() {
  return queryOptions({
    queryKey: ['articles', 'pictured'],
    queryFn: () =>
      loadAll<PicturedArticle>('/articles', {
        status: 'draft',
        fields: ['title', 'updatedAt', 'pictures', 'siteCode'],
        populate: { cover: { fields: ['url', 'name', 'alternativeText'] } },
        sort: ['updatedAt:desc'],
      }),
  })
}

/** The pictures of articles, each once; what is noted last counts. */
export function mediaOf(articles: readonly PicturedArticle[]): Medium[] {
  const found = new Map<string, Medium>()
  const newestFirst = [...articles].sort((one, other) => other.updatedAt.localeCompare(one.updatedAt))
  for (const { documentId, title, pictures, cover } of newestFirst) {
    for (const note of withCover(pictures ?? [], cover)) {
      const use = { documentId, title, isCover: note.url === cover?.url }
      const medium = found.get(note.url)
      if (medium === undefined) found.set(note.url, { ...note, uses: [use] })
      else medium.uses.push(use)
    }
  }
  return [...found.values()]
}

function withCover(notes: readonly ArticlePictureView[], cover: Cover | null): ArticlePictureView[] {
  if (cover === null) return [...notes]
  const note = { ...noteOf(notes, cover.url), alt: textOfCover(cover, notes) }
  return [note, ...notes.filter(({ url }) => url !== cover.url)]
}

/** Pictures of which something is still open, or all of them, that have the searched words in what is said of them. */
export function mediaAmong(media: readonly Medium[], which: Which, search: string): Medium[] {
  const wanted = search.trim().toLowerCase()
  const wordsOf = ({ alt, caption, consentNote, uses }: Medium) =>
    [alt, caption, consentNote, ...uses.map(({ title }) => title)].join('\n').toLowerCase()
  return media.filter(
    (medium) =>
      (which === 'all' || openOf(medium).includes(which)) && (wanted === '' || wordsOf(medium).includes(wanted)),
  )
}
