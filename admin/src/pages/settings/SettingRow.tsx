import { Button, Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { defaultOf } from './fields'
import type { SettingField } from './fields'

/** One setting: its name and meaning, the number with its unit, and what it begins with. */
export function SettingRow({ field }: { field: SettingField }) {
  const { t } = useTranslation('settings')
  const form = Form.useFormInstance()
  const path = [...field.path]
  const value = Form.useWatch<unknown>(path, form)
  const key = path.join('.')
  const usual = defaultOf(field)
  const unit = t(`unit.${field.unit}`)
  const bounds = t(field.isWhole ? 'boundsWhole' : 'bounds', { min: field.min, max: field.max })
  return (
    <div className="settings-row">
      <div className="settings-text">
        <label htmlFor={path.join('_')} className="settings-name">
          {t(`field.${key}.name`)}
        </label>
        <div className="settings-meaning">{t(`field.${key}.meaning`)}</div>
      </div>
      <div className="settings-input">
        <Form.Item name={path} rules={rulesOf(field, bounds)} style={{ marginBottom: 0 }}>
          <InputNumber
            inputMode={field.isWhole ? 'numeric' : 'decimal'}
            suffix={unit}
            style={{ width: '100%' }}
            className="num"
          />
        </Form.Item>
        <div className="settings-default">
          {t('default', { value: usual, unit })}
          {value !== undefined && value !== usual && (
            <Button
              type="link"
              size="small"
              aria-label={t('resetOne', { name: t(`field.${key}.name`) })}
              onClick={() => {
                form.setFieldValue(path, usual)
                void form.validateFields([path])
              }}
            >
              {t('reset')}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}

function rulesOf({ min, max, isWhole }: SettingField, message: string) {
  return [
    { required: true, message },
    { type: isWhole ? ('integer' as const) : ('number' as const), min, max, message },
  ]
}
