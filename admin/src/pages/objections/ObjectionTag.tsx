import { CheckCircleOutlined, ClockCircleOutlined, StopOutlined } from '@ant-design/icons'
import type { ObjectionState } from '@practice/scoring/contracts'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../components/StateTag'
import type { StateTone } from '../../theme/tokens'

const TONE = { open: 'waiting', upheld: 'closed', dismissed: 'done' } as const satisfies Record<
  ObjectionState,
  StateTone
>
const SIGN = {
  open: ClockCircleOutlined,
  upheld: StopOutlined,
  dismissed: CheckCircleOutlined,
} as const satisfies Record<ObjectionState, ComponentType>

/** How an objection stands: word, sign and colour. */
export function ObjectionTag({ state }: { state: ObjectionState }) {
  const { t } = useTranslation('scoring')
  const Sign = SIGN[state]
  return (
    <ToneTag tone={TONE[state]} sign={<Sign />}>
      {t(`objectionState.${state}`)}
    </ToneTag>
  )
}
