import { AsyncResource } from 'node:async_hooks'
import type { Instant } from '@practice/kernel'
import { LIVE_BEAT_MS, type LiveKind } from '../../contracts'
import type { Listener } from './listener'
import type { LiveSource } from './source'
import { Tail } from './tail'

/** How often the tables are looked at while somebody listens; a change of this server's own wakes it at once. */
const TICK_MS = 500

/** What is committed within this is told together. */
const WAKE_MS = 20

/** How often accounts are looked at: as long as another server's block may take to end a stream here. */
const CHECK_MS = 5_000

/** What the hub is given by its service. */
export interface HubPorts {
  now(): Instant
  /** Looks at the accounts of all listeners and ends the streams of those that may no longer listen. */
  check(listeners: readonly Listener[]): Promise<void>
  warn(error: unknown): void
}

/**
 * The listeners of this server and the tails that feed them: one query per kind and tick for all together, and none
 * while nobody listens. Nothing of importance is kept here, since every server reads the same tables.
 */
export class Hub {
  readonly #sources = new Map<LiveKind, LiveSource>()
  readonly #listeners = new Set<Listener>()
  readonly #tails = new Map<LiveKind, Promise<Tail>>()
  // Timers carry the request in which they were set; these belong to none.
  readonly #outside = new AsyncResource('access.live')
  #timer: NodeJS.Timeout | null = null
  #isTicking = false
  #isAwake = false
  #checkedAt: Instant = 0

  constructor(private readonly ports: HubPorts) {}

  /** Adds a kind of changes. */
  add(source: LiveSource): void {
    this.#sources.set(source.kind, source)
  }

  get listeners(): ReadonlySet<Listener> {
    return this.#listeners
  }

  /** Lets a listener in. It hears `ready` once everything that comes after will be told. */
  async join(listener: Listener): Promise<void> {
    this.#listeners.add(listener)
    this.#schedule(TICK_MS)
    try {
      await Promise.all(this.#kindsHeard([listener]).map((kind) => this.#tailOf(kind)))
    } catch (error) {
      this.leave(listener)
      throw error
    }
    listener.say('ready', {}, this.ports.now())
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener)
    listener.end()
    if (this.#listeners.size === 0) this.#rest()
  }

  /** Something was committed here: looks at once. With `isAboutAccounts`, at the listeners' accounts as well. */
  wake(isAboutAccounts = false): void {
    if (this.#listeners.size === 0) return
    if (isAboutAccounts) this.#checkedAt = 0
    this.#isAwake = true
    if (!this.#isTicking) this.#schedule(WAKE_MS)
  }

  /** Ends every stream. */
  close(): void {
    for (const listener of this.#listeners) this.leave(listener)
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#tails.clear()
  }

  #schedule(delayMs: number): void {
    if (this.#isTicking) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#outside.runInAsyncScope(() => {
      this.#timer = setTimeout(() => void this.#tick(), delayMs)
    })
  }

  async #tick(): Promise<void> {
    this.#isTicking = true
    this.#isAwake = false
    try {
      const listeners = [...this.#listeners]
      if (this.ports.now() - this.#checkedAt >= CHECK_MS) {
        this.#checkedAt = this.ports.now()
        await this.ports.check(listeners)
      }
      await Promise.all(this.#kindsHeard(listeners).map((kind) => this.#tell(kind)))
      const now = this.ports.now()
      for (const listener of this.#listeners) if (listener.quietMs(now) >= LIVE_BEAT_MS) listener.say('beat', {}, now)
    } catch (error) {
      this.ports.warn(error)
    }
    this.#isTicking = false
    if (this.#listeners.size > 0) this.#schedule(this.#isAwake ? WAKE_MS : TICK_MS)
  }

  async #tell(kind: LiveKind): Promise<void> {
    const tail = await this.#tailOf(kind)
    const changes = await tail.next(this.ports.now())
    if (changes.length === 0) return
    for (const listener of this.#listeners) listener.tell(kind, changes, this.ports.now())
  }

  #kindsHeard(listeners: readonly Listener[]): LiveKind[] {
    return [...this.#sources.values()]
      .filter((source) => listeners.some(({ actor }) => source.mayHear(actor)))
      .map(({ kind }) => kind)
  }

  #tailOf(kind: LiveKind): Promise<Tail> {
    const known = this.#tails.get(kind)
    if (known !== undefined) return known
    const source = this.#sources.get(kind)
    if (source === undefined) throw new Error(`nobody tells of ${kind}`)
    const tail = Tail.begin(source, this.ports.now())
    this.#tails.set(kind, tail)
    tail.catch(() => {
      if (this.#tails.get(kind) === tail) this.#tails.delete(kind)
    })
    return tail
  }
}
