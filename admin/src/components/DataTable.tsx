import type { ReactNode } from 'react'
import { useIsPhone } from './useIsPhone'
import './data-table.css'

/** A column of a table; on a phone a line of a card. */
export interface Column<Row> {
  key: string
  title: string
  render: (row: Row) => ReactNode
  /** Numbers stand at the right, in tabular figures. */
  isNumber?: boolean
  /** Left out on a phone, where a card has room for what counts. */
  isWideOnly?: boolean
}

interface DataTableProps<Row> {
  /** Read out as the table's name. */
  label: string
  /** The first column is what the row is; on a phone it is the card's title. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

/** A plain table; on a phone one card for each row. */
export function DataTable<Row>({ label, columns, rows, keyOf }: DataTableProps<Row>) {
  const isPhone = useIsPhone()
  if (isPhone) return <Cards label={label} columns={columns} rows={rows} keyOf={keyOf} />
  return (
    <div className="data-table">
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ key, title, isNumber }) => (
              <th key={key} scope="col" className={isNumber === true ? 'num' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ key, render, isNumber }) => (
                <td key={key} className={isNumber === true ? 'num' : undefined}>
                  {render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** An empty cell keeps a table straight; on a card its name would stand there alone. */
function isNothing(value: ReactNode): boolean {
  return value === null || value === undefined || value === false || value === ''
}

function Cards<Row>({ label, columns, rows, keyOf }: DataTableProps<Row>) {
  const [title, ...facts] = columns.filter(({ isWideOnly }) => isWideOnly !== true)
  return (
    <ul className="data-cards" aria-label={label}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <div className="data-card-title">{title?.render(row)}</div>
          <dl>
            {facts.map(({ key, title: name, render, isNumber }) => {
              const value = render(row)
              if (isNothing(value)) return null
              return (
                <div key={key}>
                  <dt>{name}</dt>
                  <dd className={isNumber === true ? 'num' : undefined}>{value}</dd>
                </div>
              )
            })}
          </dl>
        </li>
      ))}
    </ul>
  )
}
