import { useTranslation } from 'react-i18next'
import type { Change, ChangedValue } from './changes'
import type { RuleField, SettingName } from './rule-set-draft'

const CHOICES = { holder: 'scoring:holderKind' } as const
const RULE_CHOICES = { theme: 'scoring:theme', evidence: 'scoring:evidenceKind', kind: 'scoring:kind' } as const

/** Values of settings and of rules as people say them. */
export function useValueWords() {
  const { t } = useTranslation(['rule-sets', 'scoring', 'common'])
  const plain = (value: ChangedValue) => (value === null || value === '' ? t('common:none') : String(value))

  function settingValue(name: SettingName, value: ChangedValue): string {
    if (name === 'holder') return t(`${CHOICES.holder}.${String(value)}`)
    if (typeof value === 'boolean') return t(`setting.${name}.${value ? 'on' : 'off'}`)
    if (value === null) return t('setting.empty')
    return t(`setting.${name}.value`, { value: typeof value === 'number' ? value.toLocaleString() : value })
  }

  function ruleValue(field: RuleField, value: ChangedValue): string {
    if (field === 'theme' || field === 'evidence' || field === 'kind')
      return t(`${RULE_CHOICES[field]}.${String(value)}`)
    if (typeof value === 'boolean') return t(value ? 'active' : 'inactive')
    return field === 'capPerMonth' && value === null ? t('noCap') : plain(value)
  }

  return { settingValue, ruleValue }
}

/** A change of a rule set in one sentence. */
export function useChangeWords(): (change: Change) => string {
  const { t } = useTranslation('rule-sets')
  const { settingValue, ruleValue } = useValueWords()
  return (change) => {
    switch (change.kind) {
      case 'setting': {
        const name = t(`setting.${change.field}.name`)
        if (change.from === undefined || change.to === undefined) return t('change.touched', { name })
        const from = settingValue(change.field, change.from)
        return t('change.value', { name, from, to: settingValue(change.field, change.to) })
      }
      case 'rule': {
        const name = t('change.rule', { code: change.code, name: change.name, field: t(`field.${change.field}`) })
        if (change.from === undefined || change.to === undefined) return t('change.touched', { name })
        const from = ruleValue(change.field, change.from)
        return t('change.value', { name, from, to: ruleValue(change.field, change.to) })
      }
      case 'added':
      case 'removed':
        return t(`change.${change.kind}`, { code: change.code, name: change.name })
      case 'other':
        return change.text
    }
  }
}
