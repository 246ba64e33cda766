import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../../components/DialogFrame'
import { useTimeWords } from '../../time/useTime'
import { ArticlePreview } from './ArticlePreview'
import { valuesOf } from './article'
import { lastRevisionQuery } from './queries'
import type { Conflict } from './useArticleDesk'

interface ConflictDialogProps {
  conflict: Conflict
  onOverwrite: () => void
  onTakeTheirs: () => void
  onStay: () => void
}

/** Somebody else has saved another version: it is shown, and one decides. What was typed stays until then. */
export default function ConflictDialog({ conflict, onOverwrite, onTakeTheirs, onStay }: ConflictDialogProps) {
  const { t } = useTranslation('articles')
  const { when } = useTimeWords()
  const { theirs } = conflict
  const last = useQuery(lastRevisionQuery(theirs.documentId))
  return (
    <DialogFrame
      title={t('conflict.title')}
      isOpen
      onClose={onStay}
      footer={
        <Flex wrap gap={8} justify="end">
          <Button onClick={onStay}>{t('conflict.stay')}</Button>
          <Button onClick={onTakeTheirs}>{t('conflict.take')}</Button>
          <Button danger onClick={onOverwrite}>
            {t('conflict.overwrite')}
          </Button>
        </Flex>
      }
    >
      <Flex vertical gap={12}>
        <Typography.Text>
          {last.data?.by === undefined
            ? t('conflict.content')
            : t('conflict.contentBy', { name: last.data.by.name, time: when(last.data.at) })}
        </Typography.Text>
        <Typography.Text strong>{t('conflict.theirs')}</Typography.Text>
        <Flex justify="center">
          <ArticlePreview values={valuesOf(theirs)} publishedAt={null} device="phone" height="min(420px, 44dvh)" />
        </Flex>
      </Flex>
    </DialogFrame>
  )
}
