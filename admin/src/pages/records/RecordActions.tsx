import type { ScoreRecordDetail } from '@practice/scoring/contracts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReasonDialog } from '../../scoring/record-view/ReasonDialog'
import { actOnRecord } from '../../scoring/record-view/requests'

/** Takes a record back while nobody has looked at it; what else may be done has pages of its own. */
export function RecordActions({ record }: { record: ScoreRecordDetail }) {
  const { t } = useTranslation(['records', 'scoring'])
  const [isOpen, setIsOpen] = useState(false)
  if (!record.allowed.includes('withdraw')) return null
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('scoring:verb.withdraw')}</Button>
      {isOpen && (
        <ReasonDialog
          title={t('scoring:verb.withdraw')}
          verb={t('scoring:verb.withdraw')}
          consequence={t('withdraw.consequence', { number: record.number })}
          done={t('withdraw.done')}
          reasons={t('withdraw.reasons', { returnObjects: true }) as Record<string, string>}
          act={(reason) => actOnRecord(record.documentId, 'withdraw', reason)}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}
