import type { FiledObjection, NoticeLine, Objection } from '@practice/scoring/contracts'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../../api/client'
import { ApiError } from '../../../api/error'
import { publicPost } from '../../../api/public'
import { Dialog } from '../../../resident/parts/Dialog'
import './object.css'

interface ObjectDialogProps {
  line: NoticeLine
  /** Whether a resident is signed in; whoever is not says which card is theirs. */
  isSignedIn: boolean
  onClose: () => void
  /** The line is held now. */
  onDone: () => void
}

const SHORTEST = 2
const LONGEST = 500
const REASONS = ['untrue', 'quantity', 'holder'] as const
const MINUTE_SECONDS = 60

/** Objects to one line: why, and by which card unless that is known. The line stops, everything else goes on. */
export function ObjectDialog({ line, isSignedIn, onClose, onDone }: ObjectDialogProps) {
  const { t } = useTranslation('notice')
  const [reason, setReason] = useState('')
  const [card, setCard] = useState('')
  const [pin, setPin] = useState('')
  const [message, setMessage] = useState<string | null>(null)
  const [standing, setStanding] = useState<'asking' | 'busy' | 'done'>('asking')

  async function file(): Promise<void> {
    const why = reason.trim()
    if (why.length < SHORTEST) return setMessage(t('object.reasonMissing'))
    if (!isSignedIn && (card.trim() === '' || !/^\d{6}$/.test(pin))) return setMessage(t('object.cardMissing'))
    setStanding('busy')
    setMessage(null)
    const id = encodeURIComponent(line.documentId)
    try {
      if (isSignedIn) await post<Objection>(`/scoring/records/${id}/objections`, { reason: why })
      else
        await publicPost<FiledObjection>(`/scoring/notices/${id}/objections`, { card: card.trim(), pin, reason: why })
      setStanding('done')
      onDone()
    } catch (cause) {
      setMessage(wordsOf(cause))
      setStanding('asking')
    }
  }

  function wordsOf(cause: unknown): string {
    if (!(cause instanceof ApiError)) return t('object.refusal.unexpected')
    const minutes = Math.ceil(Number(cause.details.retryAfterSeconds ?? 0) / MINUTE_SECONDS)
    switch (cause.code) {
      case 'network':
      case 'pin_wrong':
      case 'pin_locked':
      case 'already_objected':
      case 'notice_over':
      case 'not_found':
      case 'role_not_allowed':
        return t(`object.refusal.${cause.code}`, { minutes })
      default:
        return t('object.refusal.unexpected')
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (standing === 'asking') void file()
  }

  if (standing === 'done') {
    return (
      <Dialog title={t('object.title')} onClose={onClose}>
        <p role="status">{t('object.filed')}</p>
        <div className="object-actions">
          <button type="button" className="object-primary" autoFocus onClick={onClose}>
            {t('object.close')}
          </button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={t('object.title')} onClose={onClose}>
      <form className="object-form" onSubmit={submit} noValidate>
        <p>{t('object.line', { holder: line.holder, rule: line.rule.name })}</p>
        <p>{t('object.consequence')}</p>
        <div className="object-reasons" role="group" aria-label={t('object.quick')}>
          {REASONS.map((key) => {
            const words = t(`object.reasons.${key}`)
            return (
              <button key={key} type="button" aria-pressed={reason === words} onClick={() => setReason(words)}>
                {words}
              </button>
            )
          })}
        </div>
        <label htmlFor="object-reason">{t('object.reason')}</label>
        <textarea
          id="object-reason"
          rows={3}
          maxLength={LONGEST}
          value={reason}
          aria-describedby="object-message"
          onChange={(event) => setReason(event.target.value)}
        />
        {!isSignedIn && (
          <>
            <label htmlFor="object-card">{t('object.card')}</label>
            <input
              id="object-card"
              className="num"
              inputMode="numeric"
              autoComplete="off"
              value={card}
              onChange={(event) => setCard(event.target.value)}
            />
            <label htmlFor="object-pin">{t('object.pin')}</label>
            <input
              id="object-pin"
              className="num"
              type="password"
              inputMode="numeric"
              autoComplete="off"
              maxLength={6}
              value={pin}
              onChange={(event) => setPin(event.target.value)}
            />
          </>
        )}
        <p id="object-message" className="object-message" role="alert">
          {message}
        </p>
        <div className="object-actions">
          <button type="submit" className="object-primary" aria-busy={standing === 'busy'}>
            {t('object.verb')}
          </button>
          <button type="button" onClick={onClose}>
            {t('object.notNow')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
