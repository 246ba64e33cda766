import type { Order } from '@practice/dispatch/contracts'
import { useTranslation } from 'react-i18next'
import { deadlineOf } from '../../orders/clocks'
import { useTimeWords } from '../useWords'

const LOW_STARS_MAX = 3

/** How an order stands, in one sentence: whose turn it is, and until when. */
export function useOrderWords(): (order: Order) => string {
  const { t } = useTranslation('resident')
  const { until, left } = useTimeWords()
  return (order) => {
    if (order.clocks.pausedAt !== null) return t('stands.paused')
    const deadline = deadlineOf(order)
    const isLow = (order.rating?.stars ?? 5) <= LOW_STARS_MAX
    if (order.state === 'rated' && isLow) return t('stands.low')
    const said = t(`stands.${order.state}`, { team: order.team?.name ?? t('stands.team') })
    if (deadline === null) return said
    return t(order.overdue ? 'stands.late' : 'stands.until', { said, when: until(deadline), left: left(deadline) })
  }
}
