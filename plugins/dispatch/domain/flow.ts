/**
 * The optimal assignment of rows (orders) to columns (teams) under the columns' capacities: a min-cost flow on a
 * bipartite graph, solved by successive shortest paths with potentials.
 *
 * Written by hand because the dense structure allows it to be small and fast: rows are inserted one by one, and the
 * shortest augmenting path is sought over columns only, since all rows of a full column are as near as the column. The one kept
 * library that is exact took 8 s for the 1,000 orders × 115 teams that the contract allows; this takes a fraction of a second.
 */

/** What is known between insertions. Costs are gains with the sign turned. */
interface Matching {
  gains: readonly (readonly (number | null)[])[]
  capacities: readonly number[]
  /** The column of each row, -1 before it is inserted. The last column means "left out". */
  columnOf: number[]
  rowsOf: number[][]
  rowPotentials: number[]
  columnPotentials: number[]
}

/** A search from one new row: how far each column is, and from which row it was reached. */
interface Search {
  distances: number[]
  cameFrom: number[]
  settled: boolean[]
  /** The first column with room, hence the end of the path. */
  end: number
}

/**
 * For each row the column that it gets, or null when it is left out, such that the sum of gains is as large as can be.
 * `gains` are integers of 0 or more, null where a row cannot go to a column; their sum must stay a safe integer. A
 * row that is left out gains 0. The same input always gives the same answer; among equals lower columns are preferred.
 */
export function assign(
  gains: readonly (readonly (number | null)[])[],
  capacities: readonly number[],
): (number | null)[] {
  const leftOut = capacities.length
  const matching: Matching = {
    gains,
    capacities,
    columnOf: gains.map(() => -1),
    rowsOf: Array.from({ length: leftOut + 1 }, () => []),
    rowPotentials: gains.map(() => 0),
    columnPotentials: Array.from({ length: leftOut + 1 }, () => 0),
  }
  gains.forEach((_, row) => {
    const search = searchFrom(row, matching)
    movePotentials(row, search, matching)
    augment(row, search, matching)
  })
  return matching.columnOf.map((column) => (column === leftOut ? null : column))
}

/** Dijkstra over columns, from a row to the nearest column with room. "Left out" always has room, so that there is one. */
function searchFrom(row: number, matching: Matching): Search {
  const columns = matching.rowsOf.length
  const search: Search = {
    distances: Array.from({ length: columns }, () => Infinity),
    cameFrom: Array.from({ length: columns }, () => -1),
    settled: Array.from({ length: columns }, () => false),
    end: -1,
  }
  relax(row, 0, search, matching)
  while (search.end === -1) {
    const column = nearestUnsettled(search)
    search.settled[column] = true
    const rows = matching.rowsOf[column] ?? []
    if (rows.length < (matching.capacities[column] ?? Infinity)) search.end = column
    else for (const other of rows) relax(other, search.distances[column] ?? Infinity, search, matching)
  }
  return search
}

/** Looks from a row at distance `base` at every column that it could go to. */
function relax(row: number, base: number, { distances, cameFrom, settled }: Search, matching: Matching): void {
  const gains = matching.gains[row] ?? []
  const offset = base - (matching.rowPotentials[row] ?? 0)
  const { columnPotentials } = matching
  for (let column = 0; column < distances.length; column++) {
    const gain = column === gains.length ? 0 : gains[column]
    if (gain === null || gain === undefined || settled[column] === true) continue
    const distance = offset - gain - (columnPotentials[column] ?? 0)
    if (distance < (distances[column] ?? Infinity)) {
      distances[column] = distance
      cameFrom[column] = row
    }
  }
}

function nearestUnsettled({ distances, settled }: Search): number {
  let nearest = -1
  for (let column = 0; column < distances.length; column++) {
    if (settled[column] === true) continue
    if (nearest === -1 || (distances[column] ?? Infinity) < (distances[nearest] ?? Infinity)) nearest = column
  }
  return nearest
}

/** Keeps every reduced cost at 0 or more, and at 0 on what is assigned: the proof that the assignment stays optimal. */
function movePotentials(row: number, { distances, settled, end }: Search, matching: Matching): void {
  const { rowPotentials, columnPotentials } = matching
  const length = distances[end] ?? 0
  rowPotentials[row] = (rowPotentials[row] ?? 0) + length
  matching.rowsOf.forEach((rows, column) => {
    if (settled[column] !== true) return
    const slack = length - (distances[column] ?? 0)
    columnPotentials[column] = (columnPotentials[column] ?? 0) - slack
    for (const other of rows) rowPotentials[other] = (rowPotentials[other] ?? 0) + slack
  })
}

/** Walks the path backwards: each row on it moves to the column that it reached. */
function augment(row: number, { cameFrom, end }: Search, { columnOf, rowsOf }: Matching): void {
  let column = end
  for (;;) {
    const moved = cameFrom[column] ?? row
    const before = columnOf[moved] ?? -1
    columnOf[moved] = column
    rowsOf[column]?.push(moved)
    if (moved === row) return
    const rows = rowsOf[before] ?? []
    rows.splice(rows.indexOf(moved), 1)
    column = before
  }
}
