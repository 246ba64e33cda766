import type { Objection, ObjectionVerb } from '@practice/scoring/contracts'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { When } from '../../components/When'
import { ReasonDialog } from '../../scoring/record-view/ReasonDialog'
import { RecordPane } from '../../scoring/record-view/RecordPane'
import { decideObjection } from '../../scoring/record-view/requests'
import { ObjectionTag } from './ObjectionTag'

interface ObjectionPaneProps {
  objection: Objection
  onDecided: () => void
}

/** One objection, whole: who says what, the line with its evidence and history, and how it was decided. */
export function ObjectionPane({ objection, onDecided }: ObjectionPaneProps) {
  const { t } = useTranslation(['objections', 'scoring', 'common'])
  const { decision } = objection
  return (
    <Flex vertical gap={16}>
      <section className="objection-words">
        <Flex wrap gap="4px 12px" align="center">
          <ObjectionTag state={objection.state} />
          <span className="record-quiet">
            {objection.by}
            {t('common:separator')}
            <When at={objection.filedAt} withTime />
          </span>
        </Flex>
        <p>{objection.reason}</p>
        {decision !== null && (
          <div className="record-quiet">
            {t('decided', { by: decision.by.name, reason: decision.reason })} <When at={decision.at} withTime />
          </div>
        )}
      </section>
      <RecordPane documentId={objection.record.documentId} />
      <Decide objection={objection} onDecided={onDecided} />
    </Flex>
  )
}

/** The two decisions, where the server allows them; else why one may not decide. */
function Decide({ objection, onDecided }: ObjectionPaneProps) {
  const { t } = useTranslation(['objections', 'scoring'])
  const { username } = useMe()
  const [verb, setVerb] = useState<ObjectionVerb | null>(null)
  const { allowed, record } = objection
  if (objection.state !== 'open') return null
  if (allowed.length === 0) {
    const wasReviewer = record.review?.by.username === username
    return <p className="objection-why">{t(wasReviewer ? 'why.reviewer' : 'why.household')}</p>
  }
  return (
    <div className="objection-actions">
      {allowed.includes('dismiss') && <Button onClick={() => setVerb('dismiss')}>{t('scoring:verb.dismiss')}</Button>}
      {allowed.includes('uphold') && (
        <Button type="primary" onClick={() => setVerb('uphold')}>
          {t('scoring:verb.uphold')}
        </Button>
      )}
      {verb !== null && (
        <ReasonDialog
          title={t(`scoring:verb.${verb}`)}
          consequence={t(`consequence.${verb}`, { holder: record.card.holder, points: Math.abs(record.points) })}
          verb={t(`scoring:verb.${verb}`)}
          done={t(`done.${verb}`)}
          reasons={t(`reasons.${verb}`, { returnObjects: true }) as Record<string, string>}
          isHarsh={verb === 'uphold'}
          act={(reason) => decideObjection(objection.documentId, verb, reason)}
          onClose={() => setVerb(null)}
          onDone={onDecided}
        />
      )}
    </div>
  )
}
