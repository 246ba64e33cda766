import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Household } from '../data/requests'
import type { OrderDraft } from '../order-form'

interface RequesterFieldsProps {
  household: Household | null
  draft: OrderDraft
  messages: Readonly<Record<string, string>>
  onChange: (part: Partial<OrderDraft>) => void
}

const NAME_LENGTH = 40
const ADDRESS_LENGTH = 120

/** Whom to call and where to go: known already, so that it is only opened to be changed. */
export function RequesterFields({ household, draft, messages, onChange }: RequesterFieldsProps) {
  const { t } = useTranslation('resident')
  const [isOpen, setIsOpen] = useState(false)
  const phone = household?.phone ?? null
  const isWrong = ['requester.name', 'requester.phone', 'preferredAt'].some((name) => messages[name] !== undefined)
  const facts = [draft.name, draft.phone === '' ? phone : draft.phone, draft.address].filter(
    (fact) => fact !== null && fact !== '',
  )
  if (!isOpen && !isWrong && phone !== null) {
    return (
      <div className="my-who">
        <div>
          <strong>{t('who.title')}</strong>
          <span className="my-quiet">{facts.join(t('who.separator'))}</span>
        </div>
        <button type="button" className="my-button" onClick={() => setIsOpen(true)}>
          {t('who.change')}
        </button>
      </div>
    )
  }
  return (
    <fieldset className="my-group">
      <legend>{t('who.title')}</legend>
      <TextField
        id="my-name"
        label={t('who.name')}
        message={messages['requester.name']}
        value={draft.name}
        autoComplete="name"
        maxLength={NAME_LENGTH}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        id="my-phone"
        label={t('who.phone')}
        hint={phone === null ? undefined : t('who.phoneKnown', { phone })}
        message={messages['requester.phone']}
        value={draft.phone}
        type="tel"
        autoComplete="tel"
        onChange={(value) => onChange({ phone: value })}
      />
      <TextField
        id="my-address"
        label={t('form.optional', { label: t('who.address') })}
        value={draft.address}
        autoComplete="street-address"
        maxLength={ADDRESS_LENGTH}
        onChange={(address) => onChange({ address })}
      />
      <TextField
        id="my-preferred"
        label={t('form.optional', { label: t('who.preferredAt') })}
        message={messages['preferredAt']}
        value={draft.preferredAt}
        type="datetime-local"
        onChange={(preferredAt) => onChange({ preferredAt })}
      />
    </fieldset>
  )
}

interface TextFieldProps {
  id: string
  label: string
  hint?: string | undefined
  message?: string | undefined
  value: string
  type?: 'text' | 'tel' | 'datetime-local'
  autoComplete?: string
  maxLength?: number
  onChange: (value: string) => void
}

function TextField({ id, label, hint, message, value, type = 'text', onChange, ...others }: TextFieldProps) {
  const described = [hint === undefined ? '' : `${id}-hint`, `${id}-message`].join(' ').trim()
  return (
    <div className="my-field" data-wrong={message === undefined ? undefined : ''}>
      <label className="my-label" htmlFor={id}>
        {label}
      </label>
      <input
        {...others}
        id={id}
        className="my-input"
        type={type}
        value={value}
        aria-describedby={described}
        aria-invalid={message !== undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="my-quiet">
          {hint}
        </p>
      )}
      <p id={`${id}-message`} className="my-error" role="alert">
        {message}
      </p>
    </div>
  )
}
