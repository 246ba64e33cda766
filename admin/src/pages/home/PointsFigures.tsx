import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { pointsSummaryQuery } from '../../api/points'
import { FigureLink } from '../../components/FigureLink'
import { RefusalAlert } from '../../components/RefusalAlert'
import './home.css'

/** How points stand at a site (one's own without one): what waits, what cards hold, what the budget leaves. */
export function PointsFigures({ site = null }: { site?: string | null }) {
  const { t } = useTranslation('home')
  const summary = useQuery(pointsSummaryQuery(site))
  const { data } = summary
  if (data === undefined) return <RefusalAlert error={summary.error} />
  // Where nobody has a card, five times nothing would only be in the way.
  if (data.cards === 0) return null
  const at = `site=${data.site.code}`
  const { budget, waiting } = data
  return (
    <section aria-label={t('points.title')}>
      <h2 className="home-heading">{t('points.title')}</h2>
      <nav className="figures" aria-label={t('points.title')}>
        <FigureLink label={t('points.recorded')} count={waiting.recorded} to={`/records?${at}&state=recorded`} />
        <FigureLink label={t('points.noticed')} count={waiting.noticed} to={`/records?${at}&state=noticed`} />
        <FigureLink label={t('points.held')} count={waiting.held} to={`/records?${at}&state=held`} />
        <FigureLink label={t('points.outstanding')} count={data.outstanding} to={`/points?${at}`} />
        {budget !== null && (
          <FigureLink
            label={t(budget.used < budget.points ? 'points.left' : 'points.usedUp', {
              points: budget.points.toLocaleString(),
            })}
            count={Math.max(0, budget.points - budget.used)}
            to={`/points?${at}`}
          />
        )}
      </nav>
    </section>
  )
}
