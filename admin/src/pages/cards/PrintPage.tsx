import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons'
import type { Card } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { loadAll } from '../../api/directory'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { dayOf } from '../../time/describe'
import { useNow } from '../../time/useTime'
import { PrintedCard } from './PrintedCard'
import { sheetsOf } from './sheets'
import '../../scoring/receipt/print.css'

/** The cards that are not closed, for printing. */
const printedQuery = {
  queryKey: ['points', 'cards', 'print'],
  queryFn: () => loadAll<Card>('/scoring/cards', { filters: { state: { $ne: 'closed' } }, sort: ['number'] }),
}

/** Cards on sheets of A4, ten on each, to be cut apart along the lines. */
export function PrintPage() {
  const { t } = useTranslation(['cards', 'common'])
  const [params, setParams] = useSearchParams()
  const today = dayOf(useNow())
  const numbers = params.get('numbers')?.split(',') ?? null
  const isToday = params.get('since') === 'today'
  const cards = useQuery(printedQuery)
  const chosen = (cards.data ?? []).filter(
    ({ number, token, openedAt }) =>
      token !== null &&
      (numbers === null || numbers.includes(number)) &&
      (!isToday || dayOf(Date.parse(openedAt)) === today),
  )
  const sheets = sheetsOf(chosen)
  return (
    <div className="cards">
      <style>{'@page { size: A4; margin: 0; }'}</style>
      <div className="not-printed">
        <Link to="/cards" className="cards-back">
          <ArrowLeftOutlined /> {t('title')}
        </Link>
        <PageHeader
          title={t('print.title')}
          hint={t('print.hint', { count: chosen.length, sheets: sheets.length })}
          actions={
            <Button
              type="primary"
              icon={<PrinterOutlined />}
              disabled={chosen.length === 0}
              onClick={() => window.print()}
            >
              {t('print.do')}
            </Button>
          }
        />
        {numbers === null && (
          <Segmented
            className="cards-print-choice"
            value={isToday ? 'today' : 'all'}
            options={(['all', 'today'] as const).map((value) => ({ value, label: t(`print.${value}`) }))}
            onChange={(value) => setParams(value === 'today' ? { since: 'today' } : {}, { replace: true })}
          />
        )}
        {cards.isPending && <PageSkeleton />}
        <RefusalAlert
          error={cards.error}
          namespace="scoring"
          action={<Button onClick={() => void cards.refetch()}>{t('common:action.retry')}</Button>}
        />
        {cards.isSuccess && chosen.length === 0 && <EmptyState title={t('print.none')} />}
      </div>
      <div className="cards-sheets">
        {sheets.map((sheet, index) => (
          <div key={index} className="cards-sheet">
            {sheet.map((card) => (
              <PrintedCard key={card.number} card={card} />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
