import type { MenuItem } from '@practice/dispatch/contracts'
import { Card, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { ReasonItem } from '../../commands/ReasonItem'
import { DateTimeInput } from '../../components/DateTimeInput'
import { JsonSchemaForm } from '../../components/JsonSchemaForm'
import type { FormSchema } from '../../components/json-schema'
import { CHANNELS } from '../../orders/words'
import { RadioGroup } from '../../components/RadioGroup'

/** What is needed in the item's own form, when, how it reached us, and why the resident does not place it alone. */
export function DetailFields({ item }: { item: MenuItem }) {
  const { t } = useTranslation(['place', 'common'])
  return (
    <>
      <Card size="small" className="place-card" title={t('details')}>
        <JsonSchemaForm key={item.code} schema={item.form as FormSchema | null} name={['form']} />
        <Form.Item name="note" label={t('common:order.note')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} placeholder={t('noteHint')} />
        </Form.Item>
        <Form.Item name="preferredAt" label={t('preferredAt')} style={{ marginBottom: 0 }}>
          <DateTimeInput />
        </Form.Item>
      </Card>
      <Card size="small" className="place-card" title={t('onBehalf')}>
        <Form.Item name="channel" label={t('channel')} rules={[{ required: true, message: t('channelMissing') }]}>
          <RadioGroup
            aria-label={t('channel')}
            options={CHANNELS.map((value) => ({ value, label: t(`common:channel.${value}`) }))}
          />
        </Form.Item>
        <ReasonItem name={['onBehalf', 'reason']} label={t('reason')} reasons="placing" />
      </Card>
    </>
  )
}
