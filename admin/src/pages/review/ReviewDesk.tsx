import { CheckOutlined, CloseOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import type { ScoreRecordDetail } from '@practice/scoring/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { RefusalAlert } from '../../components/RefusalAlert'
import { EvidenceGallery } from '../../scoring/evidence/EvidenceGallery'
import { ReasonDialog } from '../../scoring/record-view/ReasonDialog'
import { RecordFacts } from '../../scoring/record-view/RecordFacts'
import { RecordHead } from '../../scoring/record-view/RecordHead'
import { actOnRecord, refreshPoints } from '../../scoring/record-view/requests'
import { RuleCard } from './RuleCard'
import { SameMonth } from './SameMonth'
import { useReviewKeys } from './useReviewKeys'

interface ReviewDeskProps {
  record: ScoreRecordDetail
  onMove: (step: 1 | -1) => void
  onDecided: (documentId: string) => void
}

/** One record as a reviewer judges it: the evidence large, beside it what it is about and what the rule says. */
export function ReviewDesk({ record, onMove, onDecided }: ReviewDeskProps) {
  const { t } = useTranslation(['review', 'scoring'])
  const { message } = App.useApp()
  const client = useQueryClient()
  const [isRejecting, setIsRejecting] = useState(false)
  const mayApprove = record.allowed.includes('approve')
  const mayReject = record.allowed.includes('reject')
  const approving = useMutation({
    mutationFn: () => actOnRecord(record.documentId, 'approve'),
    onSuccess: () => {
      void message.success(t('done.approve', { holder: record.card.holder }))
      onDecided(record.documentId)
    },
    onSettled: () => void refreshPoints(client),
  })
  const approve = () => {
    // A second press before the next record is drawn would be about this one again.
    if (!approving.isPending && !approving.isSuccess) approving.mutate()
  }
  useReviewKeys({
    mayDecide: { approve: mayApprove, reject: mayReject },
    onApprove: approve,
    onReject: () => setIsRejecting(true),
    onMove,
  })

  return (
    <div className="review">
      <section className="review-evidence" aria-label={t('scoring:record.evidence')}>
        <EvidenceGallery files={record.evidence} source={record.source} />
      </section>
      <section className="review-side">
        <div className="record-panel">
          <RecordHead record={record} />
          <RecordFacts record={record} />
        </div>
        <RuleCard record={record} />
        <SameMonth records={record.sameMonth} />
        <div className="review-actions">
          <WhyNot record={record} />
          <RefusalAlert error={approving.error} namespace="scoring" />
          <div className="review-buttons">
            <Button icon={<LeftOutlined />} aria-label={t('previous')} onClick={() => onMove(-1)} />
            <Button icon={<RightOutlined />} aria-label={t('next')} onClick={() => onMove(1)} />
            {mayReject && (
              <Button icon={<CloseOutlined />} className="review-wide" onClick={() => setIsRejecting(true)}>
                {t('scoring:verb.reject')}
              </Button>
            )}
            {mayApprove && (
              <Button
                type="primary"
                icon={<CheckOutlined />}
                className="review-wide"
                loading={approving.isPending}
                onClick={approve}
              >
                {t('scoring:verb.approve')}
              </Button>
            )}
          </div>
        </div>
      </section>
      {isRejecting && (
        <ReasonDialog
          title={t('reject.title', { holder: record.card.holder })}
          consequence={t('reject.consequence', { by: record.recordedBy.name })}
          verb={t('scoring:verb.reject')}
          done={t('done.reject', { holder: record.card.holder })}
          reasons={t('reject.reasons', { returnObjects: true }) as Record<string, string>}
          isHarsh
          act={(reason) => actOnRecord(record.documentId, 'reject', reason)}
          onClose={() => setIsRejecting(false)}
          onDone={() => onDecided(record.documentId)}
        />
      )}
    </div>
  )
}

/** Why there is nothing to decide: how it stands, or whose it is. The server decides; these are its three reasons. */
function WhyNot({ record }: { record: ScoreRecordDetail }) {
  const { t } = useTranslation(['review', 'scoring'])
  const { username } = useMe()
  if (record.allowed.includes('approve')) return null
  const why =
    record.state !== 'recorded'
      ? t('why.decided', { state: t(`scoring:state.${record.state}`) })
      : t(record.recordedBy.username === username ? 'why.own' : 'why.household')
  return <p className="review-why">{why}</p>
}
