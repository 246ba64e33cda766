import { useInfiniteQuery } from '@tanstack/react-query'
import type { ArticleRevisionView } from '@practice/access/contracts'
import { Button, Drawer, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../components/EmptyState'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { RefusalAlert } from '../../../components/RefusalAlert'
import { useIsPhone } from '../../../components/useIsPhone'
import { When } from '../../../components/When'
import { historyQuery } from '../queries'
import { ChangeList } from './ChangeList'
import { EarlierText } from './EarlierText'

interface HistoryDrawerProps {
  documentId: string
  canRestore: boolean
  onRestore: (version: number) => void
  onClose: () => void
}

const WIDTH = 560

/** Who changed what of an article, newest first; earlier texts can be read and taken up again. */
export default function HistoryDrawer({ documentId, canRestore, onRestore, onClose }: HistoryDrawerProps) {
  const { t } = useTranslation('articles')
  const isPhone = useIsPhone()
  const history = useInfiniteQuery(historyQuery(documentId))
  const [shown, setShown] = useState<number | null>(null)
  const lines = history.data?.pages.flatMap(({ data }) => data) ?? []

  return (
    <Drawer open title={t('history.title')} width={isPhone ? '100%' : WIDTH} onClose={onClose}>
      {shown !== null ? (
        <EarlierText
          documentId={documentId}
          version={shown}
          canRestore={canRestore}
          onRestore={() => onRestore(shown)}
          onBack={() => setShown(null)}
        />
      ) : (
        <>
          <RefusalAlert error={history.error} namespace="articles" />
          {history.isPending && <RowsSkeleton />}
          {history.isSuccess && lines.length === 0 && <EmptyState title={t('history.none')} />}
          <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {lines.map((line) => (
              <li key={line.version} style={{ padding: '12px 0', borderBottom: '1px solid var(--line)' }}>
                <RevisionLine line={line} onShow={() => setShown(line.version)} />
              </li>
            ))}
          </ol>
          {history.hasNextPage && (
            <Button
              block
              style={{ marginTop: 16 }}
              loading={history.isFetchingNextPage}
              onClick={() => void history.fetchNextPage()}
            >
              {t('history.more')}
            </Button>
          )}
        </>
      )}
    </Drawer>
  )
}

function RevisionLine({ line, onShow }: { line: ArticleRevisionView; onShow: () => void }) {
  const { t, i18n } = useTranslation(['articles', 'common'])
  const { by, verb, note } = line
  const role = `common:role.${by.role}`
  return (
    <Flex vertical gap={4}>
      <Flex wrap gap="4px 12px" align="center">
        <Typography.Text strong>{t(`verb.${verb}`)}</Typography.Text>
        <Typography.Text type="secondary">
          {i18n.exists(role) ? t('common:shell.who', { name: by.name, role: t(role) }) : t('history.system')}
        </Typography.Text>
        <Typography.Text type="secondary">
          <When at={line.at} withTime />
        </Typography.Text>
      </Flex>
      {note !== null && (
        <Typography.Text>{verb === 'restore' ? t('history.restored', { version: note }) : note}</Typography.Text>
      )}
      <ChangeList changes={line.changes} />
      {line.hasContent && (
        <div>
          <Button onClick={onShow} aria-label={t('history.showOf', { version: line.version })}>
            {t('history.show')}
          </Button>
        </div>
      )}
    </Flex>
  )
}
