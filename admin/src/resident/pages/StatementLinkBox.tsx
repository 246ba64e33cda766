import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkAddress } from '../address'
import { loadLink, makeLink, revokeLink } from '../data/requests'
import { useLoad } from '../data/useLoad'
import { Code } from '../parts/Code'
import { useFailureText, useTimeWords } from '../useWords'

/** The statement for the family without an account: a code to be scanned, which can be taken back. */
export function StatementLinkBox({ number }: { number: string }) {
  const { t } = useTranslation('resident')
  const failureText = useFailureText()
  const { when } = useTimeWords()
  const link = useLoad(`link/${number}`, (signal) => loadLink(number, signal))
  const [made, setMade] = useState<string | null>(null)
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const madeAt = link.data?.madeAt ?? null

  async function change(work: () => Promise<string | null>): Promise<void> {
    if (isBusy) return
    setIsBusy(true)
    setMessage(null)
    try {
      setMade(await work())
      link.reload()
    } catch (cause) {
      setMessage(failureText(cause))
    }
    setIsBusy(false)
  }

  return (
    <details className="my-section my-link">
      <summary>
        <h2>{t('link.title')}</h2>
      </summary>
      <p>{t('link.hint')}</p>
      {made !== null && (
        <>
          <Code text={linkAddress(made)} label={t('link.code')} />
          <p className="my-quiet">{t('link.once')}</p>
        </>
      )}
      {made === null && madeAt !== null && <p>{t('link.given', { when: when(madeAt) })}</p>}
      <p className="my-error" role="alert">
        {message}
      </p>
      <div className="my-actions">
        <button
          type="button"
          className="my-button"
          aria-busy={isBusy}
          onClick={() => void change(async () => (await makeLink(number)).token)}
        >
          {t(madeAt === null ? 'link.make' : 'link.again')}
        </button>
        {madeAt !== null && (
          <button
            type="button"
            className="my-button"
            onClick={() => void change(() => revokeLink(number).then(() => null))}
          >
            {t('link.revoke')}
          </button>
        )}
      </div>
    </details>
  )
}
