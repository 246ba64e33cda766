import { App, Button, Flex, Input } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../../components/DialogFrame'
import { QuickReasons } from '../../components/QuickReasons'
import { RefusalAlert } from '../../components/RefusalAlert'
import { refreshPoints } from './requests'

/** The contract's shortest reason. */
const REASON_LENGTH_MIN = 2
const REASON_LENGTH_MAX = 500

/** See `ReasonDialog`. */
export interface ReasonDialogProps<Reply> {
  title: string
  /** What follows from it, in one sentence or as figures. */
  consequence: ReactNode
  /** The button's word. */
  verb: string
  /** Said when it was done. */
  done: string
  /** Reasons that are often given, by key. */
  reasons: Readonly<Record<string, string>>
  /** The field's name where it is not a reason. */
  label?: string
  isHarsh?: boolean
  /** Fields above the reason, told where they want whether to say what is missing; and whether they are filled in. */
  fields?: ReactNode | ((isAsked: boolean) => ReactNode)
  isReady?: boolean
  act: (reason: string) => Promise<Reply>
  onClose: () => void
  onDone?: (reply: Reply) => void
}

/**
 * Asks why, says what follows, and does it. A refusal stands above the buttons and nothing that was typed is lost;
 * afterwards, and after a refusal too, everything that shows points is asked for again.
 */
export function ReasonDialog<Reply>(props: ReasonDialogProps<Reply>) {
  const { t } = useTranslation(['scoring', 'common'])
  const { message } = App.useApp()
  const client = useQueryClient()
  const field = useId()
  const [reason, setReason] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const isMissing = reason.trim().length < REASON_LENGTH_MIN
  const doing = useMutation({
    mutationFn: () => props.act(reason.trim()),
    onSuccess: (reply) => {
      void message.success(props.done)
      props.onClose()
      props.onDone?.(reply)
    },
    onSettled: () => void refreshPoints(client),
  })

  function carryOut(): void {
    setIsAsked(true)
    if (!isMissing && props.isReady !== false && !doing.isPending) doing.mutate()
  }

  return (
    <DialogFrame
      title={props.title}
      isOpen
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common:action.notNow')}</Button>
          <Button type="primary" danger={props.isHarsh === true} loading={doing.isPending} onClick={carryOut}>
            {props.verb}
          </Button>
        </>
      }
    >
      <Flex vertical gap={12}>
        <div>{props.consequence}</div>
        {typeof props.fields === 'function' ? props.fields(isAsked) : props.fields}
        <div>
          <label htmlFor={field}>{props.label ?? t('reason.label')}</label>
          <Input.TextArea
            id={field}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={REASON_LENGTH_MAX}
            value={reason}
            disabled={doing.isPending}
            status={isAsked && isMissing ? 'error' : ''}
            aria-invalid={isAsked && isMissing}
            onChange={(event) => setReason(event.target.value)}
            style={{ marginTop: 4 }}
          />
          {isAsked && isMissing && (
            <div role="alert" style={{ color: 'var(--danger)', marginTop: 4 }}>
              {t('reason.missing')}
            </div>
          )}
        </div>
        <QuickReasons reasons={props.reasons} chosen={reason} onChoose={setReason} />
        <RefusalAlert error={doing.error} namespace="scoring" />
      </Flex>
    </DialogFrame>
  )
}
