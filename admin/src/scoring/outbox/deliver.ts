import type { RecordScoreBody, ScoreRecord } from '@practice/scoring/contracts'
import { ApiError } from '../../api/error'
import type { OutboxStore } from './database'
import { bodyOfItem } from './item'
import type { OutboxItem, OutboxPhoto } from './item'

/** What goes over the line. Each throws `ApiError` as `request` does. */
export interface Post {
  /** Gives the file's documentId. */
  upload: (photo: OutboxPhoto) => Promise<string>
  record: (body: RecordScoreBody, key: string) => Promise<ScoreRecord>
  withdraw: (documentId: string) => Promise<void>
}

/** Replies that say nothing about the record: the session is over, it took too long, it was too often. */
const ABOUT_NOW = [401, 408, 429]

/** Whether the server refused for good; else the same request may pass later. */
export function isRefusal(cause: unknown): cause is ApiError {
  return cause instanceof ApiError && cause.status >= 400 && cause.status < 500 && !ABOUT_NOW.includes(cause.status)
}

/** Brings one record to the server. Gives null when it was taken back meanwhile; throws what the server or the line said. */
export async function deliver(store: OutboxStore, post: Post, item: OutboxItem): Promise<ScoreRecord | null> {
  const isThere = await uploadMissing(store, post, item)
  // Written down before it leaves: whatever happens to the reply, nobody later takes it for a record that never left.
  const tried = isThere ? await store.change(item.sequence, (now) => ({ ...now, wasTried: true })) : null
  if (tried === null) return null
  const record = await post.record(bodyOfItem(tried), tried.key)
  return (await settle(store, post, item.sequence, record)) ? null : record
}

/** Uploads what is not there yet and writes down each file's name, so that no lost reply uploads it twice. */
async function uploadMissing(store: OutboxStore, post: Post, item: OutboxItem): Promise<boolean> {
  for (const photo of item.photos) {
    if (photo.documentId !== null) continue
    const documentId = await post.upload(photo)
    const kept = await store.change(item.sequence, (now) => ({
      ...now,
      photos: now.photos.map((one) => (one.id === photo.id ? { ...one, documentId } : one)),
    }))
    if (kept === null) return false
  }
  return true
}

/** Strikes a record off that the server has. Says whether it was taken back, and withdraws it then. */
async function settle(store: OutboxStore, post: Post, sequence: number, record: ScoreRecord): Promise<boolean> {
  let isWithdrawn = false
  for (;;) {
    const left = await store.change(sequence, (now) => (now.isUnwanted && !isWithdrawn ? now : null))
    if (left === null) return isWithdrawn
    await withdraw(post, record)
    isWithdrawn = true
  }
}

/** What was reviewed meanwhile can no longer be withdrawn, and stays. */
async function withdraw(post: Post, record: ScoreRecord): Promise<void> {
  if (record.state !== 'recorded') return
  try {
    await post.withdraw(record.documentId)
  } catch (cause) {
    if (!isRefusal(cause)) throw cause
  }
}

/** What becomes of a refused record; null drops it. Files that the server forgot are uploaded once more. */
export function afterRefusal(item: OutboxItem, { status, code, details }: ApiError): OutboxItem | null {
  if (item.isUnwanted) return null
  if (code === 'file_unknown' && !item.wasRenewed) {
    return { ...item, wasRenewed: true, photos: item.photos.map((photo) => ({ ...photo, documentId: null })) }
  }
  return { ...item, refusal: { status, code, details } }
}
