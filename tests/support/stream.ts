import type { AddressInfo } from 'node:net'
import { app } from './api'

/** One event of a stream, as it came. */
export interface HeardEvent {
  name: string
  data: Record<string, unknown>
}

/** An open stream of GET /api/access/live. */
export interface Stream {
  status: number
  headers: Headers
  heard: HeardEvent[]
  /** Waits until an event has come that matches; fails when it has not within `withinMs`. */
  until(matches: (event: HeardEvent) => boolean, withinMs?: number): Promise<HeardEvent>
  /** Settles when the server has ended it. */
  ended: Promise<void>
  stop(): void
}

const PATIENCE_MS = 5_000

/** Where the booted app listens. */
export function appUrl(): string {
  return `http://127.0.0.1:${(app().server.httpServer.address() as AddressInfo).port}`
}

/** Listens as the holder of a token, and waits for `ready` where the stream is granted. */
export async function listen(token: string, url = appUrl()): Promise<Stream> {
  const abort = new AbortController()
  const response = await fetch(`${url}/api/access/live`, {
    headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' },
    signal: abort.signal,
  })
  const heard: HeardEvent[] = []
  const waiting = new Set<() => void>()
  const stream: Stream = {
    status: response.status,
    headers: response.headers,
    heard,
    until: (matches, withinMs = PATIENCE_MS) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`Nothing of that in ${withinMs} ms, but ${JSON.stringify(heard)}`)),
          withinMs,
        )
        const look = () => {
          const found = heard.find(matches)
          if (found === undefined) return
          clearTimeout(late)
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    ended: response.ok ? read(response, heard, waiting) : response.text().then(() => undefined),
    stop: () => abort.abort(),
  }
  if (response.ok) await stream.until(({ name }) => name === 'ready')
  return stream
}

async function read(response: Response, heard: HeardEvent[], waiting: ReadonlySet<() => void>): Promise<void> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const name = /^event: (.*)$/m.exec(block)?.[1] ?? ''
        const data = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}') as Record<string, unknown>
        heard.push({ name, data })
      }
      for (const look of waiting) look()
    }
  } catch {
    // Stopped by the test itself.
  }
}
