import type { ReactNode } from 'react'
import { Link } from 'react-router'
import './figures.css'

interface FigureLinkProps {
  label: ReactNode
  /** Null while it is not known. */
  count: number | null
  /** Leads to the rows that are counted; null where one may know the figure but not open the rows. */
  to: string | null
  /** Counts what is late: red when there is any. */
  isLate?: boolean
  /** A quiet line below, such as since when the first of them waits. */
  note?: ReactNode
}

/** A figure that leads to the rows that it counts; several stand in a `nav` of the class `figures`. */
export function FigureLink({ label, count, to, isLate = false, note }: FigureLinkProps) {
  const isAlarming = isLate && (count ?? 0) > 0
  const figure = (
    <>
      <span>{label}</span>
      <strong className="num">{count?.toLocaleString() ?? '–'}</strong>
      {note !== undefined && <span className="figure-note">{note}</span>}
    </>
  )
  if (to === null) {
    return (
      <div className="figure" data-late={isAlarming}>
        {figure}
      </div>
    )
  }
  return (
    <Link to={to} className="figure" data-late={isAlarming}>
      {figure}
    </Link>
  )
}
