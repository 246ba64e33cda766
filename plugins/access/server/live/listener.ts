import { PassThrough } from 'node:stream'
import type { Instant, UserActor } from '@practice/kernel'
import type { LiveKind } from '../../contracts'
import type { LiveChange } from './source'

/** Whoever does not take this much is behind for good: the stream ends, and the console begins anew. */
const BEHIND_BYTES_MAX = 256 * 1024

/** One open stream and whom it belongs to. */
export class Listener {
  readonly stream = new PassThrough()
  /** When the account was last looked at whole, and how its row stood then. */
  verifiedAt: Instant
  rowMark: string | null = null
  #saidAt: Instant = 0

  constructor(
    public actor: UserActor,
    /** By which the account is looked at again. */
    readonly token: string,
    /** When the token expires. */
    readonly until: Instant,
    now: Instant,
  ) {
    this.verifiedAt = now
    this.stream.on('error', () => this.stream.destroy())
  }

  /** How long nothing was said, in milliseconds. */
  quietMs(now: Instant): number {
    return now - this.#saidAt
  }

  /** Writes one event of the stream. */
  say(event: string, data: unknown, now: Instant): void {
    if (this.stream.writableEnded || this.stream.destroyed) return
    this.stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    this.#saidAt = now
    if (this.stream.writableLength > BEHIND_BYTES_MAX) this.end()
  }

  /** Tells of the changes that this listener may see, each row once. */
  tell(kind: LiveKind, changes: readonly LiveChange[], now: Instant): void {
    const heard = new Map<string, unknown>()
    for (const change of changes) {
      const event = change.eventFor(this.actor)
      if (event !== null) heard.set(change.key, event)
    }
    for (const event of heard.values()) this.say(kind, event, now)
  }

  end(): void {
    this.stream.end()
  }
}
