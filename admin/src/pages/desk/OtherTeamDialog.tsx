import type { OrderDetail, RefView } from '@practice/dispatch/contracts'
import { Alert, Flex, Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { ReasonItem } from '../../commands/ReasonItem'
import { freshOrderOf, useCommand } from '../../commands/useCommand'
import { RefusalAlert } from '../../components/RefusalAlert'

interface OtherTeamDialogProps {
  order: OrderDetail
  team: RefView
  /** The first suggestion, which is passed over. */
  first: RefView | null
  onClose: () => void
  onDone: () => void
}

/** Sends a team that is not the first suggestion: asks why, since whoever looks later will. */
export default function OtherTeamDialog({ order, team, first, onClose, onDone }: OtherTeamDialogProps) {
  const { t } = useTranslation(['desk', 'common'])
  const [form] = Form.useForm<{ reason: string }>()
  const command = useCommand(order.documentId)
  const fresh = freshOrderOf(command.error)
  const isStillAllowed = order.allowed.includes('dispatch')
  const isOvertaken = fresh !== null || (!isStillAllowed && command.isIdle)

  function send({ reason }: { reason: string }): void {
    command.mutate(
      { verb: 'dispatch', body: { version: order.version, team: team.code, reason: reason.trim() } },
      {
        onSuccess: () => {
          onDone()
          onClose()
        },
      },
    )
  }

  return (
    <Modal
      open
      title={t('other.title', { team: team.name })}
      okText={t('suggestions.send')}
      cancelText={t('common:action.cancel')}
      confirmLoading={command.isPending}
      okButtonProps={{ disabled: !isStillAllowed }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Flex vertical gap={8}>
        {first !== null && <p style={{ margin: 0 }}>{t('other.hint', { first: first.name })}</p>}
        <Form form={form} layout="vertical" onFinish={send}>
          <ReasonItem name="reason" label={t('common:command.field.reason')} reasons="otherTeam" />
        </Form>
        {!isOvertaken ? (
          <RefusalAlert error={command.error} />
        ) : (
          <Alert
            role="alert"
            type="warning"
            showIcon
            message={t('common:command.changed', { state: t(`common:state.${(fresh ?? order).state}`) })}
          />
        )}
      </Flex>
    </Modal>
  )
}
