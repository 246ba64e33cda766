import type { Order, VerbBody } from '@practice/dispatch/contracts'
import { Alert, App, Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../app/me'
import { DialogFrame } from '../components/DialogFrame'
import { RefusalAlert } from '../components/RefusalAlert'
import { bodyOf } from './body'
import { freshOrderOf, useCommand } from './useCommand'
import { FIELDS_OF_VERB } from './verb-fields'
import { HARSH_VERBS } from './verbs'
import type { DialogVerb } from './verbs'

/** See `CommandDialog`. */
export interface CommandDialogProps {
  verb: DialogVerb
  order: Order
  isOpen: boolean
  onClose: () => void
  onDone?: (order: Order) => void
}

/**
 * Asks for what a verb takes, says what follows from it, and carries it out. A refusal is shown above the buttons and
 * nothing that was typed is lost; after a 409 the order behind the dialog is already the fresh one, and the dialog
 * says so.
 */
export function CommandDialog({ verb, order, isOpen, onClose, onDone }: CommandDialogProps) {
  const { t } = useTranslation('common')
  const { message } = App.useApp()
  const [form] = Form.useForm<Record<string, unknown>>()
  const command = useCommand(order.documentId)
  const Fields = FIELDS_OF_VERB[verb]
  const fresh = freshOrderOf(command.error)
  const isStillAllowed = order.allowed.includes(verb)
  const isOvertaken = fresh !== null || (!isStillAllowed && command.isIdle)

  function close(): void {
    command.reset()
    form.resetFields()
    onClose()
  }

  async function carryOut(): Promise<void> {
    const values = await form.validateFields()
    const body = { ...bodyOf(values), version: order.version } as VerbBody<DialogVerb>
    const done = await command.mutateAsync({ verb, body })
    void message.success(t(`command.done.${verb}`))
    close()
    onDone?.(done)
  }

  return (
    <DialogFrame
      title={t(`verb.${verb}`)}
      isOpen={isOpen}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('action.notNow')}</Button>
          <Button
            type="primary"
            danger={HARSH_VERBS.includes(verb)}
            loading={command.isPending}
            disabled={!isStillAllowed}
            onClick={() => void carryOut().catch(() => undefined)}
          >
            {t(`verb.${verb}`)}
          </Button>
        </>
      }
    >
      <Consequence verb={verb} />
      <Form form={form} layout="vertical" preserve disabled={command.isPending}>
        {Fields !== null && <Fields order={order} verb={verb} />}
      </Form>
      {!isOvertaken ? (
        <RefusalAlert error={command.error} />
      ) : (
        <Alert
          role="alert"
          type="warning"
          showIcon
          message={t('command.changed', { state: t(`state.${(fresh ?? order).state}`) })}
        />
      )}
    </DialogFrame>
  )
}

function Consequence({ verb }: { verb: DialogVerb }) {
  const { t } = useTranslation('common')
  const { role } = useMe()
  const isOwnRating = verb === 'rate' && role === 'resident'
  return <p style={{ marginTop: 0 }}>{t(`command.confirm.${isOwnRating ? 'rateOwn' : verb}`)}</p>
}
