import { useRef, useState } from 'react'
import { newIdempotencyKey } from '../../api/client'
import { ApiError } from '../../api/error'
import type { Evidence } from '../../components/EvidenceInput'
import { shrinkPhoto } from '../../components/shrink-photo'
import { sendFile } from './send-file'

/** A file on its way to the server, or one that did not get there. */
export interface Upload {
  key: string
  file: File
  /** 0 to 1. */
  progress: number
  /** Why it did not arrive, or null while it is on its way. */
  failure: unknown
}

/** See `useUploads`. */
export interface Uploads {
  uploads: readonly Upload[]
  add: (files: Iterable<File>) => void
  retry: (upload: Upload) => void
  dismiss: (upload: Upload) => void
}

const LARGEST_BYTES = 10 * 1024 * 1024

/** Sends photos as they are taken, made smaller first; `onStored` is told of each that has arrived. */
export function useUploads(onStored: (file: Evidence) => void): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const stored = useRef(onStored)
  stored.current = onStored
  const change = (key: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const remove = (key: string) => setUploads((all) => all.filter((one) => one.key !== key))

  async function send({ key, file }: Upload): Promise<void> {
    try {
      const photo = await shrinkPhoto(file)
      if (photo.size > LARGEST_BYTES) throw new ApiError(413, 'too_large')
      const view = await sendFile(photo, photo.name, (progress) => change(key, { progress }))
      remove(key)
      // The server's address, not the local copy's: it is kept in the draft and must still work tomorrow.
      stored.current({
        documentId: view.documentId,
        name: view.name,
        url: view.url,
        isImage: view.mime.startsWith('image/'),
      })
    } catch (failure) {
      change(key, { failure })
    }
  }

  return {
    uploads,
    add: (files) => {
      const added = Array.from(files, (file) => ({ key: newIdempotencyKey(), file, progress: 0, failure: null }))
      setUploads((all) => [...all, ...added])
      for (const upload of added) void send(upload)
    },
    retry: (upload) => {
      change(upload.key, { failure: null, progress: 0 })
      void send(upload)
    },
    dismiss: ({ key }) => remove(key),
  }
}
