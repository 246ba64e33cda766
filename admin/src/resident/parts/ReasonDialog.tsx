import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../useWords'
import { Dialog } from './Dialog'
import { Choices } from './Choices'

interface ReasonDialogProps {
  title: string
  /** What happens then. */
  consequence: string
  /** Reasons that one only has to touch. */
  reasons: readonly string[]
  verb: string
  onClose: () => void
  /** Does it; what it throws is shown. */
  onConfirm: (reason: string) => Promise<void>
}

const SHORTEST = 2
const LONGEST = 500

/** Asks once, with a reason, before something that cannot be undone. */
export function ReasonDialog({ title, consequence, reasons, verb, onClose, onConfirm }: ReasonDialogProps) {
  const { t } = useTranslation('resident')
  const failureText = useFailureText()
  const [reason, setReason] = useState('')
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  async function confirm(): Promise<void> {
    if (reason.trim().length < SHORTEST) return setMessage(t('reason.missing'))
    setIsBusy(true)
    setMessage(null)
    try {
      await onConfirm(reason.trim())
    } catch (cause) {
      setMessage(failureText(cause))
      setIsBusy(false)
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!isBusy) void confirm()
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{consequence}</p>
        <Choices label={t('reason.quick')} choices={reasons} chosen={reason} onChoose={setReason} />
        <label className="my-label" htmlFor="my-reason">
          {t('reason.label')}
        </label>
        <textarea
          id="my-reason"
          className="my-input"
          rows={3}
          maxLength={LONGEST}
          value={reason}
          aria-describedby="my-reason-message"
          onChange={(event) => setReason(event.target.value)}
        />
        <p id="my-reason-message" className="my-error" role="alert">
          {message}
        </p>
        <div className="my-actions">
          <button type="submit" className="my-button my-primary" aria-busy={isBusy}>
            {verb}
          </button>
          <button type="button" className="my-button" onClick={onClose}>
            {t('action.notNow')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
