import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FigureLink } from '../../components/FigureLink'
import { escalatedCountQuery } from '../escalated/escalated'

/** How many orders have come up to the leader because nobody below has done them. */
export function EscalatedFigure() {
  const { t } = useTranslation('home')
  const count = useQuery(escalatedCountQuery('leader'))
  return <FigureLink label={t('overview.escalated')} count={count.data ?? null} to="/escalated" isLate />
}
