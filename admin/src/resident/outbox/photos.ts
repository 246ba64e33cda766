import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'
import type { PlaceOrderBody } from '@practice/dispatch/contracts'
import { newIdempotencyKey } from '../../api/client'

/** A photo of an order that the server does not have yet. */
interface KeptPhoto {
  blob: Blob
  name: string
  /** What the server calls it, once it was uploaded. */
  documentId: string | null
}

interface MySchema extends DBSchema {
  photos: { key: string; value: KeptPhoto }
}

/** How an answer names a photo that is on this device alone. */
const LOCAL = 'local:'

let opened: Promise<IDBPDatabase<MySchema>> | undefined

function database(): Promise<IDBPDatabase<MySchema>> {
  opened ??= openDB<MySchema>('practice.my', 1, {
    upgrade: (made) => void made.createObjectStore('photos'),
  }).catch((cause: unknown) => {
    opened = undefined
    throw cause
  })
  return opened
}

/** Keeps a photo on this device; gives the name by which an answer holds it. */
export async function keepPhoto(file: File): Promise<string> {
  const name = LOCAL + newIdempotencyKey()
  await (await database()).put('photos', { blob: file, name: file.name, documentId: null }, name)
  return name
}

/** A photo that an answer names; null where it is gone. */
export async function photoOf(name: string): Promise<Blob | null> {
  return (await (await database()).get('photos', name))?.blob ?? null
}

/** Takes photos off this device: the server has them, or nobody wants them any more. */
export async function dropPhotos(names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  const transaction = (await database()).transaction('photos', 'readwrite')
  for (const name of names) await transaction.store.delete(name)
  await transaction.done
}

/** Has photos uploaded once more: the server no longer knows them. */
export async function forgetUploads(names: readonly string[]): Promise<void> {
  const transaction = (await database()).transaction('photos', 'readwrite')
  for (const name of names) {
    const kept = await transaction.store.get(name)
    if (kept !== undefined) await transaction.store.put({ ...kept, documentId: null }, name)
  }
  await transaction.done
}

/** The photos on this device that an order's answers name. */
export function localPhotosIn(body: PlaceOrderBody): string[] {
  return Object.values(body.form ?? {})
    .flat()
    .filter((answer): answer is string => typeof answer === 'string' && answer.startsWith(LOCAL))
}

/**
 * The body as it is sent: photos are uploaded first, and each upload is written down, so that a lost reply uploads
 * nothing twice and the order that is sent again is the same one.
 */
export async function withUploads(
  body: PlaceOrderBody,
  upload: (blob: Blob, name: string) => Promise<string>,
): Promise<PlaceOrderBody> {
  const uploaded = new Map<string, string>()
  for (const name of localPhotosIn(body)) {
    const kept = await (await database()).get('photos', name)
    if (kept === undefined) continue
    const documentId = kept.documentId ?? (await upload(kept.blob, kept.name))
    if (kept.documentId === null) await (await database()).put('photos', { ...kept, documentId }, name)
    uploaded.set(name, documentId)
  }
  if (uploaded.size === 0) return body
  const form = Object.entries(body.form ?? {}).map(([key, answer]) => [
    key,
    Array.isArray(answer) ? answer.map((one: unknown) => uploaded.get(String(one)) ?? one) : answer,
  ])
  return { ...body, form: Object.fromEntries(form) as Record<string, unknown> }
}
