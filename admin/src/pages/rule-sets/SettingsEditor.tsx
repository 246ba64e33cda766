import { Alert, Card, InputNumber, Segmented, Switch } from 'antd'
import { tierOf } from '@practice/kernel'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { HOLDER_KINDS } from './choices'
import { missingSettings } from './rule-set-draft'
import type { SettingName, SettingsDraft } from './rule-set-draft'

interface SettingsEditorProps {
  /** The code of the site whose set it is. */
  site: string
  settings: SettingsDraft
  showProblems: boolean
  onChange: (part: Partial<SettingsDraft>) => void
}

/** The bounds that the contract sets. */
const NUMBERS = {
  noticeDays: { min: 3, max: 7, precision: 0 },
  rate: { min: 0.01, max: 100, precision: 2 },
  minimumRedemption: { min: 0, max: 100_000, precision: 0 },
  outstandingBudget: { min: 0, max: 1_000_000_000, precision: 0 },
} as const

/** The settings of a set, each with what it means. */
export function SettingsEditor({ site, settings, showProblems, onChange }: SettingsEditorProps) {
  const { t } = useTranslation(['rule-sets', 'scoring'])
  const missing = showProblems ? missingSettings(settings) : []

  const number = (name: keyof typeof NUMBERS) => (
    <Setting name={name} isMissing={missing.includes(name)}>
      {(id) => (
        <InputNumber
          id={id}
          className="num"
          {...NUMBERS[name]}
          inputMode={NUMBERS[name].precision === 0 ? 'numeric' : 'decimal'}
          value={settings[name]}
          suffix={t(`setting.${name}.unit`)}
          placeholder={name === 'outstandingBudget' ? t('setting.empty') : ''}
          status={missing.includes(name) ? 'error' : ''}
          onChange={(value) => onChange({ [name]: value })}
          style={{ width: 180 }}
        />
      )}
    </Setting>
  )
  const flag = (name: 'carryOver' | 'deductions') => (
    <Setting name={name}>
      {(id) => (
        <Switch
          id={id}
          checked={settings[name]}
          checkedChildren={t(`setting.${name}.on`)}
          unCheckedChildren={t(`setting.${name}.off`)}
          onChange={(isOn) => onChange({ [name]: isOn })}
        />
      )}
    </Setting>
  )

  return (
    <Card size="small" title={t('settings')}>
      <div className="rules-settings">
        <Setting name="holder">
          {(id) => (
            <Segmented
              id={id}
              value={settings.holder}
              options={HOLDER_KINDS.map((value) => ({ value, label: t(`scoring:holderKind.${value}`) }))}
              onChange={(holder) => onChange({ holder })}
            />
          )}
        </Setting>
        {number('noticeDays')}
        {flag('carryOver')}
        {number('rate')}
        {number('minimumRedemption')}
        {number('outstandingBudget')}
        {flag('deductions')}
      </div>
      {settings.deductions && (
        <Alert
          type="warning"
          showIcon
          role="status"
          message={t(tierOf(site) === 'village' ? 'deductions.village' : 'deductions.above')}
          style={{ marginTop: 8 }}
        />
      )}
    </Card>
  )
}

interface SettingProps {
  name: SettingName
  isMissing?: boolean
  children: (id: string) => ReactNode
}

function Setting({ name, isMissing = false, children }: SettingProps) {
  const { t } = useTranslation('rule-sets')
  const id = useId()
  return (
    <div className="rules-setting">
      <label htmlFor={id}>{t(`setting.${name}.name`)}</label>
      {children(id)}
      <span className={isMissing ? 'rules-problem' : 'rules-quiet'}>
        {t(isMissing ? 'problem.missing' : `setting.${name}.meaning`)}
      </span>
    </div>
  )
}
