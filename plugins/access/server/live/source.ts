import type { UserActor } from '@practice/kernel'
import type { LiveEvent, LiveKind } from '../../contracts'

/** Which rows of a table to read: those with a higher id, and those of the named ids that were not there before. */
export interface Position {
  after: number
  among: readonly number[]
}

/** A row of a tailed table, as it is told of. */
export interface LiveChange {
  id: number
  /** Of several changes with the same key that are read at once, a listener hears the last. */
  key: string
  /** What somebody hears of it, or null when they may not see it. */
  eventFor(actor: UserActor): LiveEvent | null
}

/** A table that only grows, whose new rows tell of changes. Plugins register theirs with the `live` service. */
export interface LiveSource {
  kind: LiveKind
  /** Whether an actor can hear of this kind at all. */
  mayHear(actor: UserActor): boolean
  /** The highest id, or 0. */
  latest(): Promise<number>
  /** The rows of a position by id, at most `limit`, in one query for all listeners. */
  read(position: Position, limit: number): Promise<LiveChange[]>
}
