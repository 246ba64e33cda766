import { CheckCircleOutlined, PauseCircleOutlined, StopOutlined } from '@ant-design/icons'
import type { CardState } from '@practice/scoring/contracts'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../components/StateTag'
import type { StateTone } from '../../theme/tokens'

const LOOKS = {
  active: { tone: 'done', Sign: CheckCircleOutlined },
  frozen: { tone: 'waiting', Sign: PauseCircleOutlined },
  closed: { tone: 'closed', Sign: StopOutlined },
} as const satisfies Record<CardState, { tone: StateTone; Sign: ComponentType }>

/** A card's state: word, sign and colour. */
export function CardStateTag({ state }: { state: CardState }) {
  const { t } = useTranslation('scoring')
  const { tone, Sign } = LOOKS[state]
  return (
    <ToneTag tone={tone} sign={<Sign />}>
      {t(`cardState.${state}`)}
    </ToneTag>
  )
}
