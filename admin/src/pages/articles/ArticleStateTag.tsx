import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  EditOutlined,
  FileDoneOutlined,
  HourglassOutlined,
  RollbackOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../components/StateTag'
import { When } from '../../components/When'
import type { StateTone } from '../../theme/tokens'
import type { Standing } from './article'

const TONES = {
  draft: 'closed',
  submitted: 'waiting',
  returned: 'overdue',
  approved: 'inHand',
  scheduled: 'inHand',
  published: 'done',
} as const satisfies Record<Standing, StateTone>
const SIGNS = {
  draft: EditOutlined,
  submitted: HourglassOutlined,
  returned: RollbackOutlined,
  approved: FileDoneOutlined,
  scheduled: ClockCircleOutlined,
  published: CheckCircleOutlined,
} as const satisfies Record<Standing, ComponentType>

interface ArticleStateTagProps {
  standing: Standing
  /** When it goes out, for a scheduled one. */
  publishAt?: string | null
}

/** 草稿, 待审, 退回, 已通过, 定时 11月25日 09:00, 已发布. */
export function ArticleStateTag({ standing, publishAt = null }: ArticleStateTagProps) {
  const { t } = useTranslation('articles')
  const Sign = SIGNS[standing]
  return (
    <ToneTag tone={TONES[standing]} sign={<Sign />}>
      {t(`state.${standing}`)}
      {standing === 'scheduled' && publishAt !== null && <When at={publishAt} withTime />}
    </ToneTag>
  )
}
