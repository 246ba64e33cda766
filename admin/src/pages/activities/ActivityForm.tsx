import { useCreate, useUpdate } from '@refinedev/core'
import { App, Button, Flex, Form, Input, Select } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { DateTimeInput } from '../../components/DateTimeInput'
import { RefusalAlert } from '../../components/RefusalAlert'
import { UnsavedGuard } from '../../components/UnsavedGuard'
import { SiteSelect } from '../../directory/SiteSelect'
import { THEMES } from '../../scoring/words/lists'
import { bodyOf, endsLater, newActivityCode, valuesOf } from './activity'
import type { ActivityRow, ActivityValues } from './activity'

interface ActivityFormProps {
  /** Null for a new one. */
  row: ActivityRow | null
  onClose: () => void
}

const TITLE_LENGTH_MAX = 120
const PLACE_LENGTH_MAX = 120
const SUMMARY_LENGTH_MAX = 500

/** What one writes of an activity. Nothing that was typed is lost by a refusal. */
export function ActivityForm({ row, onClose }: ActivityFormProps) {
  const { t } = useTranslation(['activities', 'common'])
  const { message } = App.useApp()
  const me = useMe()
  const [form] = Form.useForm<ActivityValues>()
  const begun = valuesOf(row, me.site?.code ?? null)
  const isSaved = useRef(false)
  const creating = useCreate<ActivityRow>({ resource: 'activities', successNotification: false })
  const updating = useUpdate<ActivityRow>({ resource: 'activities', successNotification: false })
  const isPending = creating.mutation.isPending || updating.mutation.isPending
  const error = creating.mutation.error ?? updating.mutation.error

  async function save(values: ActivityValues): Promise<void> {
    const body = bodyOf({ ...begun, ...values })
    if (row === null) {
      await creating.mutateAsync({ values: { ...body, code: newActivityCode(values.startsAt ?? '') } })
    } else {
      await updating.mutateAsync({ id: row.documentId, values: body })
    }
    isSaved.current = true
    void message.success(t(row === null ? 'added' : 'saved'))
    onClose()
  }

  const isUnsaved = () => {
    const typed = { ...begun, ...(form.getFieldsValue(true) as Partial<ActivityValues>) }
    return !isSaved.current && JSON.stringify(bodyOf(typed)) !== JSON.stringify(bodyOf(begun))
  }

  return (
    <Form<ActivityValues>
      form={form}
      layout="vertical"
      initialValues={begun}
      disabled={isPending}
      onFinish={(values) => void save(values).catch(() => undefined)}
    >
      <Fields />
      <Flex vertical gap={12} align="start">
        <RefusalAlert error={error} namespace="activities" />
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('common:action.save')}
        </Button>
      </Flex>
      <UnsavedGuard
        isUnsaved={isUnsaved}
        title={t('guard.title')}
        content={t('guard.content')}
        leave={t('guard.leave')}
        stay={t('guard.stay')}
      />
    </Form>
  )
}

function Fields() {
  const { t } = useTranslation(['activities', 'scoring', 'common'])
  const me = useMe()
  const needed = (field: string) => ({ required: true, message: t(`missing.${field}`) })
  return (
    <>
      <Form.Item name="title" label={t('field.title')} rules={[{ ...needed('title'), whitespace: true }]}>
        <Input maxLength={TITLE_LENGTH_MAX} showCount />
      </Form.Item>
      <Form.Item name="theme" label={t('field.theme')}>
        <Select
          allowClear
          placeholder={t('common:form.choose')}
          options={THEMES.map((theme) => ({ value: theme, label: t(`scoring:theme.${theme}`) }))}
        />
      </Form.Item>
      {me.site?.tier !== 'village' && (
        <Form.Item name="site" label={t('field.site')} rules={[needed('site')]}>
          <SiteSelect label={t('field.site')} />
        </Form.Item>
      )}
      <Form.Item name="startsAt" label={t('field.startsAt')} rules={[needed('startsAt')]}>
        <DateTimeInput />
      </Form.Item>
      <Form.Item
        name="endsAt"
        label={t('field.endsAt')}
        dependencies={['startsAt']}
        extra={t('endsHint')}
        rules={[
          needed('endsAt'),
          ({ getFieldValue }) => ({
            validator: (_rule, endsAt: string | undefined) =>
              endsLater(getFieldValue('startsAt') as string | undefined, endsAt)
                ? Promise.resolve()
                : Promise.reject(new Error(t('missing.later'))),
          }),
        ]}
      >
        <DateTimeInput />
      </Form.Item>
      <Form.Item name="place" label={t('field.place')}>
        <Input maxLength={PLACE_LENGTH_MAX} placeholder={t('placeHint')} />
      </Form.Item>
      <Form.Item name="summary" label={t('field.summary')}>
        <Input.TextArea maxLength={SUMMARY_LENGTH_MAX} showCount autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </>
  )
}
