import type { Order, Verb } from '@practice/dispatch/contracts'
import { useQuery } from '@tanstack/react-query'
import { Flex, Form, Input, InputNumber, Rate, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../app/me'
import { DateTimeInput } from '../components/DateTimeInput'
import { EvidenceInput } from '../components/EvidenceInput'
import { teamVolunteersQuery } from '../api/volunteers'
import { ReasonItem } from './ReasonItem'

/** What the fields of a verb are told. They are `Form.Item`s whose names are the keys of the verb's body. */
export interface FormFieldsProps {
  order: Pick<Order, 'team'>
  verb: Verb
}

/** Why: for `decline`, `rework`, `pause`, `resume`, `cancel`. */
export function ReasonField({ verb }: FormFieldsProps) {
  const { t } = useTranslation('common')
  return <ReasonItem name="reason" label={t('command.field.reason')} reasons={verb} />
}

/** When the team means to be there (`accept`); may be left open. */
export function ArriveByField() {
  const { t } = useTranslation('common')
  return (
    <Form.Item name="arriveBy" label={t('command.field.arriveBy')}>
      <DateTimeInput />
    </Form.Item>
  )
}

/** What was done, for whom, how long, by whom, and the evidence (`complete`). */
export function CompletionFields({ order }: FormFieldsProps) {
  const { t } = useTranslation('common')
  const volunteers = useQuery(teamVolunteersQuery(order.team?.code ?? null))
  const options = (volunteers.data ?? []).map(({ number, name }) => ({ value: number, label: `${name} ${number}` }))
  const needed = (key: string) => [{ required: true, message: t(`command.missing.${key}`) }]
  return (
    <>
      <Form.Item
        name="summary"
        label={t('command.field.summary')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('command.missing.summary') }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={2000}
          placeholder={t('command.field.summaryHint')}
        />
      </Form.Item>
      <Flex gap={16}>
        <Form.Item name="served" label={t('command.field.served')} rules={needed('served')} style={{ flex: 1 }}>
          <InputNumber min={1} max={100_000} precision={0} inputMode="numeric" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="hours" label={t('command.field.hours')} rules={needed('hours')} style={{ flex: 1 }}>
          <InputNumber min={0} max={1000} step={0.5} inputMode="decimal" style={{ width: '100%' }} />
        </Form.Item>
      </Flex>
      <Form.Item name="volunteers" label={t('command.field.volunteers')} initialValue={[]}>
        <Select
          mode="tags"
          options={options}
          optionFilterProp="label"
          placeholder={t('command.field.volunteersHint')}
        />
      </Form.Item>
      <Form.Item name="evidence" label={t('command.field.evidence')} initialValue={[]}>
        <EvidenceInput />
      </Form.Item>
    </>
  )
}

const LOW_STARS_MAX = 3

/** Stars and words (`rate`); staff also say why they rate for the resident. */
export function RatingFields() {
  const { t } = useTranslation('common')
  const { role } = useMe()
  const stars = Form.useWatch<number | undefined>('stars', Form.useFormInstance())
  const isLow = stars !== undefined && stars > 0 && stars <= LOW_STARS_MAX
  return (
    <>
      <Form.Item
        name="stars"
        label={t('command.field.stars')}
        rules={[{ required: true, type: 'number', min: 1, message: t('command.missing.stars') }]}
      >
        <Rate />
      </Form.Item>
      <Form.Item
        name="comment"
        label={t('command.field.comment')}
        rules={isLow ? [{ required: true, whitespace: true, message: t('command.field.commentNeeded') }] : []}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
      {role !== 'resident' && (
        <ReasonItem name={['onBehalf', 'reason']} label={t('command.field.onBehalf')} reasons="onBehalf" />
      )}
    </>
  )
}
