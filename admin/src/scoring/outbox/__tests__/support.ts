import 'fake-indexeddb/auto'
import type { RecordScoreBody, ScoreRecord } from '@practice/scoring/contracts'
import { ApiError } from '../../../api/error'
import { openDatabase, outboxStore } from '../database'
import type { OutboxStore } from '../database'
import type { Post } from '../deliver'
import type { NewOutboxItem } from '../item'
import { createOutbox } from '../outbox'
import type { Outbox, OutboxParts } from '../outbox'

/** What the line does with the next request: the server is not reached, or it is and the reply is lost. */
export type Mishap = 'unreached' | 'lost'

/** A server that counts by key, as the real one does, and a line that one can break. */
export interface FakeServer {
  post: Post
  /** The keys of the records that there are, in the order in which they came. */
  records: string[]
  requests: { key: string; body: RecordScoreBody }[]
  uploads: string[]
  withdrawn: string[]
  /** What happens to the next requests, one each; nothing when it is empty. */
  mishaps: (Mishap | null)[]
  /** Keys that are refused, and why. */
  refused: Map<string, ApiError>
  /** The most that was under way at one time. */
  mostAtOnce: number
}

const breath = () => new Promise((resolve) => setImmediate(resolve))

/** A server without records. */
export function fakeServer(): FakeServer {
  const bodies = new Map<string, string>()
  let atOnce = 0
  const server: FakeServer = {
    records: [],
    requests: [],
    uploads: [],
    withdrawn: [],
    mishaps: [],
    refused: new Map(),
    mostAtOnce: 0,
    post: {
      upload: async ({ name }) => {
        const mishap = server.mishaps.shift()
        if (mishap === 'unreached') throw new ApiError(0, 'network')
        server.uploads.push(name)
        if (mishap === 'lost') throw new ApiError(0, 'network')
        return `file-${server.uploads.length}`
      },
      record: (body, key) => once(body, key),
      withdraw: async (documentId) => void server.withdrawn.push(documentId),
    },
  }

  async function once(body: RecordScoreBody, key: string): Promise<ScoreRecord> {
    server.requests.push({ key, body })
    server.mostAtOnce = Math.max(server.mostAtOnce, ++atOnce)
    await breath()
    atOnce -= 1
    const mishap = server.mishaps.shift()
    if (mishap === 'unreached') throw new ApiError(0, 'network')
    const refusal = server.refused.get(key)
    if (refusal !== undefined) throw refusal
    const known = bodies.get(key)
    if (known !== undefined && known !== JSON.stringify(body)) throw new ApiError(409, 'key_reused')
    if (known === undefined) server.records.push(key)
    bodies.set(key, JSON.stringify(body))
    if (mishap === 'lost') throw new ApiError(0, 'network')
    return { documentId: `record-${key}`, state: 'recorded' } as ScoreRecord
  }
  return server
}

/** A record of a card, as the page makes it. */
export function item(key: string, part: Partial<NewOutboxItem> = {}): NewOutboxItem {
  return {
    key,
    username: 'village-admin',
    madeAt: 0,
    body: { card: `card-${key}`, rule: 'R5-01', occurredAt: '2026-11-24T04:00:00.000Z' },
    photos: [],
    words: { holder: key, rule: 'rule', points: 5, source: null },
    ...part,
  }
}

/** A photo as the camera gave it. */
export function photo(id: string) {
  return { id, name: `${id}.jpg`, blob: new Blob(['x']), documentId: null }
}

let databases = 0

/** A store of its own in the fake browser's database. */
export function freshStore(): OutboxStore {
  const name = `test-${++databases}`
  const opened = openDatabase(name)
  return outboxStore(() => opened)
}

/** An outbox as a tab has it; `parts` replaces what a test looks at. */
export function tab(store: OutboxStore, server: FakeServer, parts: Partial<OutboxParts> = {}): Outbox {
  return createOutbox({
    username: 'village-admin',
    store,
    post: server.post,
    exclusively: (work) => work(),
    isOnline: () => true,
    onSent: () => undefined,
    onChange: () => undefined,
    ...parts,
  })
}

/** Waits until the outbox has sent what it can. */
export async function settled(outbox: Outbox): Promise<void> {
  await breath()
  await outbox.flush()
  await breath()
}
