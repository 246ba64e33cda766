import type { Flag } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../api/client'
import { recordQuery } from '../../api/records'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { When } from '../../components/When'
import { EvidenceGallery, isPhoto } from '../../scoring/evidence/EvidenceGallery'
import { Points } from '../../scoring/record-view/Points'
import { ReasonDialog } from '../../scoring/record-view/ReasonDialog'
import { RecordStateTag } from '../../scoring/record-view/RecordStateTag'
import { FlagKindTag } from './FlagKindTag'
import { reasonOf } from './words'

interface FlagCardProps {
  flag: Flag
  /** Opens one of its records beside the list. */
  onOpen: (documentId: string) => void
}

/** One warning: what was noticed, in a sentence with its figures, the records that it is about, and its settling. */
export function FlagCard({ flag, onOpen }: FlagCardProps) {
  const { t } = useTranslation(['flags', 'scoring', 'common'])
  const [isSettling, setIsSettling] = useState(false)
  const { key, figures } = reasonOf(flag, (words) => words.join(t('common:form.listSeparator')))
  const records = [flag.record, flag.other].filter((record) => record !== null)
  return (
    <article className="record-panel">
      <Flex wrap gap="8px 12px" align="center" justify="space-between">
        <Flex wrap gap="4px 12px" align="center">
          <FlagKindTag kind={flag.kind} isSettled={flag.state === 'settled'} />
          <span className="record-quiet">
            {flag.site.name}
            {t('common:separator')}
            <When at={flag.raisedAt} withTime />
          </span>
        </Flex>
        {flag.allowed.includes('settle') && (
          <Button onClick={() => setIsSettling(true)}>{t('scoring:verb.settle')}</Button>
        )}
      </Flex>
      <div className="flag-reason">{t(`reason.${key}`, figures)}</div>
      {records.length > 0 && (
        <div className="flag-records">
          {records.map(({ documentId }) => (
            <FlaggedRecord
              key={documentId}
              documentId={documentId}
              hasPhotos={flag.kind === 'same_photo'}
              onOpen={() => onOpen(documentId)}
            />
          ))}
        </div>
      )}
      {flag.settled !== null && (
        <div className="record-quiet">
          {t('settled', { by: flag.settled.by.name, note: flag.settled.note })} <When at={flag.settled.at} withTime />
        </div>
      )}
      {isSettling && (
        <ReasonDialog
          title={t('settle.title', { kind: t(`kind.${flag.kind}`) })}
          consequence={t('settle.consequence')}
          label={t('settle.note')}
          verb={t('scoring:verb.settle')}
          done={t('settle.done')}
          reasons={t(`settle.reasons.${flag.kind}`, { returnObjects: true }) as Record<string, string>}
          act={(note) => post(`/scoring/flags/${encodeURIComponent(flag.documentId)}/settle`, { note })}
          onClose={() => setIsSettling(false)}
        />
      )}
    </article>
  )
}

interface FlaggedRecordProps {
  documentId: string
  hasPhotos: boolean
  onOpen: () => void
}

/** One of the records: for whom, what for, when; and its photos where they are what is compared. */
function FlaggedRecord({ documentId, hasPhotos, onOpen }: FlaggedRecordProps) {
  const { t } = useTranslation(['scoring', 'common'])
  const { data: record, error } = useQuery(recordQuery(documentId))
  if (record === undefined) {
    return error === null ? <RowsSkeleton rows={1} /> : <RefusalAlert error={error} namespace="scoring" />
  }
  return (
    <div className="flag-record">
      <Flex wrap gap="4px 8px" align="center">
        <strong>{record.card.holder}</strong>
        <span>{record.rule.name}</span>
        <Points points={record.points} />
        <RecordStateTag state={record.state} />
      </Flex>
      <Flex wrap gap="0 8px" align="center" className="record-quiet">
        <span>
          <When at={record.occurredAt} withTime />
        </span>
        <span>{t('by', { name: record.recordedBy.name })}</span>
        <Button type="link" size="small" style={{ padding: 0 }} onClick={onOpen}>
          {t('record.open', { number: record.number })}
        </Button>
      </Flex>
      {hasPhotos && <EvidenceGallery files={record.evidence.filter(isPhoto)} isSmall />}
    </div>
  )
}
