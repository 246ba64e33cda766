import { SwapOutlined } from '@ant-design/icons'
import type { PointRuleView } from '@practice/scoring/contracts'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Points } from '../../scoring/record-view/Points'
import { pointsOf } from './draft'

interface ChosenRuleProps {
  rule: PointRuleView
  onOther: () => void
}

/** The rule that is recorded by, what it asks to be filed, and the way back to all of them. */
export function ChosenRule({ rule, onOther }: ChosenRuleProps) {
  const { t } = useTranslation(['record', 'scoring'])
  return (
    <div className="record-chosen-rule">
      <div>
        <strong>{rule.name}</strong>
        <span className="record-rule-facts">
          <Points points={pointsOf(rule, 1)} />
          {rule.evidence !== 'none' && (
            <span className="record-quiet">
              {t('rule.needs', { evidence: t(`scoring:evidenceKind.${rule.evidence}`) })}
            </span>
          )}
          {rule.capPerMonth !== null && (
            <span className="record-quiet num">{t('rule.cap', { points: rule.capPerMonth })}</span>
          )}
        </span>
      </div>
      <Button icon={<SwapOutlined />} onClick={onOther}>
        {t('rule.other')}
      </Button>
    </div>
  )
}
