import type { Verification } from '@practice/scoring/contracts'
import { API_URL } from '../../api/client'
import { ApiError, errorOf } from '../../api/error'
import { currentToken } from '../../session/session'

/** How far the server has come: entries looked at, of how many. */
export interface VerifyProgress {
  checked: number
  of: number
}

type Line = VerifyProgress | { data: Verification } | { error: unknown }

/**
 * Splits what has come so far into whole lines and the beginning of the next one. A chunk of a stream ends anywhere,
 * also in the middle of a line.
 */
export function linesOf(text: string): { lines: string[]; rest: string } {
  const parts = text.split('\n')
  const rest = parts.pop() ?? ''
  return { lines: parts.filter((line) => line.trim() !== ''), rest }
}

/**
 * GET /scoring/ledger/verify as a stream: tells the progress line by line and gives the result. Aborting the signal
 * leaves it; the server then stops as well.
 */
export async function verifyLedger(
  site: string | null,
  onProgress: (progress: VerifyProgress) => void,
  signal: AbortSignal,
): Promise<Verification> {
  const query = site === null ? '' : `?site=${encodeURIComponent(site)}`
  const response = await fetch(`${API_URL}/scoring/ledger/verify${query}`, {
    signal,
    headers: { accept: 'application/x-ndjson', authorization: `Bearer ${currentToken() ?? ''}` },
  }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new ApiError(0, 'network')
  })
  if (!response.ok || response.body === null) throw errorOf(response.status, await response.json().catch(() => null))
  let result: Verification | null = null
  for await (const line of linesFrom(response.body)) {
    if ('data' in line) result = line.data
    else if ('error' in line) throw errorOf(500, line)
    else onProgress(line)
  }
  if (result === null) throw new ApiError(0, 'network')
  return result
}

async function* linesFrom(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    text += decoder.decode(value, { stream: !done })
    const { lines, rest } = linesOf(done ? `${text}\n` : text)
    text = rest
    for (const line of lines) yield JSON.parse(line) as Line
    if (done) return
  }
}
