import type { NotificationPreferencesBody, NotificationPreferencesView } from '@practice/access/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApiError } from '../../api/error'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { UnsavedGuard } from '../../components/UnsavedGuard'
import { keepPreferences, preferencesQuery } from '../../notifications/queries'

/** By which ways one wants to be told of what. */
export function Preferences() {
  const { t } = useTranslation(['notifications', 'common'])
  const preferences = useQuery({ ...preferencesQuery(), refetchOnWindowFocus: false })
  return (
    <div className="told">
      <PageHeader
        title={t('preferences.title')}
        hint={t('preferences.hint')}
        actions={
          <Link to="/notifications">
            <Button>{t('preferences.back')}</Button>
          </Link>
        }
      />
      <RefusalAlert
        error={preferences.error}
        action={
          <Button size="small" onClick={() => void preferences.refetch()}>
            {t('common:action.retry')}
          </Button>
        }
      />
      {preferences.isPending && <RowsSkeleton />}
      {preferences.data !== undefined && <Choices key={preferences.dataUpdatedAt} kept={preferences.data} />}
    </div>
  )
}

type Choice = NotificationPreferencesView['choices'][number]

function Choices({ kept }: { kept: NotificationPreferencesView }) {
  const { t } = useTranslation(['notifications', 'common'])
  const { message } = App.useApp()
  const client = useQueryClient()
  const [email, setEmail] = useState(kept.email ?? '')
  const [choices, setChoices] = useState(kept.choices)
  const keeping = useMutation({
    mutationFn: (body: NotificationPreferencesBody) => keepPreferences(body),
    onSuccess: (now) => {
      void message.success(t('preferences.kept'))
      client.setQueryData(preferencesQuery().queryKey, now)
    },
  })
  const isChanged =
    email.trim() !== (kept.email ?? '') || choices.some((choice, at) => isOther(choice, kept.choices[at]))
  const change = (kind: Choice['kind'], part: Partial<Choice>) =>
    setChoices((before) => before.map((choice) => (choice.kind === kind ? { ...choice, ...part } : choice)))
  const emailError = errorOfEmail(keeping.error)

  if (choices.length === 0) return <EmptyState title={t('preferences.none')} hint={t('preferences.noneHint')} />
  return (
    <Form
      layout="vertical"
      onFinish={() =>
        keeping.mutate({
          email: email.trim() === '' ? null : email.trim(),
          choices: Object.fromEntries(choices.map(({ kind, ...channels }) => [kind, channels])),
        })
      }
    >
      <Card size="small">
        <ul className="told-choices">
          {choices.map(({ kind, app, email: byMail }) => (
            <li key={kind} role="group" aria-label={t(`kind.${kind}`)}>
              <span className="told-choice-kind">{t(`kind.${kind}`)}</span>
              <Checkbox checked={app} onChange={(event) => change(kind, { app: event.target.checked })}>
                {t('preferences.app')}
              </Checkbox>
              <Checkbox
                checked={byMail}
                disabled={!kept.mailIsOn && !byMail}
                onChange={(event) => change(kind, { email: event.target.checked })}
              >
                {t('preferences.email')}
              </Checkbox>
            </li>
          ))}
        </ul>
        {kept.mailIsOn ? (
          <Form.Item
            label={t('preferences.address')}
            htmlFor="notification-email"
            extra={t('preferences.addressHint')}
            validateStatus={emailError === null ? '' : 'error'}
            help={emailError === null ? undefined : t(`preferences.error.${emailError}`)}
          >
            <Input
              id="notification-email"
              type="email"
              autoComplete="email"
              maxLength={254}
              value={email}
              onChange={(event) => {
                setEmail(event.target.value)
                keeping.reset()
              }}
              style={{ maxWidth: 360 }}
            />
          </Form.Item>
        ) : (
          <Alert type="info" showIcon message={t('preferences.mailOff')} style={{ marginBottom: 16 }} />
        )}
        {emailError === null && <RefusalAlert error={keeping.error} />}
        <Button type="primary" htmlType="submit" loading={keeping.isPending} disabled={!isChanged}>
          {t('common:action.save')}
        </Button>
      </Card>
      <UnsavedGuard
        isUnsaved={() => isChanged && !keeping.isSuccess}
        title={t('preferences.unsaved.title')}
        content={t('preferences.unsaved.content')}
        leave={t('preferences.unsaved.leave')}
        stay={t('preferences.unsaved.stay')}
      />
    </Form>
  )
}

function isOther(choice: Choice, kept: Choice | undefined): boolean {
  return choice.app !== kept?.app || choice.email !== kept.email
}

/** What is wrong with the address, where that is why it was not kept. */
function errorOfEmail(error: unknown): 'missing' | 'invalid' | null {
  if (!(error instanceof ApiError)) return null
  const errors = error.details['errors']
  const found = Array.isArray(errors) ? (errors as { path?: unknown; code?: unknown }[]) : []
  const ofEmail = found.find(({ path }) => Array.isArray(path) && path[0] === 'email')
  if (ofEmail === undefined) return null
  return ofEmail.code === 'email_missing' ? 'missing' : 'invalid'
}
