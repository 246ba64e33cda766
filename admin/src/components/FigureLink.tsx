import type { ReactNode } from 'react'
import { Link } from 'react-router'
import './figures.css'

interface FigureLinkProps {
  label: ReactNode
  /** Null while it is not known. */
  count: number | null
  /** Leads to the rows that are counted. */
  to: string
  /** Counts what is late: red when there is any. */
  isLate?: boolean
}

/** A figure that leads to the rows that it counts; several stand in a `nav` of the class `figures`. */
export function FigureLink({ label, count, to, isLate = false }: FigureLinkProps) {
  return (
    <Link to={to} className="figure" data-late={isLate && (count ?? 0) > 0}>
      <span>{label}</span>
      <strong className="num">{count?.toLocaleString() ?? '–'}</strong>
    </Link>
  )
}
