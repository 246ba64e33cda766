import type { Actor, Role } from '@practice/kernel'

/** Ten megabytes (contract.md, "Files"). */
export const FILE_BYTES_MAX = 10 * 1024 * 1024

/** Who files evidence, writes articles, or shows in an order what is broken. */
const UPLOADERS: readonly Role[] = [
  'county-editor',
  'county-dispatcher',
  'town-officer',
  'village-admin',
  'team-leader',
  'resident',
]

/** Whether an actor may upload at all. */
export function mayUpload(actor: Actor): boolean {
  return actor.kind === 'user' && UPLOADERS.includes(actor.role)
}

/** Whether an actor may upload a file of this kind: residents have photos to show, and no documents. */
export function mayUploadKind(actor: Actor, mime: string): boolean {
  return mime.startsWith('image/') || !(actor.kind === 'user' && actor.role === 'resident')
}

const OLD_OFFICE = 'application/x-cfb'
const OPEN_XML = 'application/vnd.openxmlformats-officedocument'

/** What a name's ending says, and what its first bytes have to be: images, PDF and office documents. */
const KINDS: Readonly<Record<string, { content: string; mime: string }>> = {
  jpg: { content: 'image/jpeg', mime: 'image/jpeg' },
  jpeg: { content: 'image/jpeg', mime: 'image/jpeg' },
  png: { content: 'image/png', mime: 'image/png' },
  gif: { content: 'image/gif', mime: 'image/gif' },
  webp: { content: 'image/webp', mime: 'image/webp' },
  pdf: { content: 'application/pdf', mime: 'application/pdf' },
  docx: { content: `${OPEN_XML}.wordprocessingml.document`, mime: `${OPEN_XML}.wordprocessingml.document` },
  xlsx: { content: `${OPEN_XML}.spreadsheetml.sheet`, mime: `${OPEN_XML}.spreadsheetml.sheet` },
  pptx: { content: `${OPEN_XML}.presentationml.presentation`, mime: `${OPEN_XML}.presentationml.presentation` },
  doc: { content: OLD_OFFICE, mime: 'application/msword' },
  xls: { content: OLD_OFFICE, mime: 'application/vnd.ms-excel' },
  ppt: { content: OLD_OFFICE, mime: 'application/vnd.ms-powerpoint' },
}

/**
 * The media type with which a file is kept and served, from its name's ending and what its bytes were found to be; null
 * when it is of no kind that is taken, or is not what it says.
 */
export function mimeOf(name: string, content: string | null): string | null {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const kind = Object.hasOwn(KINDS, ending) ? KINDS[ending] : undefined
  return kind !== undefined && kind.content === content ? kind.mime : null
}

/** Whether a browser may draw a file in the page; everything else is handed over to be saved. */
export function isShownInline(mime: string): boolean {
  return mime.startsWith('image/')
}

const NAME_MAX = 120

/** A file's name as it is kept: without folders and without characters that no name needs. */
export function cleanName(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const plain = Array.from(base)
    .filter((character) => character.charCodeAt(0) >= 32 && !'<>:"|?*'.includes(character))
    .join('')
  return plain.length <= NAME_MAX ? plain : plain.slice(-NAME_MAX)
}
