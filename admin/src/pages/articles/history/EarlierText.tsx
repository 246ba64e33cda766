import { ArrowLeftOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ArticleRevisionContentView } from '@practice/access/contracts'
import { Button, Flex, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { RefusalAlert } from '../../../components/RefusalAlert'
import { ArticlePreview } from '../ArticlePreview'
import type { ArticleValues } from '../article'
import { revisionQuery } from '../queries'

interface EarlierTextProps {
  documentId: string
  version: number
  canRestore: boolean
  onRestore: () => void
  onBack: () => void
}

/** An article as it read then, and the way back to it. */
export function EarlierText({ documentId, version, canRestore, onRestore, onBack }: EarlierTextProps) {
  const { t } = useTranslation('articles')
  const revision = useQuery(revisionQuery(documentId, version))
  return (
    <Flex vertical gap={16}>
      <Flex wrap gap={8} justify="space-between">
        <Button icon={<ArrowLeftOutlined />} onClick={onBack}>
          {t('history.back')}
        </Button>
        {canRestore && (
          <Popconfirm
            title={t('history.restoreTitle')}
            description={t('history.restoreContent')}
            okText={t('history.restore')}
            cancelText={t('common:action.cancel')}
            onConfirm={onRestore}
          >
            <Button type="primary" disabled={revision.data === undefined}>
              {t('history.restore')}
            </Button>
          </Popconfirm>
        )}
      </Flex>
      <RefusalAlert error={revision.error} namespace="articles" />
      {revision.isPending && <RowsSkeleton />}
      {revision.data !== undefined && (
        <Flex justify="center">
          <ArticlePreview values={valuesThen(revision.data)} publishedAt={null} device="phone" />
        </Flex>
      )}
    </Flex>
  )
}

/** The theme and the site are named by their codes, as in what is written. */
function valuesThen({
  title,
  summary,
  body,
  author,
  theme,
  site,
  cover,
  pictures,
}: ArticleRevisionContentView): ArticleValues {
  return {
    ...{ title, theme, site, pictures },
    ...{ summary: summary ?? '', body: body ?? '', author: author ?? '' },
    cover: cover === null ? null : { ...cover, name: '', alternativeText: null },
  }
}
