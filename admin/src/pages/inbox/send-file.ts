import type { File as FileView } from '@practice/access/contracts'
import { API_URL } from '../../api/client'
import { ApiError, errorOf } from '../../api/error'
import { currentToken } from '../../session/session'

/**
 * POST /upload for one file, telling how much has gone (0 to 1): over a village's line one wants to see that it moves,
 * which `fetch` does not say. Throws `ApiError`; status 0 when the connection broke.
 */
export function sendFile(photo: Blob, name: string, onProgress: (share: number) => void): Promise<FileView> {
  return new Promise((resolve, reject) => {
    const form = new FormData()
    form.append('files', photo, name)
    const request = new XMLHttpRequest()
    request.open('POST', `${API_URL}/upload`)
    request.setRequestHeader('accept', 'application/json')
    const token = currentToken()
    if (token !== null) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new ApiError(0, 'network'))
    request.onload = () => {
      const stored = storedOf(request.status, request.response)
      if (stored === null) reject(errorOf(request.status, request.response))
      else resolve(stored)
    }
    request.send(form)
  })
}

function storedOf(status: number, body: unknown): FileView | null {
  if (status < 200 || status >= 300 || !Array.isArray(body)) return null
  return (body as FileView[])[0] ?? null
}
