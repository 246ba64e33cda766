import type { OrderDetail, VerbBody } from '@practice/dispatch/contracts'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useMe } from '../../app/me'
import { bodyOf } from '../../commands/body'
import { freshOrderOf, useCommand } from '../../commands/useCommand'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { storedDraft } from '../../drafts/stored-draft'
import { orderQuery } from '../../orders/queries'
import { CompletionForm } from './CompletionForm'
import { BackLink } from './InboxOrder'
import { isCompletionDraft } from './completion-draft'
import type { CompletionDraft } from './completion-draft'

/** The page on which a team leader says what was done. */
export function CompletePage({ documentId }: { documentId: string }) {
  const { t } = useTranslation(['inbox', 'common'])
  const order = useQuery(orderQuery(documentId))
  return (
    <div className="inbox">
      <BackLink to={`/inbox/${documentId}`} />
      {order.data === undefined && order.isPending && <PageSkeleton />}
      {order.data === undefined && (
        <RefusalAlert
          error={order.error}
          action={<Button onClick={() => void order.refetch()}>{t('common:action.retry')}</Button>}
        />
      )}
      {order.data !== undefined && <Completion order={order.data} />}
    </div>
  )
}

function Completion({ order }: { order: OrderDetail }) {
  const { t } = useTranslation(['inbox', 'common'])
  const { username } = useMe()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [form] = Form.useForm<CompletionDraft>()
  const [draft] = useState(() => storedDraft(username, `complete.${order.documentId}`, isCompletionDraft))
  const [kept] = useState(draft.read)
  const command = useCommand(order.documentId)
  const isAllowed = order.allowed.includes('complete')

  async function send(values: CompletionDraft): Promise<void> {
    const body = { ...bodyOf({ ...values }), version: order.version } as VerbBody<'complete'>
    await command.mutateAsync({ verb: 'complete', body })
    draft.drop()
    void message.success(t('common:command.done.complete'))
    await navigate(`/inbox/${order.documentId}`, { replace: true })
  }

  if (!isAllowed && !command.isError) {
    return <EmptyState title={t('complete.notNow')} hint={t('complete.notNowHint')} />
  }
  const fresh = freshOrderOf(command.error)
  return (
    <>
      <PageHeader
        title={t('complete.title')}
        hint={[order.serviceItem.name, order.site.name, order.requester.name].join(' · ')}
      />
      <p className="inbox-quiet">{t('complete.kept')}</p>
      <Form<CompletionDraft>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={command.isPending}
        scrollToFirstError={{ block: 'center' }}
        initialValues={{ hours: 1, served: 1, volunteers: [], evidence: [], ...kept }}
        onValuesChange={(_, values) => draft.keep(values)}
        onFinish={(values) => void send(values).catch(() => undefined)}
      >
        <CompletionForm team={order.team?.code ?? null} />
        <div className="inbox-thumb">
          {fresh === null ? (
            <RefusalAlert error={command.error} />
          ) : (
            <p role="alert">{t('common:command.changed', { state: t(`common:state.${fresh.state}`) })}</p>
          )}
          <Button type="primary" block size="large" htmlType="submit" loading={command.isPending} disabled={!isAllowed}>
            {t('complete.send')}
          </Button>
        </div>
      </Form>
    </>
  )
}
