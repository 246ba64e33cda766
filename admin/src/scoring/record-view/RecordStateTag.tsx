import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  NotificationOutlined,
  RollbackOutlined,
  StopOutlined,
  UndoOutlined,
} from '@ant-design/icons'
import type { RecordState } from '@practice/scoring/contracts'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../components/StateTag'
import type { StateTone } from '../../theme/tokens'

/** The tone of each state of a record; what it means is in `STATE_TONES`. */
export const TONE_OF_RECORD = {
  recorded: 'waiting',
  noticed: 'inHand',
  held: 'waiting',
  posted: 'done',
  rejected: 'closed',
  withdrawn: 'closed',
  voided: 'closed',
} as const satisfies Record<RecordState, StateTone>

const SIGN_OF_RECORD = {
  recorded: ClockCircleOutlined,
  noticed: NotificationOutlined,
  held: ExclamationCircleOutlined,
  posted: CheckCircleOutlined,
  rejected: RollbackOutlined,
  withdrawn: UndoOutlined,
  voided: StopOutlined,
} as const satisfies Record<RecordState, ComponentType>

/** A record's state: word, sign and colour. */
export function RecordStateTag({ state }: { state: RecordState }) {
  const { t } = useTranslation('scoring')
  const Sign = SIGN_OF_RECORD[state]
  return (
    <ToneTag tone={TONE_OF_RECORD[state]} sign={<Sign />}>
      {t(`state.${state}`)}
    </ToneTag>
  )
}
