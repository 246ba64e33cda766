import { nameOf, service, type Actor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { fromFile } from 'file-type'
import type { Context } from 'koa'
import type { File } from '../../contracts'
import { cleanName, FILE_BYTES_MAX, mayUpload, mayUploadKind, mimeOf } from '../../domain/file-kinds'
import { errorAt, forbidden, malformed, RefusedError } from '../http/refused-error'
import { insertClaim } from '../store/files'

/** A file of a multipart body, as `strapi::body` leaves it. */
interface Incoming {
  filepath: string
  originalFilename: string | null
  mimetype: string | null
  size: number
}

/** A stored file's row. */
interface Stored {
  id: number
  documentId: string
  name: string
  hash: string
  url: string
  mime: string
}

interface UploadService {
  upload(request: { data: { fileInfo: object }; files: Incoming }): Promise<Stored[]>
}

const FILES_MAX = 10

/** POST /api/upload, in the place of Strapi's own action of the same route. */
export function uploadAction(strapi: Core.Strapi) {
  return async (ctx: Context): Promise<void> => {
    const actor = service(strapi, 'access', 'actors').current()
    if (!mayUpload(actor)) throw forbidden('role_not_allowed')
    const incoming = incomingOf(ctx)
    const mimes = await Promise.all(incoming.map((file, index) => checkedMime(actor, file, index)))
    const views: File[] = []
    for (const [index, file] of incoming.entries()) {
      const mime = mimes[index]
      if (mime === undefined) continue
      const stored = await store(strapi, { ...file, mimetype: mime })
      const { documentId, hash, name, url } = stored
      const claim = { fileId: documentId, hash, name, url, mime, uploader: nameOf(actor) }
      await insertClaim(strapi.db.connection, claim, Date.now())
      views.push({ id: stored.id, documentId, name, url, mime, size: file.size })
    }
    const detail = { files: views.map(({ documentId, name, size }) => ({ documentId, name, size })) }
    await service(strapi, 'access', 'audit').record({ actor, action: 'upload', subjectType: 'file', detail })
    ctx.status = 201
    ctx.body = views
  }
}

/** The files of the request: 400 unless they, and nothing else, came in the field `files`. */
function incomingOf(ctx: Context): Incoming[] {
  const { body, files } = ctx.request as unknown as { body?: unknown; files?: Record<string, Incoming | Incoming[]> }
  const fields = typeof body === 'object' && body !== null ? Object.keys(body) : []
  const strange = [...Object.keys(ctx.query), ...fields, ...Object.keys(files ?? {})]
    .filter((name) => name !== 'files')
    .map((name) => errorAt([name], `Unrecognized key: ${JSON.stringify(name)}`, 'unrecognized_key'))
  if (strange.length > 0) throw malformed(...strange)
  const list = files?.files === undefined ? [] : [files.files].flat()
  if (list.length === 0) throw malformed(errorAt(['files'], 'Expected at least one file', 'required'))
  if (list.length > FILES_MAX) throw malformed(errorAt(['files'], `At most ${FILES_MAX} files`, 'too_big'))
  return list
}

async function checkedMime(actor: Actor, file: Incoming, index: number): Promise<string> {
  const path = ['files', String(index)]
  if (file.size > FILE_BYTES_MAX)
    throw new RefusedError(413, 'too_large', { errors: [errorAt(path, 'At most 10 MB', 'too_big')] })
  if (file.size === 0) throw malformed(errorAt(path, 'An empty file', 'too_small'))
  // A file that ends before its kind is told is none of the kinds that are taken.
  const found = await fromFile(file.filepath).catch(() => undefined)
  const mime = mimeOf(cleanName(file.originalFilename ?? ''), found?.mime ?? null)
  if (mime === null || !mayUploadKind(actor, mime)) {
    throw malformed(
      errorAt(path, 'Expected an image, a PDF or an office document that is what its name says', 'file_kind'),
    )
  }
  return mime
}

async function store(strapi: Core.Strapi, file: Incoming): Promise<Stored> {
  const name = cleanName(file.originalFilename ?? 'file')
  const uploads = strapi.plugin('upload').service('upload') as unknown as UploadService
  const request = { data: { fileInfo: { name } }, files: { ...file, originalFilename: name } }
  // Uploading reads and writes the media library, which is none of the actor's rows.
  const stored = await service(strapi, 'access', 'actors').asSystem('upload', () => uploads.upload(request))
  const [row] = stored
  if (row === undefined) throw new Error('the upload service stored nothing')
  return row
}
