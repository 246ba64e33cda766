import { Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { useTimeWords } from '../../time/useTime'
import { ArticleStateTag } from './ArticleStateTag'
import { standingsOf } from './article'
import type { ArticleVersions } from './queries'
import type { ArticleDesk } from './useArticleDesk'

interface StateLineProps {
  desk: ArticleDesk
  versions: ArticleVersions | null
  isDirty: boolean
  /** What is written here is not what readers see. */
  isAhead: boolean
  isUnkept: boolean
}

/** 草稿 · 待审 · 已通过 · 定时 11月25日 09:00 · 已发布, and whether what was typed is saved. */
export function StateLine({ desk, versions, isDirty, isAhead, isUnkept }: StateLineProps) {
  const { t } = useTranslation('articles')
  const { when } = useTimeWords()
  const standings = desk.view === null ? (['draft'] as const) : standingsOf(desk.view, isAhead)
  return (
    <Flex wrap gap="4px 12px" align="center">
      {standings.map((standing) => (
        <ArticleStateTag key={standing} standing={standing} publishAt={desk.view?.publishAt ?? null} />
      ))}
      <Typography.Text type={isUnkept && isDirty ? 'danger' : 'secondary'} role="status">
        {saving()}
      </Typography.Text>
    </Flex>
  )

  function saving(): string {
    if (desk.busy !== null) return t(`busy.${desk.busy}`)
    if (isDirty) return t(isUnkept ? 'notKept' : 'notSaved')
    if (desk.aside !== null) return t(`aside.${desk.aside}`)
    if (isAhead && (desk.done === null || desk.done === 'save')) return t('ahead')
    if (desk.done !== null) return t(`done.${desk.done}`)
    if (versions === null) return t('nothingYet')
    return t('savedAt', { time: when(versions.draft.updatedAt) })
  }
}
