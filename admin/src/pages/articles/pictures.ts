import type { ArticlePictureView, Consent } from '@practice/access/contracts'
import type { ArticleValues, Cover } from './article'

/** What is known of the people in a picture, in the order in which it is asked. */
export const CONSENTS = ['nobody', 'given', 'guardian'] as const satisfies readonly Consent[]

/** Longest texts of a picture, in characters, as the server has them. */
export const PICTURE_TEXT_LENGTH = 200

/** Pictures of a text, in their order, each once. */
export function picturesIn(body: string): Pick<ArticlePictureView, 'url' | 'alt' | 'caption'>[] {
  if (!body.includes('<img')) return []
  const { body: root } = new DOMParser().parseFromString(body, 'text/html')
  const found = new Map<string, Pick<ArticlePictureView, 'url' | 'alt' | 'caption'>>()
  for (const image of root.querySelectorAll('img')) {
    const url = image.getAttribute('src') ?? ''
    const caption = image.closest('figure')?.querySelector('figcaption')?.textContent ?? ''
    if (!found.has(url)) found.set(url, { url, alt: (image.getAttribute('alt') ?? '').trim(), caption: caption.trim() })
  }
  return [...found.values()]
}

/** The note on a picture, or one that says nothing yet. */
export function noteOf(pictures: readonly ArticlePictureView[], url: string): ArticlePictureView {
  return pictures.find((note) => note.url === url) ?? { url, alt: '', caption: '', consent: null, consentNote: '' }
}

/** What a cover shows, for those who do not see it: as noted, else as its file says. */
export function textOfCover(cover: Cover, pictures: readonly Pick<ArticlePictureView, 'url' | 'alt'>[]): string {
  const noted = pictures.find(({ url }) => url === cover.url)?.alt ?? ''
  return noted === '' ? (cover.alternativeText ?? '') : noted
}

/** Notes on all pictures that are shown, the cover first. In the text its own words count. */
export function notesOf({ cover, body, pictures }: ArticleValues): ArticlePictureView[] {
  const inText = picturesIn(body).map((shown) => {
    const note = noteOf(pictures, shown.url)
    const cut = (text: string) => text.slice(0, PICTURE_TEXT_LENGTH)
    return { ...note, alt: cut(shown.alt === '' ? note.alt : shown.alt), caption: cut(shown.caption) }
  })
  if (cover === null || inText.some(({ url }) => url === cover.url)) return inText
  return [{ ...noteOf(pictures, cover.url), alt: textOfCover(cover, pictures) }, ...inText]
}

/** Notes with one more, or with one changed. */
export function withNote(pictures: readonly ArticlePictureView[], note: ArticlePictureView): ArticlePictureView[] {
  return [...pictures.filter(({ url }) => url !== note.url), note]
}

/** What is still to be said of a picture before it goes out; keys of `articles:pictures.open`. */
export function openOf({ alt, consent }: ArticlePictureView): ('alt' | 'consent')[] {
  return [...(alt === '' ? (['alt'] as const) : []), ...(consent === null ? (['consent'] as const) : [])]
}
