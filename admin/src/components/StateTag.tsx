import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  FolderOutlined,
  LikeOutlined,
  SendOutlined,
  StarOutlined,
  StopOutlined,
  TeamOutlined,
  ToolOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import type { OrderState } from '@practice/dispatch/contracts'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StateTone } from '../theme/tokens'
import { useTones } from '../theme/useTones'

/** The tone of each state; what it means is in `STATE_TONES`. */
export const TONE_OF_STATE = {
  placed: 'waiting',
  pooled: 'waiting',
  dispatched: 'inHand',
  accepted: 'inHand',
  started: 'inHand',
  completed: 'done',
  rated: 'done',
  archived: 'closed',
  cancelled: 'closed',
} as const satisfies Record<OrderState, StateTone>

const SIGN_OF_STATE = {
  placed: ClockCircleOutlined,
  pooled: TeamOutlined,
  dispatched: SendOutlined,
  accepted: LikeOutlined,
  started: ToolOutlined,
  completed: CheckCircleOutlined,
  rated: StarOutlined,
  archived: FolderOutlined,
  cancelled: StopOutlined,
} as const satisfies Record<OrderState, ComponentType>

interface ToneTagProps {
  tone: StateTone
  /** An icon: colour never stands alone. */
  sign: ReactNode
  children: ReactNode
}

/** A word with its sign on the ground of its tone. */
export function ToneTag({ tone, sign, children }: ToneTagProps) {
  const { text, ground } = useTones()[tone]
  return (
    <span
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 4,
        padding: '0 8px',
        borderRadius: 6,
        lineHeight: '22px',
        fontSize: 13,
        whiteSpace: 'nowrap',
        color: text,
        background: ground,
      }}
    >
      {sign}
      {children}
    </span>
  )
}

/** An order's state: word, sign and colour. */
export function StateTag({ state }: { state: OrderState }) {
  const { t } = useTranslation('common')
  const Sign = SIGN_OF_STATE[state]
  return (
    <ToneTag tone={TONE_OF_STATE[state]} sign={<Sign />}>
      {t(`state.${state}`)}
    </ToneTag>
  )
}

/** Says that a deadline has passed. */
export function OverdueTag() {
  const { t } = useTranslation('common')
  return (
    <ToneTag tone="overdue" sign={<WarningOutlined />}>
      {t('overdue')}
    </ToneTag>
  )
}
