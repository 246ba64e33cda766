import type { OrderDetail } from '@practice/dispatch/contracts'
import { useEffect, useMemo, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { storedDraft } from '../../drafts/stored-draft'
import { actOnOrder } from '../data/requests'
import { useResident } from '../me'
import { StarsInput } from '../parts/Stars'
import { useFailureText } from '../useWords'

const LOW_STARS_MAX = 3
const COMMENT_LENGTH = 1000

interface RateDraft {
  stars: number
  comment: string
}

function isRateDraft(value: unknown): value is RateDraft {
  if (typeof value !== 'object' || value === null) return false
  const { stars, comment } = value as Record<string, unknown>
  return typeof stars === 'number' && typeof comment === 'string'
}

interface RateFormProps {
  order: OrderDetail
  onRated: () => void
}

/** One to five stars with words; three and fewer need them. What is typed is kept on this device until it is sent. */
export function RateForm({ order, onRated }: RateFormProps) {
  const { t } = useTranslation('resident')
  const failureText = useFailureText()
  const { username } = useResident()
  const kept = useMemo(
    () => storedDraft(username, `my-rating:${order.documentId}`, isRateDraft),
    [username, order.documentId],
  )
  const [draft, setDraft] = useState<RateDraft>(() => kept.read() ?? { stars: 0, comment: '' })
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  useEffect(() => {
    if (draft.stars > 0 || draft.comment !== '') kept.keep(draft)
  }, [kept, draft])
  function change(part: Partial<RateDraft>): void {
    setMessage(null)
    setDraft({ ...draft, ...part })
  }

  const isLow = draft.stars > 0 && draft.stars <= LOW_STARS_MAX

  async function send(): Promise<void> {
    const comment = draft.comment.trim()
    if (draft.stars === 0) return setMessage(t('rate.missing'))
    if (isLow && comment === '') return setMessage(t('rate.commentMissing'))
    setIsBusy(true)
    setMessage(null)
    try {
      const words = comment === '' ? {} : { comment }
      await actOnOrder(order.documentId, 'rate', { version: order.version, stars: draft.stars, ...words })
      kept.drop()
      onRated()
    } catch (cause) {
      setMessage(failureText(cause))
      setIsBusy(false)
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!isBusy) void send()
  }

  return (
    <form className="my-section my-rate" onSubmit={submit} aria-labelledby="my-rate" noValidate>
      <h2 id="my-rate">{t('rate.title')}</h2>
      <StarsInput stars={draft.stars} onChange={(stars) => change({ stars })} />
      <label className="my-label" htmlFor="my-comment">
        {isLow ? t('rate.commentNeeded') : t('form.optional', { label: t('rate.comment') })}
      </label>
      <textarea
        id="my-comment"
        className="my-input"
        rows={3}
        maxLength={COMMENT_LENGTH}
        value={draft.comment}
        aria-describedby="my-rate-message"
        onChange={(event) => change({ comment: event.target.value })}
      />
      <p id="my-rate-message" className="my-error" role="alert">
        {message}
      </p>
      <button type="submit" className="my-button my-primary my-wide" aria-busy={isBusy}>
        {t('rate.send')}
      </button>
    </form>
  )
}
