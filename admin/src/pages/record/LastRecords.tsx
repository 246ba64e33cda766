import { CloudUploadOutlined } from '@ant-design/icons'
import type { ScoreRecord } from '@practice/scoring/contracts'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalAlert } from '../../components/RefusalAlert'
import { ToneTag } from '../../components/StateTag'
import type { OutboxItem } from '../../scoring/outbox/item'
import { RecordStateTag } from '../../scoring/record-view/RecordStateTag'
import { actOnRecord } from '../../scoring/record-view/requests'
import { RecordLine } from './RecordLine'
import { RefusedRecord } from './RefusedRecord'
import type { LastRecordsView } from './useLastRecords'

interface LastRecordsProps {
  last: LastRecordsView
  onCorrect: (item: OutboxItem) => void
}

/** The last records with their state; each can be taken back while nobody has reviewed it. */
export function LastRecords({ last, onCorrect }: LastRecordsProps) {
  const { t } = useTranslation('record')
  const first = last.lines.find((line) => line.kind === 'waiting' && line.item.refusal === null)
  return (
    <section aria-label={t('last.title')}>
      <h2 className="record-heading">{t('last.title')}</h2>
      <RefusalAlert error={last.error} namespace={['record', 'scoring']} />
      {last.lines.length === 0 && last.error === null && <p className="record-quiet">{t('last.none')}</p>}
      <ul className="record-last" aria-live="polite">
        {last.lines.map((line) => {
          if (line.kind === 'recorded') {
            return <RecordedLine key={line.record.documentId} record={line.record} onDone={last.show} />
          }
          const { item } = line
          if (item.refusal !== null) {
            return <RefusedRecord key={item.key} item={item} outbox={last.outbox} onCorrect={onCorrect} />
          }
          return (
            <WaitingLine
              key={item.key}
              item={item}
              isSending={last.isSending && line === first}
              onDiscard={() => void last.outbox.discard(item.sequence)}
            />
          )
        })}
      </ul>
    </section>
  )
}

interface WaitingLineProps {
  item: OutboxItem
  isSending: boolean
  onDiscard: () => void
}

function WaitingLine({ item, isSending, onDiscard }: WaitingLineProps) {
  const { t } = useTranslation('record')
  const [isAsked, setIsAsked] = useState(false)
  const word = item.isUnwanted ? 'unwanted' : isSending ? 'sending' : 'waiting'
  return (
    <RecordLine
      {...item.words}
      tag={
        <ToneTag tone={word === 'sending' ? 'inHand' : 'waiting'} sign={<CloudUploadOutlined />}>
          {t(`last.${word}`)}
        </ToneTag>
      }
      onAsk={item.isUnwanted ? undefined : () => setIsAsked(!isAsked)}
    >
      {isAsked && !item.isUnwanted && (
        <div className="record-ask" role="group" aria-label={t('withdraw.question')}>
          <span>{t('withdraw.question')}</span>
          <Button onClick={onDiscard}>{t('withdraw.verb')}</Button>
          <Button type="text" onClick={() => setIsAsked(false)}>
            {t('withdraw.not')}
          </Button>
        </div>
      )}
    </RecordLine>
  )
}

function RecordedLine({ record, onDone }: { record: ScoreRecord; onDone: (record: ScoreRecord) => void }) {
  const { t } = useTranslation('record')
  const [isAsked, setIsAsked] = useState(false)
  const withdrawing = useMutation({
    mutationFn: (reason: string) => actOnRecord(record.documentId, 'withdraw', reason),
    networkMode: 'always',
    onSuccess: onDone,
  })
  const reasons = t('withdraw.reasons', { returnObjects: true }) as Record<string, string>
  const isOpen = record.allowed.includes('withdraw')
  return (
    <RecordLine
      holder={record.card.holder}
      rule={record.rule.name}
      points={record.points}
      tag={<RecordStateTag state={record.state} />}
      onAsk={isOpen ? () => setIsAsked(!isAsked) : undefined}
    >
      {isOpen && isAsked && (
        <div className="record-ask" role="group" aria-label={t('withdraw.why')}>
          <span>{t('withdraw.why')}</span>
          {Object.entries(reasons).map(([key, reason]) => (
            <Button key={key} loading={withdrawing.isPending} onClick={() => withdrawing.mutate(reason)}>
              {reason}
            </Button>
          ))}
          <Button type="text" onClick={() => setIsAsked(false)}>
            {t('withdraw.not')}
          </Button>
        </div>
      )}
      <RefusalAlert error={withdrawing.error} namespace={['record', 'scoring']} />
    </RecordLine>
  )
}
