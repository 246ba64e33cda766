/** What each row gains in each column; null where it cannot go. */
export type Gains = (number | null)[][]

/** The best sum there is, by trying everything. Leaves `capacities` as they were. */
export function bruteForce(gains: Gains, capacities: number[], row = 0): number {
  const line = gains[row]
  if (line === undefined) return 0
  let best = bruteForce(gains, capacities, row + 1)
  for (const [column, gain] of line.entries()) {
    const room = capacities[column] ?? 0
    if (gain === null || room === 0) continue
    capacities[column] = room - 1
    best = Math.max(best, gain + bruteForce(gains, capacities, row + 1))
    capacities[column] = room
  }
  return best
}

/** What a clerk would do: the best pair first, then the next. */
export function greedy(gains: Gains, capacities: readonly number[]): number {
  const room = [...capacities]
  const placed = new Set<number>()
  const pairs = gains.flatMap((line, row) =>
    line.flatMap((gain, column) => (gain === null ? [] : [{ gain, row, column }])),
  )
  let sum = 0
  for (const { gain, row, column } of pairs.sort((left, right) => right.gain - left.gain)) {
    if (placed.has(row) || (room[column] ?? 0) === 0) continue
    placed.add(row)
    room[column] = (room[column] ?? 0) - 1
    sum += gain
  }
  return sum
}

/** The best sum by somebody else's min-cost flow, for cases too large to try everything. */
export async function byLibrary(gains: Gains, capacities: readonly number[]): Promise<number> {
  const { Mcmf } = await import('@algorithm.ts/mcmf')
  const solver = new Mcmf()
  const [source, sink] = [gains.length + capacities.length, gains.length + capacities.length + 1]
  solver.init(source, sink, sink + 1)
  for (const [row, line] of gains.entries()) {
    solver.addEdge(source, row, 1, 0)
    solver.addEdge(row, sink, 1, 0)
    for (const [column, gain] of line.entries()) {
      if (gain !== null) solver.addEdge(row, gains.length + column, 1, -gain)
    }
  }
  for (const [column, capacity] of capacities.entries()) solver.addEdge(gains.length + column, sink, capacity, 0)
  return -solver.minCostMaxFlow().mincost
}
