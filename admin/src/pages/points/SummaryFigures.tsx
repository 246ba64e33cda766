import type { PointsSummary } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { FigureLink } from '../../components/FigureLink'
import { useMayOpen } from '../links'

/** What was issued and spent, what cards hold, and what waits for people: each leads to its rows. */
export function SummaryFigures({ summary }: { summary: PointsSummary }) {
  const { t } = useTranslation('points')
  const mayOpen = useMayOpen()
  const { site, waiting } = summary
  const records = (state: string) => (mayOpen('records') ? `/records?site=${site.code}&state=${state}` : null)
  const at = (page: string, path: string) => (mayOpen(page) ? `${path}?site=${site.code}` : null)
  return (
    <nav className="figures" aria-label={t('figures')}>
      <FigureLink label={t('figure.issued')} count={summary.issued} to={records('posted')} />
      <FigureLink label={t('figure.redeemed')} count={summary.redeemed} to={at('stock', '/stock/redemptions')} />
      <FigureLink label={t('figure.outstanding')} count={summary.outstanding} to={at('cards', '/cards')} />
      <FigureLink label={t('figure.pending')} count={summary.pending} to={records('recorded,noticed,held')} />
      <FigureLink label={t('figure.recorded')} count={waiting.recorded} to={records('recorded')} />
      <FigureLink label={t('figure.noticed')} count={waiting.noticed} to={records('noticed')} />
      <FigureLink label={t('figure.held')} count={waiting.held} to={records('held')} />
    </nav>
  )
}
