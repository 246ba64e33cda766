import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { QuickReasons } from '../components/QuickReasons'

interface ReasonItemProps {
  name: string | string[]
  label: string
  /** Key of `common:command.reasons`. */
  reasons: string
}

/** A reason from a list or in one's own words; at least two characters, as the contract asks. */
export function ReasonItem({ name, label, reasons }: ReasonItemProps) {
  const { t } = useTranslation('common')
  const form = Form.useFormInstance()
  const offered = t(`command.reasons.${reasons}`, { returnObjects: true, defaultValue: {} }) as Record<string, string>
  const chosen = Form.useWatch(name, form) as string | undefined
  return (
    <>
      <Form.Item
        name={name}
        label={label}
        rules={[{ required: true, whitespace: true, min: 2, message: t('command.missing.reason') }]}
        style={{ marginBottom: 8 }}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
      <div style={{ marginBottom: 16 }}>
        <QuickReasons
          reasons={offered}
          chosen={chosen}
          onChoose={(text) => {
            form.setFieldValue(name, text)
            void form.validateFields([name])
          }}
        />
      </div>
    </>
  )
}
