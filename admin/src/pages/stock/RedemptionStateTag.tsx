import { CheckCircleOutlined, StopOutlined } from '@ant-design/icons'
import type { RedemptionState } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../components/StateTag'

/** Whether goods were handed out for points, or that was taken back. */
export function RedemptionStateTag({ state }: { state: RedemptionState }) {
  const { t } = useTranslation('scoring')
  const isDone = state === 'done'
  return (
    <ToneTag tone={isDone ? 'done' : 'closed'} sign={isDone ? <CheckCircleOutlined /> : <StopOutlined />}>
      {t(`redemptionState.${state}`)}
    </ToneTag>
  )
}
