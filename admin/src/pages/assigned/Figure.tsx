import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** A figure in a table that leads to the rows that it counts; nothing leads nowhere. */
export function Figure({ to, children }: { to: string | null; children: ReactNode }) {
  return to === null ? <>{children}</> : <Link to={to}>{children}</Link>
}
