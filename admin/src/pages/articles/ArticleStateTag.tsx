import { CheckCircleOutlined, ClockCircleOutlined, EditOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../components/StateTag'
import { When } from '../../components/When'
import type { ArticleState } from './article'

const TONES = { draft: 'closed', scheduled: 'waiting', published: 'done' } as const
const SIGNS = { draft: EditOutlined, scheduled: ClockCircleOutlined, published: CheckCircleOutlined } as const

interface ArticleStateTagProps {
  state: ArticleState
  /** When it goes out, for a scheduled one. */
  publishAt?: string | null
}

/** 草稿, 定时 11月25日 09:00, 已发布. */
export function ArticleStateTag({ state, publishAt = null }: ArticleStateTagProps) {
  const { t } = useTranslation('articles')
  const Sign = SIGNS[state]
  return (
    <ToneTag tone={TONES[state]} sign={<Sign />}>
      {t(`state.${state}`)}
      {state === 'scheduled' && publishAt !== null && <When at={publishAt} />}
    </ToneTag>
  )
}
