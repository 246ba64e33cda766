import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'
import type { NewOutboxItem, OutboxItem } from './item'

/** Who sends at this moment, where a browser has no locks of its own. */
export interface Lease {
  owner: string
  /** Milliseconds. */
  until: number
}

/** What this device keeps of points. */
export interface PointsSchema extends DBSchema {
  outbox: { key: number; value: OutboxItem; indexes: { username: string } }
  leases: { key: string; value: Lease }
  /** Lists as they were last read, and what is being written: by name. */
  shelf: { key: string; value: unknown }
}

/** The database of this browser; every tab has the same one. */
export type PointsDatabase = IDBPDatabase<PointsSchema>

const NAME = 'practice.points'
const VERSION = 1

/** Opens the database, which is made at the first time. */
export function openDatabase(name = NAME): Promise<PointsDatabase> {
  return openDB<PointsSchema>(name, VERSION, {
    upgrade(database) {
      const outbox = database.createObjectStore('outbox', { keyPath: 'sequence', autoIncrement: true })
      outbox.createIndex('username', 'username')
      database.createObjectStore('leases')
      database.createObjectStore('shelf')
    },
    // A newer console in another tab must not wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  })
}

let opened: Promise<PointsDatabase> | undefined

/** The database of this tab, opened once. */
export function database(): Promise<PointsDatabase> {
  opened ??= openDatabase().catch((cause: unknown) => {
    opened = undefined
    throw cause
  })
  return opened
}

/** The records that wait, in IndexedDB. Every change is one transaction, so that tabs never overwrite each other. */
export interface OutboxStore {
  /** A person's records in the order in which they were made. */
  all: (username: string) => Promise<OutboxItem[]>
  /** Adds records; with `instead`, in the place of one that is dropped. */
  add: (items: readonly NewOutboxItem[], instead?: number) => Promise<void>
  /** Gives what `alter` made of a record: null when it made nothing of it, or when it was gone. */
  change: (sequence: number, alter: (item: OutboxItem) => OutboxItem | null) => Promise<OutboxItem | null>
  /** Takes or renews the right to send until `until`; false while another tab has it. */
  lease: (name: string, lease: Lease, now: number) => Promise<boolean>
}

const NEW = { refusal: null, wasTried: false, isUnwanted: false, wasRenewed: false } as const

/** The store on a database. */
export function outboxStore(open: () => Promise<PointsDatabase> = database): OutboxStore {
  return {
    all: async (username) => (await open()).getAllFromIndex('outbox', 'username', username),
    add: async (items, instead) => {
      const transaction = (await open()).transaction('outbox', 'readwrite')
      if (instead !== undefined) await transaction.store.delete(instead)
      // The database itself counts the records: without a key given, it makes the next one.
      for (const item of items) await transaction.store.add({ ...item, ...NEW } as OutboxItem)
      await transaction.done
    },
    change: async (sequence, alter) => {
      const transaction = (await open()).transaction('outbox', 'readwrite')
      const item = await transaction.store.get(sequence)
      const altered = item === undefined ? null : alter(item)
      if (altered !== null) await transaction.store.put(altered)
      else if (item !== undefined) await transaction.store.delete(sequence)
      await transaction.done
      return altered
    },
    lease: async (name, wanted, now) => {
      const transaction = (await open()).transaction('leases', 'readwrite')
      const held = await transaction.store.get(name)
      const isFree = held === undefined || held.owner === wanted.owner || held.until <= now
      if (isFree) await transaction.store.put(wanted, name)
      await transaction.done
      return isFree
    },
  }
}
