import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  FieldTimeOutlined,
  PictureOutlined,
  SwapOutlined,
  TeamOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons'
import type { FlagKind } from '@practice/scoring/contracts'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../components/StateTag'

const SIGN = {
  same_photo: PictureOutlined,
  burst: ThunderboltOutlined,
  overlap: SwapOutlined,
  late: ClockCircleOutlined,
  beyond_span: FieldTimeOutlined,
  few_households: TeamOutlined,
} as const satisfies Record<FlagKind, ComponentType>

/** What kind of warning it is: it waits until it was settled. */
export function FlagKindTag({ kind, isSettled }: { kind: FlagKind; isSettled: boolean }) {
  const { t } = useTranslation('flags')
  const Sign = isSettled ? CheckCircleOutlined : SIGN[kind]
  return (
    <ToneTag tone={isSettled ? 'closed' : 'waiting'} sign={<Sign />}>
      {t(`kind.${kind}`)}
    </ToneTag>
  )
}
