import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { SUMMARY_MONTHS, pointsSummaryQuery } from '../../api/points'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useMayOpen } from '../links'
import { Attention } from './Attention'
import { BudgetBar } from './BudgetBar'
import { Charts } from './Charts'
import { SitePath } from './SitePath'
import { SitesTable } from './SitesTable'
import { SummaryFigures } from './SummaryFigures'
import { hasBegun } from './figures'
import './points.css'

const SPANS = [6, 12, 24] as const

/** How the points of a site stand: figures that lead to their rows, by theme and month, and the sites below. */
export default function PointsPage() {
  const { t } = useTranslation(['points', 'common'])
  const mayOpen = useMayOpen()
  const [params, setParams] = useSearchParams()
  const site = params.get('site')
  const months = SPANS.find((span) => String(span) === params.get('months')) ?? SUMMARY_MONTHS
  const summary = useQuery({ ...pointsSummaryQuery(site, months), placeholderData: (before) => before })
  const { data } = summary

  function show(span: number): void {
    setParams((before) => {
      const next = new URLSearchParams(before)
      next.set('months', String(span))
      return next
    })
  }

  return (
    <>
      <PageHeader
        title={t('title')}
        hint={data !== undefined && <SitePath site={data.site} />}
        actions={
          <>
            <Segmented
              aria-label={t('span')}
              value={months}
              options={SPANS.map((span) => ({ value: span, label: t('months', { count: span }) }))}
              onChange={show}
            />
            {data !== undefined && mayOpen('rule-sets') && (
              <Link to={`/rule-sets?site=${data.site.code}`}>
                <Button>{t('toRules')}</Button>
              </Link>
            )}
          </>
        }
      />
      {data === undefined && summary.isPending && <PageSkeleton />}
      {data === undefined && (
        <RefusalAlert
          error={summary.error}
          action={
            <Button size="small" onClick={() => void summary.refetch()}>
              {t('common:action.retry')}
            </Button>
          }
        />
      )}
      {data !== undefined && (
        <Flex vertical gap={16}>
          <SummaryFigures summary={data} />
          <BudgetBar summary={data} />
          <Attention key={data.site.code} summary={data} />
          {hasBegun(data) ? (
            <Charts summary={data} />
          ) : (
            <EmptyState title={t('none', { site: data.site.name })} hint={t('noneHint')} />
          )}
          <SitesTable summary={data} />
        </Flex>
      )}
    </>
  )
}
