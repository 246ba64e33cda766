import type { RecordScoreBody } from '@practice/scoring/contracts'

/** A photo or document of a record, kept on this device until the server has it. */
export interface OutboxPhoto {
  id: string
  name: string
  blob: Blob
  /** What the server calls it, once it is there. */
  documentId: string | null
}

/** What a record is shown by until the server has it. */
export interface OutboxWords {
  holder: string
  rule: string
  /** Signed. */
  points: number
  /** The order or activity that it comes from. */
  source: string | null
}

/** A record as it was when 记分 was pressed. The key is made then, so that however often it is sent it counts once. */
export interface NewOutboxItem {
  key: string
  username: string
  /** Milliseconds. */
  madeAt: number
  body: Omit<RecordScoreBody, 'evidence'>
  photos: readonly OutboxPhoto[]
  words: OutboxWords
}

/** Why the server refused it. */
export interface OutboxRefusal {
  status: number
  code: string
  details: Readonly<Record<string, unknown>>
}

/** A record that the server has not taken yet. */
export interface OutboxItem extends NewOutboxItem {
  /** The order in which records were made, over all tabs. */
  sequence: number
  /** Null while it waits; a refused one stays until somebody corrects or drops it. */
  refusal: OutboxRefusal | null
  /** Whether the server may have it already: it was sent, and the reply may have been lost. */
  wasTried: boolean
  /** Taken back after it was tried: it is sent once more to learn which record it became, and that one is withdrawn. */
  isUnwanted: boolean
  /** Whether its files were uploaded a second time, because the server no longer knew them. */
  wasRenewed: boolean
}

/** The body to send: the same one each time, once its files are there. */
export function bodyOfItem({ body, photos }: OutboxItem): RecordScoreBody {
  const evidence = photos.flatMap(({ documentId }) => (documentId === null ? [] : [documentId]))
  return evidence.length === 0 ? body : { ...body, evidence }
}
