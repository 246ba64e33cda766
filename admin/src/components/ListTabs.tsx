import { Link, useSearchParams } from 'react-router'
import './list-tabs.css'

interface ListTabsProps {
  /** What the tabs choose by, for those who listen. */
  label: string
  current: string
  /** The first is what the address without a `tab` shows. */
  items: readonly { key: string; label: string }[]
  /** Parameters of the address that another tab does not keep; the page is always the first one again. */
  drops?: readonly string[]
}

/** The parts of a list, each with an address of its own (`?tab=`). On a phone they go on beyond the edge. */
export function ListTabs({ label, current, items, drops = [] }: ListTabsProps) {
  const [params] = useSearchParams()
  const first = items[0]?.key

  function addressOf(key: string): string {
    const next = new URLSearchParams(params)
    for (const name of ['page', 'tab', ...drops]) next.delete(name)
    if (key !== first) next.set('tab', key)
    return `?${next.toString()}`
  }

  return (
    <nav aria-label={label} className="list-tabs">
      {items.map((item) => (
        <Link key={item.key} to={addressOf(item.key)} aria-current={item.key === current ? 'page' : undefined}>
          <span className="num">{item.label}</span>
        </Link>
      ))}
    </nav>
  )
}
