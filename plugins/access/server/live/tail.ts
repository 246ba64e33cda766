import type { Instant } from '@practice/kernel'
import type { LiveChange, LiveSource } from './source'

const READ_MAX = 1000

/** How far below the highest id the transactions of this moment may have drawn theirs. */
const LOOK_BACK = 100

/** How long a skipped id is waited for: on PostgreSQL ids are drawn before their rows are committed. */
const GAP_MS = 30_000
const GAPS_MAX = 500

/** Reads a table's new rows, each once, also where they appear out of the order of their ids. */
export class Tail {
  #after = 0
  /** Ids that were skipped, and until when they are waited for. */
  readonly #gaps = new Map<number, Instant>()

  private constructor(private readonly source: LiveSource) {}

  /** A tail that begins after everything that is committed now. */
  static async begin(source: LiveSource, now: Instant): Promise<Tail> {
    const tail = new Tail(source)
    tail.#after = Math.max(0, (await source.latest()) - LOOK_BACK)
    await tail.next(now)
    return tail
  }

  /** What came since the last time, in one query unless there is very much of it. */
  async next(now: Instant): Promise<LiveChange[]> {
    for (const [id, until] of this.#gaps) if (until <= now) this.#gaps.delete(id)
    const changes: LiveChange[] = []
    for (;;) {
      const read = await this.source.read({ after: this.#after, among: [...this.#gaps.keys()] }, READ_MAX)
      for (const change of read) this.#pass(change.id, now)
      changes.push(...read)
      if (read.length < READ_MAX) return changes
    }
  }

  #pass(id: number, now: Instant): void {
    this.#gaps.delete(id)
    for (let skipped = Math.max(this.#after + 1, id - GAPS_MAX); skipped < id; skipped++) {
      this.#gaps.set(skipped, now + GAP_MS)
    }
    this.#after = Math.max(this.#after, id)
    for (const oldest of this.#gaps.keys()) {
      if (this.#gaps.size <= GAPS_MAX) return
      this.#gaps.delete(oldest)
    }
  }
}
