import { ApiError } from '../../api/error'

/** How long a reply may take on a line that may have broken without a word. */
export const LATE_MS = 25_000

/** How long to wait before each further try. */
const PAUSES_MS = [1_000, 3_000, 8_000] as const

/** Whether the same request may pass later: no line, a server in trouble, too many at once. */
export function isPassing(cause: unknown): boolean {
  return !(cause instanceof ApiError) || cause.status === 0 || cause.status === 408 || cause.status >= 500
}

/** Sends something that is given up when it takes too long; then it counts as if there had been no line. */
export async function within<Reply>(
  leaving: AbortSignal,
  send: (signal: AbortSignal) => Promise<Reply>,
  lengthMs = LATE_MS,
): Promise<Reply> {
  const late = new AbortController()
  const stop = () => late.abort()
  const timer = setTimeout(stop, lengthMs)
  leaving.addEventListener('abort', stop)
  if (leaving.aborted) stop()
  try {
    return await send(late.signal)
  } catch (cause) {
    if (late.signal.aborted && !leaving.aborted) throw new ApiError(0, 'network')
    throw cause
  } finally {
    clearTimeout(timer)
    leaving.removeEventListener('abort', stop)
  }
}

/** Reads something with a few more tries where the line is bad. */
export async function patiently<Data>(
  leaving: AbortSignal,
  load: (signal: AbortSignal) => Promise<Data>,
  pausesMs: readonly number[] = PAUSES_MS,
): Promise<Data> {
  for (const pauseMs of pausesMs) {
    try {
      return await within(leaving, load)
    } catch (cause) {
      if (leaving.aborted || !isPassing(cause)) throw cause
    }
    await pause(pauseMs, leaving)
  }
  return within(leaving, load)
}

function pause(lengthMs: number, leaving: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, lengthMs)
    leaving.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
