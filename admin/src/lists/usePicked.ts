import { useState } from 'react'
import type { Picking } from '../components/DataTable'

/** More rows at once nobody looks over, and each is a request. */
export const PICKED_MOST = 100

/** Rows that were picked, also on other pages, as they are now. */
export interface Picked<Row> {
  rows: readonly Row[]
  picking: Picking<Row>
  clear: () => void
}

interface PickedOptions<Row> {
  mayPick: (row: Row) => boolean
  /** The rows that are shown: of those, what is picked is as they are. */
  shown: readonly Row[]
  keyOf: (row: Row) => string
  nameOf: (row: Row) => string
}

/** Keeps which rows are picked. */
export function usePicked<Row>({ mayPick, shown, keyOf, nameOf }: PickedOptions<Row>): Picked<Row> {
  const [picked, setPicked] = useState<ReadonlyMap<string, Row>>(new Map())
  const now = new Map(shown.map((row) => [keyOf(row), row]))
  return {
    rows: [...picked].map(([key, row]) => now.get(key) ?? row),
    clear: () => setPicked(new Map()),
    picking: {
      isPicked: (row) => picked.has(keyOf(row)),
      mayPick,
      onPick: (rows, isPicked) =>
        setPicked((before) => {
          const next = new Map(before)
          for (const row of rows) {
            if (!isPicked) next.delete(keyOf(row))
            else if (next.size < PICKED_MOST) next.set(keyOf(row), row)
          }
          return next
        }),
      nameOf,
    },
  }
}
