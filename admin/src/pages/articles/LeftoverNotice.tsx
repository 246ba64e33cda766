import { Alert, Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { useTimeWords } from '../../time/useTime'
import type { WrittenArticle } from './useArticleValues'

interface LeftoverNoticeProps {
  written: WrittenArticle
  /** Nothing of the article is on the server. */
  isNew: boolean
}

/** Says that something typed earlier was taken up again, or asks about it when the article was changed since. */
export function LeftoverNotice({ written, isNew }: LeftoverNoticeProps) {
  const { t } = useTranslation('articles')
  const { when } = useTimeWords()
  if (written.leftover === null) return null
  const { draft, isTaken } = written.leftover
  const time = when(new Date(draft.savedAt).toISOString())
  return (
    <Alert
      showIcon
      type={isTaken ? 'info' : 'warning'}
      message={t(isTaken ? 'leftover.taken' : 'leftover.waiting', { time })}
      action={
        <Flex gap={8} wrap>
          {!isTaken && (
            <Button size="small" onClick={written.takeLeftover}>
              {t('leftover.take')}
            </Button>
          )}
          <Button size="small" onClick={written.dropLeftover}>
            {t(isNew ? 'leftover.anew' : 'leftover.drop')}
          </Button>
        </Flex>
      }
    />
  )
}
