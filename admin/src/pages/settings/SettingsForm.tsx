import type { DispatchSettingsView } from '@practice/dispatch/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveSettings, settingsQuery } from '../../api/settings'
import { RefusalAlert } from '../../components/RefusalAlert'
import { UnsavedGuard } from '../../components/UnsavedGuard'
import { ClockExample } from './ClockExample'
import { SettingRow } from './SettingRow'
import { WeightExample } from './WeightExample'
import { CLOCK_FIELDS, MEASURE_FIELDS, WEIGHT_FIELDS, completeSettings } from './fields'
import type { SettingField } from './fields'

/** The settings on the left, what they mean on the right; nothing holds before it is saved. */
export function SettingsForm({ settings }: { settings: DispatchSettingsView }) {
  const { t } = useTranslation(['settings', 'common'])
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<DispatchSettingsView>()
  const watched = completeSettings(Form.useWatch([], form))
  // While a number is being typed, the example stays at the last settings that mean something.
  const [shown, setShown] = useState(settings)
  if (watched !== null && JSON.stringify(watched) !== JSON.stringify(shown)) setShown(watched)
  const isChanged = () => JSON.stringify(form.getFieldsValue(true)) !== JSON.stringify(settings)

  const saving = useMutation({
    mutationFn: saveSettings,
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery().queryKey, saved)
      form.setFieldsValue(saved)
      void message.success(t('saved'))
    },
  })

  return (
    <Form<DispatchSettingsView>
      form={form}
      initialValues={settings}
      disabled={saving.isPending}
      scrollToFirstError={{ block: 'center' }}
      onFinish={(values) => saving.mutate(values)}
    >
      <div className="settings">
        <div className="settings-groups">
          <Group title={t('clocks')} hint={t('clocksHint')} fields={CLOCK_FIELDS} />
          <Group title={t('weights')} hint={t('weightsHint')} fields={WEIGHT_FIELDS} />
          <Group title={t('measures')} hint={t('measuresHint')} fields={MEASURE_FIELDS} />
        </div>
        <aside className="settings-example" aria-label={t('example.title')}>
          <ClockExample settings={shown} />
          <WeightExample settings={shown} />
        </aside>
      </div>
      <div className="settings-save">
        <RefusalAlert error={saving.error} />
        <Button htmlType="button" onClick={() => form.setFieldsValue(settings)}>
          {t('undo')}
        </Button>
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {t('common:action.save')}
        </Button>
      </div>
      <UnsavedGuard
        isUnsaved={isChanged}
        title={t('unsaved.title')}
        content={t('unsaved.content')}
        leave={t('unsaved.leave')}
        stay={t('unsaved.stay')}
      />
    </Form>
  )
}

interface GroupProps {
  title: string
  hint: string
  fields: readonly SettingField[]
}

function Group({ title, hint, fields }: GroupProps) {
  return (
    <Card size="small" title={title}>
      <p className="settings-meaning">{hint}</p>
      {fields.map((field) => (
        <SettingRow key={field.path.join('.')} field={field} />
      ))}
    </Card>
  )
}
