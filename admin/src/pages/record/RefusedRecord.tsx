import { WarningOutlined } from '@ant-design/icons'
import { Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/error'
import { RefusalAlert } from '../../components/RefusalAlert'
import { ToneTag } from '../../components/StateTag'
import type { OutboxItem } from '../../scoring/outbox/item'
import type { Outbox } from '../../scoring/outbox/outbox'
import { RecordLine } from './RecordLine'

interface RefusedRecordProps {
  item: OutboxItem
  outbox: Outbox
  onCorrect: (item: OutboxItem) => void
}

/** A record that the server did not take: why, and the three things that can be done about it. */
export function RefusedRecord({ item, outbox, onCorrect }: RefusedRecordProps) {
  const { t } = useTranslation(['record', 'common'])
  const { refusal } = item
  if (refusal === null) return null
  return (
    <RecordLine
      {...item.words}
      tag={
        <ToneTag tone="overdue" sign={<WarningOutlined />}>
          {t('last.refused')}
        </ToneTag>
      }
    >
      <RefusalAlert
        error={new ApiError(refusal.status, refusal.code, refusal.details)}
        namespace={['record', 'scoring']}
      />
      <Flex wrap gap={8} style={{ marginTop: 8 }}>
        <Button onClick={() => onCorrect(item)}>{t('last.correct')}</Button>
        <Button onClick={() => void outbox.retry(item.sequence)}>{t('common:action.retry')}</Button>
        <Button type="text" onClick={() => void outbox.discard(item.sequence)}>
          {t('last.drop')}
        </Button>
      </Flex>
    </RecordLine>
  )
}
