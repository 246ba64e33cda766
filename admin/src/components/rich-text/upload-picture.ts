import type { File as FileView } from '@practice/access/contracts'
import { API_URL } from '../../api/client'
import { ApiError, errorOf } from '../../api/error'
import { currentToken } from '../../session/session'
import { shrinkPhoto } from '../shrink-photo'

/** What the file dialog offers; the server looks at the content. */
export const PICTURE_TYPES = 'image/jpeg,image/png,image/webp,image/gif'
const PICTURE = /^image\/(jpeg|png|webp|gif)$/
const LARGEST_BYTES = 10 * 1024 * 1024

/** A picture on its way. */
export interface PictureUpload {
  /** What the picture shows; kept as its name. Without it the name of the file. */
  description?: string
  /** From 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** Whether a file is a picture that can be shown. */
export function isPicture(file: File): boolean {
  return PICTURE.test(file.type)
}

/**
 * Uploads one picture, large photos at the size that a screen can use, and tells how far it is. Throws `ApiError`:
 * `file_kind` and `too_large` before anything is sent. `fetch` would not say how far it is.
 */
export async function uploadPicture(file: File, upload: PictureUpload = {}): Promise<FileView> {
  if (!isPicture(file)) throw new ApiError(400, 'file_kind')
  const photo = await shrinkPhoto(file)
  if (photo.size > LARGEST_BYTES) throw new ApiError(413, 'too_large')
  const form = new FormData()
  form.append('files', photo, nameOf(file.name, photo.type, upload.description))
  const [stored] = await send(form, upload)
  if (stored === undefined) throw new ApiError(500, 'server')
  return stored
}

/** A name with the ending of what the picture is now: the server compares the two. */
function nameOf(name: string, type: string, description = ''): string {
  const stem = description.trim() || name.replace(/\.[^.]*$/, '') || 'picture'
  return `${stem}.${type === 'image/jpeg' ? 'jpg' : type.slice('image/'.length)}`
}

function send(form: FormData, { onProgress, signal }: PictureUpload): Promise<FileView[]> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${API_URL}/upload`)
    request.responseType = 'json'
    const token = currentToken()
    if (token !== null) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    }
    request.onload = () => {
      const isDone = request.status >= 200 && request.status < 300
      if (isDone) resolve(request.response as FileView[])
      // The server looked at the content, and it is not what its name says.
      else if (request.status === 400) reject(new ApiError(400, 'file_kind'))
      else reject(errorOf(request.status, request.response))
    }
    request.onerror = () => reject(new ApiError(0, 'network'))
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}
