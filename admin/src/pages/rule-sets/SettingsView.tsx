import type { RuleSet } from '@practice/scoring/contracts'
import { Card, Descriptions } from 'antd'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../../components/useIsPhone'
import { SETTINGS } from './rule-set-draft'
import { useValueWords } from './useChangeWords'

/** The settings of a set in words. */
export function SettingsView({ set }: { set: RuleSet }) {
  const { t } = useTranslation('rule-sets')
  const isPhone = useIsPhone()
  const { settingValue } = useValueWords()
  return (
    <Card size="small" title={t('settings')}>
      <Descriptions
        size="small"
        column={isPhone ? 1 : 4}
        items={SETTINGS.map((name) => ({
          key: name,
          label: t(`setting.${name}.name`),
          children: settingValue(name, set[name]),
        }))}
      />
    </Card>
  )
}
