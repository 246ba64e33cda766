import { CheckCircleOutlined, ClockCircleOutlined, PlayCircleOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../components/StateTag'
import type { Phase } from './activity'

const LOOK = {
  upcoming: { tone: 'waiting', Sign: ClockCircleOutlined },
  running: { tone: 'inHand', Sign: PlayCircleOutlined },
  over: { tone: 'closed', Sign: CheckCircleOutlined },
} as const

/** Whether an activity is still to come, going on, or over. */
export function PhaseTag({ phase }: { phase: Phase }) {
  const { t } = useTranslation('activities')
  const { tone, Sign } = LOOK[phase]
  return (
    <ToneTag tone={tone} sign={<Sign />}>
      {t(`when.${phase}`)}
    </ToneTag>
  )
}
