import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { summaryQuery } from '../../orders/queries'
import { RefusalAlert } from '../../components/RefusalAlert'
import { GROUPS, countOf } from '../desk/queue'
import { FigureLink } from '../../components/FigureLink'

/** The groups of the desk's queue with their counts, as links into it. */
export function QueueFigures() {
  const { t } = useTranslation('home')
  const summary = useQuery(summaryQuery())
  const { data } = summary
  return (
    <>
      <nav className="figures" aria-label={t('queue')}>
        {GROUPS.filter((group) => group !== 'all').map((group) => (
          <FigureLink
            key={group}
            label={t(`group.${group}`)}
            count={data === undefined ? null : countOf(group, data)}
            to={`/desk?group=${group}`}
            isLate={group === 'overdue'}
          />
        ))}
      </nav>
      <RefusalAlert error={summary.error} />
    </>
  )
}
