import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Stepper } from '../../components/Stepper'
import { PhotoInput } from './PhotoInput'
import { VolunteersInput } from './VolunteersInput'

const SERVED_MAX = 100_000
const HOURS_MAX = 1000

/** What was done, for how many, how long, by whom, and the photos: what an order needs on file before it is archived. */
export function CompletionForm({ team }: { team: string | null }) {
  const { t } = useTranslation(['inbox', 'common'])
  const needed = (key: string) => [{ required: true, message: t(`common:command.missing.${key}`) }]
  return (
    <>
      <Form.Item
        name="summary"
        label={t('common:command.field.summary')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('common:command.missing.summary') }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={2000}
          placeholder={t('common:command.field.summaryHint')}
        />
      </Form.Item>
      <div className="inbox-pair">
        <Form.Item name="served" label={t('common:command.field.served')} rules={needed('served')}>
          <Stepper min={1} max={SERVED_MAX} step={1} label={t('common:command.field.served')} />
        </Form.Item>
        <Form.Item name="hours" label={t('common:command.field.hours')} rules={needed('hours')}>
          <Stepper min={0} max={HOURS_MAX} step={0.5} label={t('common:command.field.hours')} />
        </Form.Item>
      </div>
      <Form.Item
        name="volunteers"
        label={t('complete.volunteers')}
        rules={[{ required: true, type: 'array', min: 1, message: t('complete.volunteersMissing') }]}
      >
        <VolunteersInput team={team} />
      </Form.Item>
      <Form.Item
        name="evidence"
        label={t('complete.photos')}
        rules={[{ required: true, type: 'array', min: 1, message: t('complete.photosMissing') }]}
      >
        <PhotoInput />
      </Form.Item>
    </>
  )
}
