import type { MenuItem } from '@practice/dispatch/contracts'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { newIdempotencyKey } from '../../api/client'
import { ApiError } from '../../api/error'
import { fieldsOf } from '../../components/json-schema'
import { MY_ADDRESS, orderAddress } from '../address'
import type { Household } from '../data/requests'
import { useResident } from '../me'
import { navigate } from '../navigation'
import { bodyOf, problemsOf } from '../order-form'
import type { OrderDraft } from '../order-form'
import { useOutbox } from '../outbox/useOutbox'
import { Field } from '../parts/Field'
import { useFailureText } from '../useWords'
import { RequesterFields } from './RequesterFields'
import { useOrderDraft } from './useOrderDraft'

interface OrderFormProps {
  item: MenuItem
  household: Household | null
}

const NOTE_LENGTH = 1000

/** The item's own form, then when and whom to call; what is sent without a line waits for it on this device. */
export function OrderForm({ item, household }: OrderFormProps) {
  const { t } = useTranslation('resident')
  const failureText = useFailureText()
  const resident = useResident()
  const { outbox } = useOutbox()
  const { draft, change, drop } = useOrderDraft(resident, item.code, household)
  const [messages, setMessages] = useState<Readonly<Record<string, string>>>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  function show(next: Readonly<Record<string, string>>, said: string | null): void {
    setMessages(next)
    setFailure(said)
    // The first field that is wrong, once its message is there to be read with it.
    requestAnimationFrame(() =>
      form.current
        ?.querySelector<HTMLElement>('[data-wrong] input, [data-wrong] select, [data-wrong] textarea')
        ?.focus(),
    )
  }

  async function send(): Promise<void> {
    const problems = problemsOf(draft, item.form, household, Date.now())
    const wrong = Object.entries(problems).map(([name, { code, limit }]) => [name, t(`problem.${code}`, { limit })])
    if (wrong.length > 0) return show(Object.fromEntries(wrong) as Record<string, string>, t('order.check'))
    setIsBusy(true)
    show({}, null)
    const body = bodyOf(draft, item, resident.site.code, household)
    try {
      const sending = await outbox.send({ key: draft.key, madeAt: Date.now(), item: item.name, body })
      if (sending.outcome !== 'refused') {
        drop()
        navigate(sending.outcome === 'placed' ? orderAddress(sending.order.documentId) : MY_ADDRESS.orders, {
          replace: true,
        })
        return
      }
      outbox.drop(draft.key)
      // What was refused is corrected to another request.
      change({ key: newIdempotencyKey() })
      const { status, code, details, fields } = sending.order.refusal ?? {
        status: 0,
        code: '',
        details: {},
        fields: {},
      }
      const answers = Object.entries(fields).map(([name, said]) => [`form.${name}`, said.join(t('form.separator'))])
      show(
        code === 'form_invalid' ? (Object.fromEntries(answers) as Record<string, string>) : {},
        failureText(new ApiError(status, code, details)),
      )
    } catch {
      setFailure(t('order.notKept'))
    }
    setIsBusy(false)
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!isBusy) void send()
  }

  return (
    <form ref={form} className="my-form" onSubmit={submit} noValidate>
      <Answers item={item} draft={draft} messages={messages} onChange={change} />
      <div className="my-field">
        <label className="my-label" htmlFor="my-note">
          {t('form.optional', { label: t('order.note') })}
        </label>
        <textarea
          id="my-note"
          className="my-input"
          rows={2}
          maxLength={NOTE_LENGTH}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </div>
      <RequesterFields household={household} draft={draft} messages={messages} onChange={change} />
      <p className="my-error" role="alert">
        {failure}
      </p>
      <button type="submit" className="my-button my-primary my-wide" aria-busy={isBusy}>
        {t(isBusy ? 'order.sending' : 'order.send')}
      </button>
    </form>
  )
}

interface AnswersProps {
  item: MenuItem
  draft: OrderDraft
  messages: Readonly<Record<string, string>>
  onChange: (part: Partial<OrderDraft>) => void
}

function Answers({ item, draft, messages, onChange }: AnswersProps) {
  return (
    <>
      {fieldsOf(item.form).map(({ key, label, field, isNeeded }, index) => {
        const message = messages[`form.${key}`] ?? null
        return (
          <div key={key} data-wrong={message === null ? undefined : ''}>
            <Field
              id={`my-answer-${index}`}
              label={label}
              field={field}
              isNeeded={isNeeded}
              answer={draft.answers[key]}
              message={message}
              onChange={(answer) => onChange({ answers: { ...draft.answers, [key]: answer } })}
            />
          </div>
        )
      })}
    </>
  )
}
