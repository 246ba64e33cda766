import type { PublicStatement } from '@practice/scoring/contracts'
import { useEffect, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { MY_ADDRESS } from './address'
import { openLinkedStatement, openStatement } from './data/requests'
import { Balance } from './parts/Balance'
import { Failure, Skeleton } from './parts/Loadable'
import { Page } from './parts/Page'
import { PlainShell } from './parts/PlainShell'
import { useFailureText, useTimeWords } from './useWords'
import './styles/index.css'

/** A card's statement without an account: by a link that was given out, or by the card's number and PIN. */
export default function StatementApp() {
  const { t } = useTranslation('resident')
  const [token] = useState(() => location.hash.slice(1))
  const [statement, setStatement] = useState<PublicStatement | null>(null)
  return (
    <PlainShell>
      <Page title={t('card.statementTitle')}>
        {statement !== null && <Opened statement={statement} />}
        {statement === null && token !== '' && <ByLink token={token} onOpened={setStatement} />}
        {statement === null && token === '' && <ByPin onOpened={setStatement} />}
      </Page>
    </PlainShell>
  )
}

interface OpeningProps {
  onOpened: (statement: PublicStatement) => void
}

function ByLink({ token, onOpened }: OpeningProps & { token: string }) {
  const [error, setError] = useState<unknown>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isLeft = false
    setError(null)
    openLinkedStatement(token).then(
      (statement) => isLeft || onOpened(statement),
      (cause: unknown) => isLeft || setError(cause),
    )
    return () => {
      isLeft = true
    }
  }, [token, attempt, onOpened])
  if (error === null) return <Skeleton lines={5} />
  return <Failure error={error} onAgain={() => setAttempt((count) => count + 1)} />
}

const PIN_LENGTH = 6

function ByPin({ onOpened }: OpeningProps) {
  const { t } = useTranslation('resident')
  const failureText = useFailureText()
  const [number, setNumber] = useState('')
  const [pin, setPin] = useState('')
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  async function open(): Promise<void> {
    if (number.trim() === '' || !/^\d{6}$/.test(pin)) return setMessage(t('pin.missing'))
    setIsBusy(true)
    setMessage(null)
    try {
      onOpened(await openStatement(number.trim(), pin))
    } catch (cause) {
      setMessage(failureText(cause))
      setPin('')
      setIsBusy(false)
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!isBusy) void open()
  }

  return (
    <form className="my-form" onSubmit={submit} noValidate>
      <p>{t('pin.hint')}</p>
      <div className="my-field">
        <label className="my-label" htmlFor="my-number">
          {t('pin.number')}
        </label>
        <input
          id="my-number"
          className="my-input num"
          value={number}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => setNumber(event.target.value)}
        />
      </div>
      <div className="my-field">
        <label className="my-label" htmlFor="my-pin">
          {t('pin.pin')}
        </label>
        <input
          id="my-pin"
          className="my-input num"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={PIN_LENGTH}
          value={pin}
          aria-describedby="my-pin-message"
          onChange={(event) => setPin(event.target.value)}
        />
      </div>
      <p id="my-pin-message" className="my-error" role="alert">
        {message}
      </p>
      <button type="submit" className="my-button my-primary my-wide" aria-busy={isBusy}>
        {t('pin.open')}
      </button>
      <a className="my-button my-wide" href={MY_ADDRESS.card}>
        {t('pin.signIn')}
      </a>
    </form>
  )
}

function Opened({ statement }: { statement: PublicStatement }) {
  const { t } = useTranslation('resident')
  const { day } = useTimeWords()
  return (
    <>
      <Balance {...statement} />
      <h2>{t('card.statement')}</h2>
      {statement.entries.length === 0 && <p className="my-empty">{t('card.noLines')}</p>}
      <ul className="my-lines">
        {statement.entries.map(({ hash, words, at, change, balance }) => (
          <li key={hash}>
            <div className="my-line">
              <span>
                <strong>{words}</strong>
                <span className="my-quiet">{day(at)}</span>
              </span>
              <span className="my-change num">
                <strong>{t('card.change', { points: change > 0 ? `+${change}` : `−${Math.abs(change)}` })}</strong>
                <span className="my-quiet">{t('card.left', { count: balance })}</span>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
