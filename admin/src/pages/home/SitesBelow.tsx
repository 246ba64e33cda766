import { useQuery } from '@tanstack/react-query'
import { Button, Card } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { summaryQuery } from '../../orders/queries'
import { useTones } from '../../theme/useTones'
import { countOf } from '../desk/queue'
import { pressing } from './pressing'
import type { Below } from './pressing'

const SHOWN_AT_FIRST = 8
const GROUPS = ['overdue', 'toDispatch', 'toAccept'] as const

interface SitesBelowProps {
  title: string
  /** The first column's head: what the sites are. */
  head: string
  /** Drawn beside the table, from the same figures. */
  picture?: (below: readonly Below[]) => ReactNode
}

/** Where it presses: late, undispatched and unanswered orders of the sites directly below, each figure a link to them. */
export function SitesBelow({ title, head, picture }: SitesBelowProps) {
  const { t } = useTranslation('home')
  const [isLong, setIsLong] = useState(false)
  const summary = useQuery(summaryQuery())
  const rows = pressing(summary.data?.below ?? [])
  return (
    <Card size="small" title={title}>
      {summary.isPending && <RowsSkeleton rows={3} />}
      <RefusalAlert error={summary.data === undefined ? summary.error : null} />
      {summary.isSuccess && rows.length === 0 && <EmptyState title={t('below.none')} hint={t('below.noneHint')} />}
      {summary.data !== undefined && rows.length > 0 && (
        <div className="below" data-drawn={picture !== undefined}>
          {picture?.(summary.data.below)}
          <div>
            <Table rows={isLong ? rows : rows.slice(0, SHOWN_AT_FIRST)} title={title} head={head} />
            {!isLong && rows.length > SHOWN_AT_FIRST && (
              <Button type="link" className="home-more" onClick={() => setIsLong(true)}>
                {t('more', { count: rows.length - SHOWN_AT_FIRST })}
              </Button>
            )}
          </div>
        </div>
      )}
    </Card>
  )
}

function Table({ rows, title, head }: { rows: readonly Below[]; title: string; head: string }) {
  const { t } = useTranslation('home')
  return (
    <table className="below-table" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {GROUPS.map((group) => (
            <th key={group} scope="col" className="num">
              {t(`group.${group}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.site.code}>
            <th scope="row">
              <Link to={`/desk?group=all&site=${row.site.code}`}>{row.site.name}</Link>
            </th>
            {GROUPS.map((group) => (
              <td key={group} className="num">
                <Count row={row} group={group} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A nought leads nowhere: there is nothing to do. */
function Count({ row, group }: { row: Below; group: (typeof GROUPS)[number] }) {
  const { t } = useTranslation('home')
  const tones = useTones()
  const count = countOf(group, row)
  if (count === 0) return <span className="below-none">{count}</span>
  return (
    <Link
      to={`/desk?group=${group}&site=${row.site.code}`}
      aria-label={t('below.count', { site: row.site.name, group: t(`group.${group}`), count })}
      style={group === 'overdue' ? { color: tones.overdue.text, fontWeight: 600 } : undefined}
    >
      {count}
    </Link>
  )
}
