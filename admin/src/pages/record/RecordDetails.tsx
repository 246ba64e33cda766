import { Input } from 'antd'
import type { PointRuleView } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { Stepper } from '../../components/Stepper'
import { dayOf } from '../../time/describe'
import { useNow } from '../../time/useTime'
import { PhotoField } from './PhotoField'
import { SourceField } from './SourceField'
import type { Missing } from './draft'
import type { RecordDrafting } from './useRecordDraft'

interface RecordDetailsProps {
  rule: PointRuleView
  drafting: RecordDrafting
  missing: Missing | null
}

const QUANTITY_MAX = 100
const NOTE_LENGTH_MAX = 500

/** How many, when, and what the rule asks to be filed. */
export function RecordDetails({ rule, drafting, missing }: RecordDetailsProps) {
  const { t } = useTranslation('record')
  const { draft, change } = drafting
  const today = dayOf(useNow())
  const needsSource = rule.evidence === 'order' || rule.evidence === 'activity'
  return (
    <section className="record-card record-details" aria-label={t('details')}>
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
        isAsked={!needsSource && rule.evidence !== 'none'}
        isMissing={missing === 'photo' || missing === 'document'}
        takesDocuments={rule.evidence !== 'photo'}
      />
      <Input.TextArea
        aria-label={t('note')}
        placeholder={t('noteHint')}
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={NOTE_LENGTH_MAX}
        value={draft.note}
        onChange={({ target }) => change({ note: target.value })}
      />
    </section>
  )
}
