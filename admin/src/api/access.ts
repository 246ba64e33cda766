import type { File as FileView, MeView } from '@practice/access/contracts'
import { post, request, requestData } from './client'

/** The three revealable kinds of rows, and the field that is masked. */
export interface RevealRequest {
  type: 'order' | 'household' | 'volunteer'
  documentId: string
  field: 'phone' | 'idNumber'
  reason: string
}

/** GET /access/me: who is signed in, with role, site and abilities. */
export function loadMe(): Promise<MeView> {
  return requestData<MeView>('/access/me')
}

/** POST /access/reveal: one masked value in full. The reason goes to the audit log. */
export async function reveal(wish: RevealRequest): Promise<string> {
  return (await post<{ value: string }>('/access/reveal', wish)).value
}

/** POST /upload: gives the stored files, whose `documentId` goes into `evidence` and the like. At most 10 MB each. */
export function upload(files: readonly Blob[], names: readonly string[] = []): Promise<FileView[]> {
  const form = new FormData()
  files.forEach((file, index) =>
    form.append('files', file, names[index] ?? (file instanceof File ? file.name : 'photo.jpg')),
  )
  return request<FileView[]>('/upload', { method: 'POST', body: form })
}

/** The old password and twice the new one. */
export interface PasswordChange {
  currentPassword: string
  password: string
  passwordConfirmation: string
}

/** POST /auth/change-password: gives a token for the new password; older ones are no longer accepted. */
export async function changePassword(change: PasswordChange): Promise<string> {
  return (await request<{ jwt: string }>('/auth/change-password', { method: 'POST', body: change })).jwt
}
