import { keyOf } from './setting'
import type { CellRef } from './setting'

/** Carries what was clicked to the server; see `CellWriter`. */
export interface CellWriterOptions {
  /** Makes a site say of an item whether it is offered; null takes its word back. */
  write: (cell: CellRef, enabled: boolean | null) => Promise<void>
  /** The server refused: the cell is as it was before. */
  onFailed: (cell: CellRef, enabled: boolean | null, cause: unknown) => void
  /** How long a cell rests before it is written, so that clicking through its states writes once. Milliseconds. */
  delayMs: number
}

interface Line {
  cell: CellRef
  wanted: boolean | null
  isUnderWay: boolean
  timer: ReturnType<typeof setTimeout> | undefined
}

/**
 * What was clicked and is not yet on the server. A cell that is clicked several times is written once, with what was
 * wanted last; it is never written twice at the same time. Different cells do not wait for each other.
 */
export class CellWriter {
  private readonly lines = new Map<string, Line>()
  private readonly listeners = new Set<() => void>()
  private shown: ReadonlyMap<string, boolean | null> = new Map()

  constructor(private readonly options: CellWriterOptions) {}

  /** What is wanted of the cells that are not yet written, by `keyOf`. The same object until it changes. */
  readonly pending = (): ReadonlyMap<string, boolean | null> => this.shown

  /** Calls back whenever `pending` changes; gives the way to stop it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Notes what is wanted of a cell, and writes it when the cell has come to rest. */
  want(cell: CellRef, enabled: boolean | null): void {
    const key = keyOf(cell)
    const line = this.lines.get(key) ?? { cell, wanted: enabled, isUnderWay: false, timer: undefined }
    line.wanted = enabled
    this.lines.set(key, line)
    clearTimeout(line.timer)
    if (!line.isUnderWay) line.timer = setTimeout(() => void this.send(key, line), this.options.delayMs)
    this.changed()
  }

  /** Writes at once what still rests: the page is being left. */
  flush(): void {
    for (const [key, line] of this.lines) {
      clearTimeout(line.timer)
      if (!line.isUnderWay) void this.send(key, line)
    }
  }

  /** Writes what rests, and waits until nothing is on its way. */
  async settled(): Promise<void> {
    this.flush()
    if (this.lines.size === 0) return
    await new Promise<void>((resolve) => {
      const stop = this.subscribe(() => {
        if (this.lines.size > 0) return
        stop()
        resolve()
      })
    })
  }

  private async send(key: string, line: Line): Promise<void> {
    line.isUnderWay = true
    const sent = line.wanted
    try {
      await this.options.write(line.cell, sent)
    } catch (cause) {
      this.lines.delete(key)
      this.changed()
      this.options.onFailed(line.cell, line.wanted, cause)
      return
    }
    line.isUnderWay = false
    if (line.wanted !== sent) return this.send(key, line)
    this.lines.delete(key)
    this.changed()
  }

  private changed(): void {
    this.shown = new Map([...this.lines].map(([key, line]) => [key, line.wanted]))
    for (const listener of this.listeners) listener()
  }
}
