import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
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
  /** What stands in a file that is written of the list; without it, what is drawn if that is a text or a number. */
  text?: (row: Row) => string | number | null
  /** The server's name of what the list can be sorted by. */
  sortBy?: string
  /** Holds buttons: always shown, and in no file. */
  isAction?: boolean
  /** Not shown until somebody chooses it. */
  isExtra?: boolean
}

/** By what a table is sorted. */
export interface TableSort {
  field: string
  order: 'asc' | 'desc'
}

/** Rows that can be picked to do something to all of them. */
export interface Picking<Row> {
  isPicked: (row: Row) => boolean
  /** Of some rows nothing may be done: they cannot be picked. */
  mayPick: (row: Row) => boolean
  onPick: (rows: readonly Row[], isPicked: boolean) => void
  nameOf: (row: Row) => string
}

interface DataTableProps<Row> {
  /** Read out as the table's name. */
  label: string
  /** The first column is what the row is; on a phone it is the card's title. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  sort?: TableSort
  onSort?: (sort: TableSort) => void
  picking?: Picking<Row> | null
}

/** A plain table; on a phone one card for each row. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, keyOf, picking = null } = props
  const isPhone = useIsPhone()
  if (isPhone) return <Cards {...props} />
  return (
    <div className="data-table">
      <table aria-label={label}>
        <thead>
          <tr>
            {picking !== null && <PickAll rows={rows} picking={picking} />}
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-picked={picking?.isPicked(row) === true}>
              {picking !== null && (
                <td className="data-table-pick">
                  <PickOne row={row} picking={picking} />
                </td>
              )}
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

interface HeadProps<Row> {
  column: Column<Row>
  sort: TableSort | undefined
  onSort: ((sort: TableSort) => void) | undefined
}

const OTHER_ORDER = { asc: 'desc', desc: 'asc' } as const
const ARIA_ORDER = { asc: 'ascending', desc: 'descending' } as const
const SIGN = { asc: '↑', desc: '↓' } as const

/** A column's head; where the list can be sorted by it, a button that says which way it is. */
function Head<Row>({ column: { title, isNumber, sortBy }, sort, onSort }: HeadProps<Row>) {
  const className = isNumber === true ? 'num' : undefined
  if (sortBy === undefined || onSort === undefined) {
    return (
      <th scope="col" className={className}>
        {title}
      </th>
    )
  }
  const order = sort?.field === sortBy ? sort.order : null
  return (
    <th scope="col" className={className} aria-sort={order === null ? 'none' : ARIA_ORDER[order]}>
      <button
        type="button"
        className="data-table-sort"
        onClick={() => onSort({ field: sortBy, order: order === null ? 'asc' : OTHER_ORDER[order] })}
      >
        {title}
        <span aria-hidden="true">{order === null ? '↕' : SIGN[order]}</span>
      </button>
    </th>
  )
}

interface PickOneProps<Row> {
  row: Row
  picking: Picking<Row>
}

function PickOne<Row>({ row, picking }: PickOneProps<Row>) {
  const { t } = useTranslation('common')
  if (!picking.mayPick(row)) return null
  return (
    <Checkbox
      checked={picking.isPicked(row)}
      aria-label={t('pick.one', { name: picking.nameOf(row) })}
      onChange={({ target }) => picking.onPick([row], target.checked)}
    />
  )
}

interface PickAllProps<Row> {
  rows: readonly Row[]
  picking: Picking<Row>
}

function PickAll<Row>({ rows, picking }: PickAllProps<Row>) {
  const { t } = useTranslation('common')
  const free = rows.filter(picking.mayPick)
  const count = free.filter(picking.isPicked).length
  return (
    <th scope="col" className="data-table-pick">
      <Checkbox
        checked={count > 0 && count === free.length}
        indeterminate={count > 0 && count < free.length}
        disabled={free.length === 0}
        aria-label={t('pick.all')}
        onChange={({ target }) => picking.onPick(free, target.checked)}
      />
    </th>
  )
}

/** An empty cell keeps a table straight; on a card its name would stand there alone. */
function isNothing(value: ReactNode): boolean {
  return value === null || value === undefined || value === false || value === ''
}

function Cards<Row>({ label, columns, rows, keyOf, picking = null }: DataTableProps<Row>) {
  const [title, ...facts] = columns.filter(({ isWideOnly }) => isWideOnly !== true)
  return (
    <ul className="data-cards" aria-label={label}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <div className="data-card-title">
            <span>{title?.render(row)}</span>
            {picking !== null && <PickOne row={row} picking={picking} />}
          </div>
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
