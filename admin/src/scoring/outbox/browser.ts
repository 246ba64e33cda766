import type { ScoreRecord } from '@practice/scoring/contracts'
import type { File as FileView } from '@practice/access/contracts'
import { newIdempotencyKey, request, requestData } from '../../api/client'
import { i18n } from '../../i18n'
import { currentToken } from '../../session/session'
import { outboxStore } from './database'
import type { Post } from './deliver'
import { exclusively } from './exclusively'
import { whenLeaving } from './leaving'
import { createOutbox } from './outbox'
import type { Outbox } from './outbox'
import { keepWaitingCounts } from './waiting'

const UPLOAD_MS = 120_000
const REQUEST_MS = 30_000
const CHANNEL = 'practice.outbox'

/** An outbox that is running in this tab. */
export interface RunningOutbox extends Outbox {
  /** Told of each record that the server took; gives the way to stop being told. */
  onSent: (listener: (record: ScoreRecord) => void) => () => void
}

let current: { username: string; outbox: RunningOutbox } | undefined

/** The outbox of a person, running until they leave: then nothing is sent in their name any more, and what waits stays. */
export function outboxOf(username: string): RunningOutbox {
  if (current?.username === username) return current.outbox
  current?.outbox.stop()
  const outbox = start(username)
  current = { username, outbox }
  whenLeaving(() => {
    outbox.stop()
    if (current?.outbox === outbox) current = undefined
  })
  return outbox
}

function start(username: string): RunningOutbox {
  const store = outboxStore()
  const channel = new BroadcastChannel(CHANNEL)
  const sentListeners = new Set<(record: ScoreRecord) => void>()
  const leaving = new AbortController()
  const owner = newIdempotencyKey()
  const outbox = createOutbox({
    username,
    store,
    post: postOf(leaving.signal),
    exclusively: (work) => exclusively({ name: `${CHANNEL}.${username}`, locks: navigator.locks, store, owner }, work),
    isOnline: () => navigator.onLine,
    onSent: (record) => sentListeners.forEach((listener) => listener(record)),
    onChange: (items) => {
      keepWaitingCounts(username, items)
      channel.postMessage(username)
    },
  })
  const listening = { signal: leaving.signal }
  channel.addEventListener('message', () => void outbox.refresh(), listening)
  window.addEventListener('online', () => void outbox.flush(), listening)
  document.addEventListener('visibilitychange', () => void (document.hidden || outbox.flush()), listening)
  void outbox.refresh().then(() => keepWaitingCounts(username, outbox.view().items))
  void outbox.flush()
  return {
    ...outbox,
    onSent: (listener) => {
      sentListeners.add(listener)
      return () => sentListeners.delete(listener)
    },
    stop: () => {
      outbox.stop()
      leaving.abort()
      channel.close()
    },
  }
}

/** The server, until `leaving`; a request that takes too long is given up, since a weak line may never say that it broke. */
function postOf(leaving: AbortSignal): Post {
  async function within<Reply>(lengthMs: number, send: (signal: AbortSignal) => Promise<Reply>): Promise<Reply> {
    const late = new AbortController()
    const stop = () => late.abort()
    const timer = setTimeout(stop, lengthMs)
    leaving.addEventListener('abort', stop)
    if (leaving.aborted || currentToken() === null) stop()
    try {
      return await send(late.signal)
    } finally {
      clearTimeout(timer)
      leaving.removeEventListener('abort', stop)
    }
  }
  return {
    upload: ({ blob, name }) =>
      within(UPLOAD_MS, async (signal) => {
        const form = new FormData()
        form.append('files', blob, name)
        const [file] = await request<FileView[]>('/upload', { method: 'POST', body: form, signal })
        if (file === undefined) throw new Error('an upload was answered without its file')
        return file.documentId
      }),
    record: (body, idempotencyKey) =>
      within(REQUEST_MS, (signal) =>
        requestData<ScoreRecord>('/scoring/records', { method: 'POST', body: { data: body }, idempotencyKey, signal }),
      ),
    withdraw: (documentId) =>
      within(REQUEST_MS, async (signal) => {
        const path = `/scoring/records/${encodeURIComponent(documentId)}/withdraw`
        const reason = i18n.t('record:withdraw.beforeSent')
        await request(path, { method: 'POST', body: { data: { reason } }, signal })
      }),
  }
}
