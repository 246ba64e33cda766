import type { Column } from '../components/DataTable'

/** The columns to show: those that were chosen, in the list's own order, and what is always there. */
export function shownColumns<Row>(columns: readonly Column<Row>[], chosen: readonly string[] | null): Column<Row>[] {
  const known = chosen?.filter((key) => columns.some((column) => column.key === key)) ?? []
  if (known.length === 0) return columns.filter(({ isExtra }) => isExtra !== true)
  return columns.flatMap((column, index) => {
    if (!isAlwaysShown(column, index) && !known.includes(column.key)) return []
    // Whoever chose it wants it on the phone too.
    return [known.includes(column.key) ? { ...column, isWideOnly: false } : column]
  })
}

/** What the row is, and what one does with it, cannot be left out. */
export function isAlwaysShown<Row>({ isAction }: Column<Row>, index: number): boolean {
  return index === 0 || isAction === true
}

/** What a file says of a row in a column; undefined where the column has nothing to say there. */
export function textIn<Row>({ text, render, isAction }: Column<Row>, row: Row): string | number | null | undefined {
  if (isAction === true) return undefined
  if (text !== undefined) return text(row)
  const drawn = render(row)
  return typeof drawn === 'string' || typeof drawn === 'number' ? drawn : undefined
}
