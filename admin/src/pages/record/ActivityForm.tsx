import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { RefusalAlert } from '../../components/RefusalAlert'
import { dayOf } from '../../time/describe'
import { createActivity, endedActivitiesQuery } from './requests'
import type { Activity } from './requests'

interface ActivityValues {
  title: string
  day: string
  from: string
  until: string
  place?: string
}

const instantOf = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()

/** Enters an activity that has taken place: what, when, where. */
export function ActivityForm({ onCreated }: { onCreated: (activity: Activity) => void }) {
  const { t } = useTranslation('record')
  const { site, username } = useMe()
  const client = useQueryClient()
  const [form] = Form.useForm<ActivityValues>()
  const today = dayOf(Date.now())
  const creating = useMutation({
    mutationFn: ({ title, day, from, until, place }: ActivityValues) =>
      createActivity(site?.code ?? '', {
        title: title.trim(),
        startsAt: instantOf(day, from),
        endsAt: instantOf(day, until),
        ...(place === undefined || place.trim() === '' ? {} : { place: place.trim() }),
      }),
    networkMode: 'always',
    onSuccess: (activity) => {
      void client.invalidateQueries({ queryKey: endedActivitiesQuery(username).queryKey })
      onCreated(activity)
    },
  })
  const needed = { required: true, message: t('activity.missing') }
  return (
    <Form<ActivityValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={creating.isPending}
      initialValues={{ day: today, from: '09:00', until: '11:00' }}
      onFinish={(values) => creating.mutate(values)}
    >
      <Form.Item name="title" label={t('activity.title')} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={120} autoFocus />
      </Form.Item>
      <Form.Item name="day" label={t('activity.day')} rules={[needed]}>
        <Input type="date" max={today} />
      </Form.Item>
      <div className="record-pair">
        <Form.Item name="from" label={t('activity.from')} rules={[needed]}>
          <Input type="time" />
        </Form.Item>
        <Form.Item
          name="until"
          label={t('activity.until')}
          dependencies={['day', 'from']}
          rules={[
            needed,
            ({ getFieldsValue }) => ({
              validator: async () => {
                const problem = problemOf(getFieldsValue(true) as ActivityValues)
                if (problem !== null) throw new Error(t(`activity.${problem}`))
              },
            }),
          ]}
        >
          <Input type="time" />
        </Form.Item>
      </div>
      <Form.Item name="place" label={t('activity.place')}>
        <Input maxLength={120} />
      </Form.Item>
      <RefusalAlert error={creating.error} namespace={['record', 'scoring']} />
      <Button type="primary" block htmlType="submit" loading={creating.isPending} style={{ marginTop: 8 }}>
        {t('activity.create')}
      </Button>
    </Form>
  )
}

/** An activity ends after it began, and points are recorded for what is over. */
function problemOf({ day, from, until }: ActivityValues): 'tooEarly' | 'notOver' | null {
  if (until <= from) return 'tooEarly'
  return Date.parse(instantOf(day, until)) > Date.now() ? 'notOver' : null
}
