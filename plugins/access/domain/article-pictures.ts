import { isWithin, type Actor } from '@practice/kernel'
import { mayReadDrafts } from './article'
import { PICTURE_PROBLEMS, type Consent, type PictureProblem } from './article-vocabulary'

/** What is noted of a picture of an article. */
export interface PictureNote {
  url: string
  alt: string
  caption: string
  consent: Consent | null
  consentNote: string
}

/** Something that keeps pictures from going out, with their addresses. */
export interface PictureFinding {
  code: PictureProblem
  pictures: string[]
}

/** A picture as an article shows it, with the text that stands there for it. */
interface Shown {
  url: string
  alt: string
}

/** What of an article has to do with its pictures. */
export interface Illustrated {
  body: string | null
  cover: { url: string; alternativeText: string | null } | null
  notes: readonly PictureNote[]
}

const IMAGE = /<img\b[^>]*>/g
const STORED = /^\/uploads\/(?:(?:thumbnail|small|medium|large)_)?([\w-]+)\.\w{1,8}$/

/** By which two addresses are known to show one picture: its sizes are files of their own. */
function keyOf(url: string): string {
  return STORED.exec(url)?.[1] ?? url
}

/** The pictures of a sanitised body, in its order. */
function picturesIn(html: string): Shown[] {
  return [...html.matchAll(IMAGE)].flatMap(([tag]) => {
    const url = attributeIn(tag, 'src')
    return url === null ? [] : [{ url, alt: attributeIn(tag, 'alt') ?? '' }]
  })
}

function attributeIn(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null
}

/** What keeps the pictures of an article from going out; nothing when each says what it shows and who agreed. */
export function findingsOf({ body, cover, notes }: Illustrated): PictureFinding[] {
  const noted = new Map(notes.map((note) => [keyOf(note.url), note]))
  const covers = cover === null ? [] : [{ url: cover.url, alt: cover.alternativeText ?? '' }]
  const shown = [...covers, ...picturesIn(body ?? '')]
  const lacking: Record<PictureProblem, (picture: Shown) => boolean> = {
    consent_missing: ({ url }) => (noted.get(keyOf(url))?.consent ?? null) === null,
    alt_missing: ({ url, alt }) => alt.trim() === '' && (noted.get(keyOf(url))?.alt ?? '').trim() === '',
  }
  return PICTURE_PROBLEMS.flatMap((code) => {
    const pictures = [...new Set(shown.filter(lacking[code]).map(({ url }) => url))]
    return pictures.length === 0 ? [] : [{ code, pictures }]
  })
}

/** A sanitised body in which pictures without a text of their own have the one that was noted. */
export function withNotedTexts(html: string, notes: readonly PictureNote[]): string {
  const noted = new Map(notes.map((note) => [keyOf(note.url), note.alt.trim()]))
  return html.replace(IMAGE, (tag) => {
    const alt = noted.get(keyOf(attributeIn(tag, 'src') ?? '')) ?? ''
    if (alt === '' || (attributeIn(tag, 'alt') ?? '').trim() !== '') return tag
    return tag.replace(/\salt="[^"]*"/, '').replace(/^<img/, () => `<img alt="${escaped(alt)}"`)
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** What a JSON column holds of notes, as the databases and Strapi's panel give it. */
export function notesOf(value: unknown): PictureNote[] {
  const list: unknown = typeof value === 'string' ? JSON.parse(value) : value
  return Array.isArray(list) ? (list as PictureNote[]) : []
}

/** The notes as somebody may see them: who agreed to be shown is for those who write at the article's site. */
export function notesShown(actor: Actor, siteCode: unknown, value: unknown): unknown {
  const isOwn = actor.kind !== 'user' || (actor.siteCode !== null && isWithin(String(siteCode), actor.siteCode))
  if (mayReadDrafts(actor) && isOwn) return value
  return notesOf(value).map(({ url, alt, caption }) => ({ url, alt, caption }))
}
