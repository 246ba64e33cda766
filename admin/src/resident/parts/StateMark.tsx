import type { Order } from '@practice/dispatch/contracts'
import { useTranslation } from 'react-i18next'
import type { StateTone } from '../../theme/tokens'
import { DoneSign, NowSign, OpenSign } from './signs'

const TONE = {
  placed: 'waiting',
  pooled: 'waiting',
  dispatched: 'inHand',
  accepted: 'inHand',
  started: 'inHand',
  completed: 'done',
  rated: 'done',
  archived: 'closed',
  cancelled: 'closed',
} as const satisfies Record<Order['state'], StateTone>

/** The state of an order: its word, its sign and its colour. */
export function StateMark({ state }: { state: Order['state'] }) {
  const { t } = useTranslation('resident')
  const tone = TONE[state]
  return (
    <span className={`my-mark my-${tone}`}>
      {tone === 'done' ? <DoneSign /> : tone === 'closed' ? <OpenSign /> : <NowSign />}
      {t(`state.${state}`)}
    </span>
  )
}
