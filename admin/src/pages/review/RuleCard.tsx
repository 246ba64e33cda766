import type { RuleSet, ScoreRecordDetail } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ruleSetQuery } from '../../api/points'
import { useTones } from '../../theme/useTones'

/** The rule's text: what one is worth, what it asks for, where it comes from, and what is used of the month's cap. */
export function RuleCard({ record }: { record: ScoreRecordDetail }) {
  const { t } = useTranslation(['review', 'scoring', 'common'])
  const rules = useQuery(ruleSetQuery(record.site.code))
  const rule = ruleOf(rules.data, record)
  return (
    <section className="record-panel">
      <h3>{t('rule.title')}</h3>
      <div>
        <strong>{record.rule.name}</strong>{' '}
        <span className="record-quiet">
          {[t(`scoring:theme.${record.theme}`), record.rule.code].join(t('common:separator'))}
        </span>
      </div>
      {rule !== null && (
        <div>
          {t('scoring:each', { points: rule.points })}
          {t('common:separator')}
          {t('rule.evidence', { kind: t(`scoring:evidenceKind.${rule.evidence}`) })}
          {rule.source !== '' && <div className="record-quiet">{t('rule.source', { source: rule.source })}</div>}
        </div>
      )}
      {record.cap === null ? <div>{t('rule.noCap')}</div> : <CapBar cap={record.cap} points={record.points} />}
    </section>
  )
}

/** The rule as it was when the record was made; later versions may say something else, and then say nothing here. */
function ruleOf(set: RuleSet | undefined, record: ScoreRecordDetail) {
  if (set === undefined || set.version !== record.ruleVersion) return null
  return set.rules.find(({ code }) => code === record.rule.code) ?? null
}

interface CapBarProps {
  cap: { perMonth: number; used: number }
  points: number
}

/** What is used of the cap in that month, this record included. */
function CapBar({ cap, points }: CapBarProps) {
  const { t } = useTranslation('review')
  const tones = useTones()
  const used = Math.min(1, cap.used / cap.perMonth)
  const own = Math.min(used, Math.abs(points) / cap.perMonth)
  return (
    <div>
      <div className="num">{t('rule.cap', { used: cap.used, cap: cap.perMonth })}</div>
      <div className="review-cap">
        <span style={{ width: `${(used - own) * 100}%`, background: tones.closed.solid }} />
        <span style={{ width: `${own * 100}%`, background: tones.waiting.solid }} />
      </div>
      <div className="record-quiet">{t('rule.capHint')}</div>
    </div>
  )
}
