import { Input } from 'antd'
import type { PointRuleView } from '@practice/scoring/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Stepper } from '../../components/Stepper'
import { dayOf } from '../../time/describe'
import { useNow } from '../../time/useTime'
import { ChosenRule } from './ChosenRule'
import { PhotoField } from './PhotoField'
import { SourceField } from './SourceField'
import type { Missing } from './draft'
import type { RecordDrafting } from './useRecordDraft'

interface RecordDetailsProps {
  rule: PointRuleView
  drafting: RecordDrafting
  missing: Missing | null
  onOtherRule: () => void
}

const QUANTITY_MAX = 100
const NOTE_LENGTH_MAX = 500

/** The chosen rule: how many, when, and what it asks to be filed. */
export function RecordDetails({ rule, drafting, missing, onOtherRule }: RecordDetailsProps) {
  const { t } = useTranslation('record')
  const { draft, change } = drafting
  const today = dayOf(useNow())
  const [isNoteOpen, setIsNoting] = useState(false)
  const isNoting = isNoteOpen || draft.note !== ''
  return (
    <section className="record-card record-details" aria-label={t('details')}>
      <ChosenRule rule={rule} onOther={onOtherRule} />
      {(rule.evidence === 'order' || rule.evidence === 'activity') && (
        <SourceField type={rule.evidence} drafting={drafting} isMissing={missing === rule.evidence} />
      )}
      <div className="record-pair">
        <div>
          <label htmlFor="record-quantity">{t('quantity')}</label>
          <Stepper
            id="record-quantity"
            label={t('quantity')}
            value={draft.quantity}
            min={1}
            max={QUANTITY_MAX}
            step={1}
            onChange={(quantity) => change({ quantity: quantity ?? 1 })}
          />
        </div>
        <div>
          <label htmlFor="record-day">{t('day')}</label>
          <Input
            id="record-day"
            type="date"
            max={today}
            value={draft.day ?? today}
            onChange={({ target }) =>
              change({ day: target.value === '' || target.value === today ? null : target.value })
            }
          />
        </div>
      </div>
      <PhotoField
        drafting={drafting}
        isMissing={missing === 'photo' || missing === 'document'}
        takesDocuments={rule.evidence !== 'photo'}
        isNoting={isNoting}
        onNote={() => setIsNoting(true)}
      />
      {isNoting && (
        <Input.TextArea
          aria-label={t('note')}
          placeholder={t('noteHint')}
          autoFocus={draft.note === ''}
          autoSize={{ minRows: 1, maxRows: 5 }}
          maxLength={NOTE_LENGTH_MAX}
          value={draft.note}
          onChange={({ target }) => change({ note: target.value })}
        />
      )}
    </section>
  )
}
