import type { Summary } from '@practice/dispatch/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Card } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { summaryQuery } from '../../orders/queries'
import { useTones } from '../../theme/useTones'
import { countOf } from '../desk/queue'

const SHOWN_AT_FIRST = 8

type Below = Summary['below'][number]

/** Sites with something to do, the most overdue first. */
function pressing(below: readonly Below[]): Below[] {
  const open = (figures: Below) => countOf('toDispatch', figures)
  return below
    .filter((figures) => figures.overdue > 0 || open(figures) > 0)
    .sort((one, other) => other.overdue - one.overdue || open(other) - open(one))
}

/** Where it presses: overdue and undispatched orders of the sites directly below, as bars that lead to them. */
export function SitesBelow({ title }: { title: string }) {
  const { t } = useTranslation('home')
  const [isLong, setIsLong] = useState(false)
  const summary = useQuery(summaryQuery())
  const rows = pressing(summary.data?.below ?? [])
  const most = Math.max(1, ...rows.map((row) => Math.max(row.overdue, countOf('toDispatch', row))))
  return (
    <Card size="small" title={title}>
      {summary.isPending && <RowsSkeleton rows={3} />}
      {summary.isSuccess && rows.length === 0 && <EmptyState title={t('below.none')} hint={t('below.noneHint')} />}
      <ul className="bars">
        {(isLong ? rows : rows.slice(0, SHOWN_AT_FIRST)).map((row) => (
          <li key={row.site.code}>
            <span className="bars-name">{row.site.name}</span>
            <SiteBar row={row} group="overdue" count={row.overdue} most={most} />
            <SiteBar row={row} group="toDispatch" count={countOf('toDispatch', row)} most={most} />
          </li>
        ))}
      </ul>
      {!isLong && rows.length > SHOWN_AT_FIRST && (
        <Button type="link" onClick={() => setIsLong(true)}>
          {t('more', { count: rows.length - SHOWN_AT_FIRST })}
        </Button>
      )}
    </Card>
  )
}

interface SiteBarProps {
  row: Below
  group: 'overdue' | 'toDispatch'
  count: number
  most: number
}

function SiteBar({ row, group, count, most }: SiteBarProps) {
  const { t } = useTranslation('home')
  const tones = useTones()
  const tone = tones[group === 'overdue' ? 'overdue' : 'waiting']
  return (
    <Link to={`/desk?group=${group}&site=${row.site.code}`} className="bars-bar">
      <span className="bars-track">
        <span style={{ width: `${(count / most) * 100}%`, background: tone.solid }} />
      </span>
      <span className="num">{t(`below.${group}`, { count })}</span>
    </Link>
  )
}
