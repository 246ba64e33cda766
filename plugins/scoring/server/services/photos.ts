import path from 'node:path'
import { service } from '@practice/kernel'
import type {} from '@practice/access/services'
import type { Core } from '@strapi/strapi'
import hashOf from 'sharp-phash'

/** A photo of evidence as it looks. */
export interface HashedPhoto {
  fileId: string
  /** 64 bits as 16 hexadecimal digits. */
  hash: string
}

/** More pixels than any camera of a phone has; a small file can claim far more, and unpacking them would take the memory. */
const PIXELS_MAX = 64_000_000
const BITS_PER_DIGIT = 4

/**
 * The perceptual hashes of those of these files that are pictures on this machine. What cannot be read as one is left
 * out: it was checked when it was uploaded, and a broken picture is like none.
 */
export async function hashPhotos(strapi: Core.Strapi, fileIds: readonly string[]): Promise<HashedPhoto[]> {
  const files = await service(strapi, 'access', 'files').views(fileIds)
  const photos: HashedPhoto[] = []
  // One after the other: each takes a thread and the memory of a picture.
  for (const { documentId, mime, url } of files) {
    if (!mime.startsWith('image/') || !url.startsWith('/')) continue
    const hash = await hashFile(path.join(strapi.dirs.static.public, url))
    if (hash !== null) photos.push({ fileId: documentId, hash })
  }
  return photos
}

async function hashFile(file: string): Promise<string | null> {
  try {
    const bits = await hashOf(file, { limitInputPixels: PIXELS_MAX, sequentialRead: true })
    return digitsOf(bits)
  } catch {
    return null
  }
}

function digitsOf(bits: string): string {
  const digits = bits.match(new RegExp(`[01]{${BITS_PER_DIGIT}}`, 'g')) ?? []
  return digits.map((four) => Number.parseInt(four, 2).toString(16)).join('')
}
