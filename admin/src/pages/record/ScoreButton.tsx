import type { PointRuleView } from '@practice/scoring/contracts'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { signed } from '../../scoring/words/points'
import { pointsOf } from './draft'
import type { Missing, RecordDraft } from './draft'

interface ScoreButtonProps {
  rule: PointRuleView | null
  draft: RecordDraft
  missing: Missing | null
  onPress: () => void
}

/** 记分, at the thumb, with what it will give; above it what is missing when it was pressed too early. */
export function ScoreButton({ rule, draft, missing, onPress }: ScoreButtonProps) {
  const { t } = useTranslation('record')
  const count = draft.cards.length
  const points = rule === null ? null : signed(pointsOf(rule, draft.quantity))
  const sum = points === null || count === 0 ? null : t(count === 1 ? 'score.one' : 'score.several', { count, points })
  return (
    <div className="record-thumb">
      {missing !== null && (
        <p role="alert" className="record-missing">
          {t(`missing.${missing}`)}
        </p>
      )}
      <Button type="primary" size="large" block className="record-score" onClick={onPress}>
        {t('score.button')}
        {sum !== null && <span className="num"> {sum}</span>}
      </Button>
    </div>
  )
}
