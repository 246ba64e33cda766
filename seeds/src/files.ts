import { Readable } from 'node:stream'
import { isoOf, type Instant } from '@practice/kernel'
import type { Core, UID } from '@strapi/types'
import type { Picture } from './images'
import { fill, insertRows, type Table } from './store'

/** What a file belongs to, which decides who sees it. */
export interface FileOwner {
  type: 'order' | 'article'
  documentId: string
  siteCode: string
  teamCode: string | null
  householdCode: string | null
}

/** A file whose bytes are stored, to be entered into the library. */
export interface FileSeed {
  documentId: string
  name: string
  alternativeText: string
  hash: string
  ext: string
  mime: string
  /** Kilobytes, as the library counts. */
  size: number
  width: number
  height: number
  url: string
  /** Who uploaded it, by username. */
  uploader: string
  at: Instant
  /** Null for a file that its uploader has not filed with anything yet. */
  owner: FileOwner | null
}

const EXTENSIONS = { 'image/webp': '.webp', 'image/jpeg': '.jpg' } as const
const KILOBYTE = 1000

/** What the upload plugin's store takes and, in `url`, gives back. */
interface StoredFile {
  hash: string
  ext: string
  mime: string
  url?: string
  getStream(): Readable
}

interface UploadProvider {
  upload(file: StoredFile): Promise<void>
}

/** Stores a picture's bytes through the upload plugin. The same file again replaces itself. */
export async function storePicture(
  strapi: Core.Strapi,
  picture: Picture,
  file: Pick<FileSeed, 'documentId' | 'name' | 'alternativeText' | 'uploader' | 'at' | 'owner'>,
): Promise<FileSeed> {
  const ext = EXTENSIONS[picture.mime]
  const hash = `sample_${file.documentId}`
  const stored: StoredFile = { hash, ext, mime: picture.mime, getStream: () => Readable.from([picture.bytes]) }
  await (strapi.plugin('upload').service('provider') as UploadProvider).upload(stored)
  if (stored.url === undefined) throw new Error(`the store gave no address for ${file.name}`)
  const { mime, width, height } = picture
  const size = Math.round((picture.bytes.length / KILOBYTE) * 100) / 100
  return { ...file, name: file.name + ext, hash, ext, mime, size, width, height, url: stored.url }
}

const FILES: Table<FileSeed> = {
  uid: 'plugin::upload.file',
  key: ['documentId'],
  keyOf: (file) => file.documentId,
  rowOf: ({ uploader: _uploader, owner: _owner, at, ...file }) => ({
    ...file,
    provider: 'local',
    folderPath: '/',
    createdAt: isoOf(at),
    updatedAt: isoOf(at),
  }),
}

const CLAIMS: Table<FileSeed> = {
  uid: 'plugin::access.file-claim',
  key: ['fileId'],
  keyOf: (file) => file.documentId,
  rowOf: ({ documentId, hash, name, url, mime, uploader, at, owner }) => ({
    fileId: documentId,
    ...{ hash, name, url, mime, uploader },
    subjectType: owner?.type ?? null,
    subjectId: owner?.documentId ?? null,
    siteCode: owner?.siteCode ?? null,
    teamCode: owner?.teamCode ?? null,
    householdCode: owner?.householdCode ?? null,
    at: isoOf(at),
  }),
}

/** Enters files into the library, and into the claims by which access knows whose they are. */
export async function fillFiles(strapi: Core.Strapi, files: readonly FileSeed[]): Promise<number> {
  const added = await fill(strapi, FILES, files)
  await fill(strapi, CLAIMS, files)
  return added
}

/** Puts files into the media attribute of rows: the library keeps that in a table of its own. */
export async function linkFiles(
  strapi: Core.Strapi,
  to: { type: UID.ContentType; attribute: string },
  pairs: readonly { id: number; fileId: number }[],
): Promise<void> {
  const { related } = strapi.db.metadata.get(FILES.uid).attributes
  if (related?.type !== 'relation' || !('joinTable' in related) || related.joinTable === undefined) {
    throw new Error('the library of files keeps no relations')
  }
  const { joinTable } = related
  if (!('morphColumn' in joinTable)) throw new Error('the library of files is related to one type only')
  const { idColumn, typeColumn } = joinTable.morphColumn
  const rows = pairs.map(({ id, fileId }) => ({
    [joinTable.joinColumn.name]: fileId,
    [idColumn.name]: id,
    [typeColumn.name]: to.type,
    field: to.attribute,
    order: 1,
  }))
  await insertRows(strapi, joinTable.name, rows)
}
