import { CalendarOutlined, CameraOutlined, FileTextOutlined, ProfileOutlined } from '@ant-design/icons'
import type { EvidenceKind, PointRuleView } from '@practice/scoring/contracts'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { Points } from '../../scoring/record-view/Points'
import { THEMES } from '../../scoring/words/lists'
import { pointsOf } from './draft'
import { recentRules } from './recent-rules'

const SIGNS = {
  photo: <CameraOutlined />,
  document: <FileTextOutlined />,
  order: <ProfileOutlined />,
  activity: <CalendarOutlined />,
  none: null,
} as const satisfies Record<EvidenceKind, ReactNode>

interface RuleBoardProps {
  rules: readonly PointRuleView[]
  onChoose: (code: string) => void
}

/** What for: the rules as tiles under the six contents, those that were used lately before all. */
export function RuleBoard({ rules, onChoose }: RuleBoardProps) {
  const { t } = useTranslation(['record', 'scoring'])
  const { username } = useMe()
  const [recent] = useState(() => recentRules(username))
  const used = recent.flatMap((code) => rules.find((rule) => rule.code === code) ?? [])
  const groups = [
    { name: t('rule.recent'), rules: used },
    ...THEMES.map((theme) => ({
      name: t(`scoring:theme.${theme}`),
      rules: rules.filter((rule) => rule.theme === theme),
    })),
  ].filter((group) => group.rules.length > 0)
  return (
    <section aria-label={t('rule.label')}>
      {groups.map((group) => (
        <div key={group.name} role="group" aria-label={group.name}>
          <h2 className="record-heading">{group.name}</h2>
          <div className="record-rules">
            {group.rules.map((rule) => (
              <button key={rule.code} type="button" className="record-rule" onClick={() => onChoose(rule.code)}>
                <span className="record-rule-name">{rule.name}</span>
                <RuleFacts rule={rule} />
              </button>
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}

/** What one is worth, what has to be filed, and how much there is of it in a month. */
function RuleFacts({ rule }: { rule: PointRuleView }) {
  const { t } = useTranslation(['record', 'scoring'])
  return (
    <span className="record-rule-facts">
      <Points points={pointsOf(rule, 1)} />
      {rule.evidence !== 'none' && (
        <span title={t(`scoring:evidenceKind.${rule.evidence}`)}>{SIGNS[rule.evidence]}</span>
      )}
      {rule.capPerMonth !== null && (
        <span className="record-quiet num">{t('rule.cap', { points: rule.capPerMonth })}</span>
      )}
    </span>
  )
}
