/** Something that can be done to many rows: one request for each. */
export interface BulkAction<Row> {
  key: string
  /** The verb on the button. */
  label: string
  /** Whether the server allows it for this row. */
  isFor: (row: Row) => boolean
  /** What follows from it. */
  consequence: (count: number) => string
  act: (row: Row, reason: string) => Promise<unknown>
  /** Reasons that are often given; where there are any, one is asked for. */
  reasons?: Readonly<Record<string, string>>
  isHarsh?: boolean
  /** Takes it back, where the server can. */
  undo?: (row: Row) => Promise<unknown>
  /** Where refusals have sentences of their own. */
  namespace?: string
}

/** How one row fared. */
export type LineState = 'waiting' | 'running' | 'done' | 'refused' | 'left' | 'undone'

/** A row with how it fared, and why it was refused. */
export interface BulkLine<Row> {
  row: Row
  state: LineState
  error: unknown
}

/** Lines of rows for which nothing was done yet. */
export function linesOf<Row>(rows: readonly Row[]): BulkLine<Row>[] {
  return rows.map((row) => ({ row, state: 'waiting', error: null }))
}

interface RunOptions<Row> {
  lines: readonly BulkLine<Row>[]
  act: (row: Row) => Promise<unknown>
  /** The state of lines that went well. */
  done: LineState
  /** Which lines it is done for. */
  isFor: (line: BulkLine<Row>) => boolean
  onChange: (lines: BulkLine<Row>[]) => void
  signal: AbortSignal
}

/**
 * Does it for one line after the other; each says how it fared, and one that is refused stops none of the others. Once
 * `signal` is aborted, the lines that are left stay as they are.
 */
export async function runLines<Row>(options: RunOptions<Row>): Promise<BulkLine<Row>[]> {
  const { act, done, isFor, onChange, signal } = options
  const lines = [...options.lines]
  const set = (index: number, part: Partial<BulkLine<Row>>) => {
    const line = lines[index]
    if (line !== undefined) lines[index] = { ...line, ...part }
    onChange([...lines])
  }
  for (const [index, line] of options.lines.entries()) {
    if (!isFor(line)) continue
    if (signal.aborted) {
      if (line.state === 'waiting') set(index, { state: 'left' })
      continue
    }
    const before = line.state
    set(index, { state: 'running', error: null })
    try {
      await act(line.row)
      set(index, { state: done })
    } catch (error) {
      set(index, { state: before === 'waiting' ? 'refused' : before, error })
    }
  }
  return lines
}

/** How many lines are in a state. */
export function countOf<Row>(lines: readonly BulkLine<Row>[], ...states: readonly LineState[]): number {
  return lines.filter(({ state }) => states.includes(state)).length
}
