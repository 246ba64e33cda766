import { useEffect, useState } from 'react'
import type { PictureSource } from './PictureDialog'

/** A picture as a file, which can be cut, and where it can be seen. */
interface Original {
  /** Null while it is being fetched, and when it could not be. */
  file: File | null
  url: string | null
  isLoading: boolean
}

/** The picture that a dialog is about. One that is on the server is fetched; without it, its words can be changed. */
export function useSource(source: PictureSource): Original {
  const given = 'file' in source ? source.file : null
  const address = 'url' in source ? source.url : null
  const [local, setLocal] = useState<string | null>(null)
  const [fetched, setFetched] = useState<File | null>(null)
  const [isLoading, setIsLoading] = useState(address !== null)

  useEffect(() => {
    if (given === null) return undefined
    const url = URL.createObjectURL(given)
    setLocal(url)
    return () => URL.revokeObjectURL(url)
  }, [given])

  useEffect(() => {
    if (address === null) return undefined
    const leaving = new AbortController()
    fileAt(address, leaving.signal)
      .then(setFetched, () => undefined)
      .finally(() => setIsLoading(false))
    return () => leaving.abort()
  }, [address])

  return { file: given ?? fetched, url: address ?? local, isLoading }
}

async function fileAt(address: string, signal: AbortSignal): Promise<File | null> {
  const response = await fetch(address, { signal })
  if (!response.ok) return null
  const blob = await response.blob()
  return new File([blob], address.slice(address.lastIndexOf('/') + 1), { type: blob.type })
}
