import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { openCamera, openReader } from './camera'

const FRAME_MS = 150

/** Why there is no picture: it is not allowed, or the camera does not answer. */
export type CameraFailure = 'forbidden' | 'broken'

/** Shows the camera in a video element for as long as it is drawn, and tells of each text that it reads. */
export function useCamera(onRead: (text: string) => void): {
  video: RefObject<HTMLVideoElement>
  failure: CameraFailure | null
} {
  const video = useRef<HTMLVideoElement>(null)
  const [failure, setFailure] = useState<CameraFailure | null>(null)
  const told = useRef(onRead)
  useEffect(() => {
    told.current = onRead
  })
  useEffect(() => {
    const leaving = new AbortController()
    watch(video, (text) => told.current(text), leaving.signal).catch((cause: unknown) => {
      if (leaving.signal.aborted) return
      setFailure(cause instanceof DOMException && cause.name === 'NotAllowedError' ? 'forbidden' : 'broken')
    })
    return () => leaving.abort()
  }, [])
  return { video, failure }
}

async function watch(
  target: RefObject<HTMLVideoElement>,
  onRead: (text: string) => void,
  leaving: AbortSignal,
): Promise<void> {
  const stream = await openCamera()
  const close = () => stream.getTracks().forEach((track) => track.stop())
  if (leaving.aborted) return close()
  leaving.addEventListener('abort', close)
  const video = target.current
  if (video === null) return close()
  video.srcObject = stream
  await video.play()
  const read = await openReader()
  while (!leaving.aborted) {
    const text = await read(video)
    if (text !== null && !leaving.aborted) onRead(text)
    await new Promise((resolve) => setTimeout(resolve, FRAME_MS))
  }
}
