import type { ScoreRecord } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { When } from '../../components/When'
import { Points } from '../../scoring/record-view/Points'
import { RecordStateTag } from '../../scoring/record-view/RecordStateTag'

/** What the same holder was given in that month, and what was not. */
export function SameMonth({ records }: { records: readonly ScoreRecord[] }) {
  const { t } = useTranslation('review')
  const sum = records.filter(isCounted).reduce((total, { points }) => total + points, 0)
  return (
    <section className="record-panel">
      <h3>{records.length === 0 ? t('month.titleNone') : t('month.title', { count: records.length, points: sum })}</h3>
      {records.length === 0 ? (
        <div className="record-quiet">{t('month.none')}</div>
      ) : (
        <ul className="record-lines">
          {records.map((record) => (
            <li key={record.documentId} className="record-line">
              <span className="record-line-name">
                {record.rule.name} <span className="record-quiet">{record.note}</span>
              </span>
              <span className="record-quiet">
                <When at={record.occurredAt} />
              </span>
              <Points points={record.points} />
              <RecordStateTag state={record.state} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What was rejected, withdrawn or voided brought nothing. */
function isCounted({ state }: ScoreRecord): boolean {
  return state !== 'rejected' && state !== 'withdrawn' && state !== 'voided'
}
