/** The dark squares of a code of `size` times `size` as one SVG path, runs of a row drawn at once. */
export function modulesPath(dark: ArrayLike<number | boolean>, size: number): string {
  const runs: string[] = []
  for (let row = 0; row < size; row += 1) {
    let from: number | null = null
    for (let column = 0; column <= size; column += 1) {
      const isDark = column < size && Boolean(dark[row * size + column])
      if (isDark && from === null) from = column
      if (!isDark && from !== null) {
        runs.push(`M${from} ${row}h${column - from}v1h-${column - from}z`)
        from = null
      }
    }
  }
  return runs.join('')
}
