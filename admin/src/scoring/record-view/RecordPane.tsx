import { ArrowLeftOutlined } from '@ant-design/icons'
import type { ScoreRecordDetail } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Flex } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { recordQuery } from '../../api/records'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsPhone } from '../../components/useIsPhone'
import { EvidenceGallery } from '../evidence/EvidenceGallery'
import { RecordFacts } from './RecordFacts'
import { RecordHead } from './RecordHead'
import { RecordHistory } from './RecordHistory'

const DRAWER_WIDTH_PX = 640

interface RecordDrawerProps {
  documentId: string
  onClose: () => void
  /** What can be done with the record. */
  actions?: (record: ScoreRecordDetail) => ReactNode
}

/** One record beside its list; on a phone a page of its own with a way back. */
export function RecordDrawer({ documentId, onClose, actions }: RecordDrawerProps) {
  const { t } = useTranslation(['scoring', 'common'])
  const isPhone = useIsPhone()
  const pane = <RecordPane documentId={documentId} {...(actions === undefined ? {} : { actions })} />
  if (isPhone) {
    return (
      <Flex vertical gap={12}>
        <div>
          <Button type="text" icon={<ArrowLeftOutlined />} onClick={onClose}>
            {t('common:action.back')}
          </Button>
        </div>
        {pane}
      </Flex>
    )
  }
  return (
    <Drawer open width={DRAWER_WIDTH_PX} onClose={onClose} title={t('record.drawer')}>
      {pane}
    </Drawer>
  )
}

interface RecordPaneProps {
  documentId: string
  actions?: (record: ScoreRecordDetail) => ReactNode
}

/** One record, whole: what it says, its evidence, and what happened to it. */
export function RecordPane({ documentId, actions }: RecordPaneProps) {
  const { t } = useTranslation(['scoring', 'common'])
  const record = useQuery(recordQuery(documentId))
  if (record.data === undefined) {
    return record.isPending ? (
      <PageSkeleton />
    ) : (
      <RefusalAlert
        error={record.error}
        namespace="scoring"
        action={
          <Button size="small" onClick={() => void record.refetch()}>
            {t('common:action.retry')}
          </Button>
        }
      />
    )
  }
  return (
    <Flex vertical gap={16}>
      <RecordHead record={record.data} actions={actions?.(record.data)} />
      <EvidenceGallery files={record.data.evidence} source={record.data.source} isSmall />
      <RecordFacts record={record.data} />
      <section>
        <h3 style={{ margin: '0 0 8px', fontSize: 14 }}>{t('record.history')}</h3>
        <RecordHistory events={record.data.events} />
      </section>
    </Flex>
  )
}
