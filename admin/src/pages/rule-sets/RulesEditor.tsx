import { PlusOutlined } from '@ant-design/icons'
import type { Theme } from '@practice/scoring/contracts'
import { Button } from 'antd'
import { useCallback } from 'react'
import type { Dispatch, SetStateAction } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { THEMES } from '../../scoring/words/lists'
import { RuleRow } from './RuleRow'
import { ruleProblems, withNewRule, withRule, withoutRule } from './rule-set-draft'
import type { RuleDraft, RuleProblem, RuleSetDraft } from './rule-set-draft'

interface RulesEditorProps {
  draft: RuleSetDraft
  showProblems: boolean
  onChange: Dispatch<SetStateAction<RuleSetDraft>>
}

const HEADS = ['code', 'name', 'points', 'capPerMonth', 'evidence', 'kind', 'active', 'source'] as const
const NO_PROBLEMS: readonly RuleProblem[] = []

/** The rules as a table to type in, by the six contents; on a phone each rule is a card of the same fields. */
export function RulesEditor({ draft, showProblems, onChange }: RulesEditorProps) {
  const me = useMe()
  const problems = showProblems ? ruleProblems(draft.rules) : new Map<string, RuleProblem[]>()
  const change = useCallback(
    (key: string, part: Partial<RuleDraft>) => onChange((before) => withRule(before, key, part)),
    [onChange],
  )
  const remove = useCallback((key: string) => onChange((before) => withoutRule(before, key)), [onChange])
  return (
    <>
      {THEMES.map((theme) => (
        <ThemeGroup
          key={theme}
          theme={theme}
          rules={draft.rules.filter((rule) => rule.theme === theme)}
          problemsOf={(key) => problems.get(key) ?? NO_PROBLEMS}
          onAdd={() => onChange((before) => withNewRule(before, theme, me.site?.name ?? ''))}
          onChange={change}
          onRemove={remove}
        />
      ))}
    </>
  )
}

interface ThemeGroupProps {
  theme: Theme
  rules: readonly RuleDraft[]
  problemsOf: (key: string) => readonly RuleProblem[]
  onAdd: () => void
  onChange: (key: string, part: Partial<RuleDraft>) => void
  onRemove: (key: string) => void
}

function ThemeGroup({ theme, rules, problemsOf, onAdd, onChange, onRemove }: ThemeGroupProps) {
  const { t } = useTranslation(['rule-sets', 'scoring'])
  const name = t(`scoring:theme.${theme}`)
  return (
    <section aria-label={name}>
      <h2 className="rules-heading">{name}</h2>
      <div className="rules-editor">
        <div className="rules-row rules-head" aria-hidden="true">
          {HEADS.map((head) => (
            <span key={head}>{t(`field.${head}`)}</span>
          ))}
        </div>
        {rules.map((rule) => (
          <RuleRow key={rule.key} rule={rule} problems={problemsOf(rule.key)} onChange={onChange} onRemove={onRemove} />
        ))}
        <Button type="dashed" icon={<PlusOutlined />} onClick={onAdd}>
          {t('add', { theme: t(`scoring:themeShort.${theme}`) })}
        </Button>
      </div>
    </section>
  )
}
