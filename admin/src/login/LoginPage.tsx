import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandMark } from '../components/BrandMark'
import { newsAddress } from '../pages/articles/reader/address'
import { STATEMENT_ADDRESS } from '../resident/address'
import { LANGUAGES, changeLanguage, currentLanguage } from '../i18n'
import { beginSession } from '../session/session'
import { failureOfLogin, login, retryMinutesOf } from './login'
import './login.css'

const LAST_USERNAME = 'practice.username'

interface LoginPageProps {
  /** The session ran out while one worked. */
  hasExpired: boolean
  /** Called once somebody begins to type: the time to fetch the console's code. */
  onEngaged: () => void
}

/** The first page: plain HTML and its own few rules of CSS, so that it is there at once on a slow line. */
export function LoginPage({ hasExpired, onEngaged }: LoginPageProps) {
  const { t } = useTranslation('auth')
  return (
    <main className="login">
      <div className="login-card">
        <header className="login-brand">
          <BrandMark size={44} />
          <div>
            <h1>{t('title')}</h1>
            <p>{t('subtitle')}</p>
          </div>
        </header>
        <LoginForm hasExpired={hasExpired} onEngaged={onEngaged} />
        <p className="login-help">{t('help')}</p>
      </div>
      <nav className="login-public" aria-label={t('public.label')}>
        <a href={STATEMENT_ADDRESS}>{t('public.statement')}</a>
        <a href={newsAddress()}>{t('public.news')}</a>
      </nav>
      <LanguageSwitch />
    </main>
  )
}

function LoginForm({ hasExpired, onEngaged }: LoginPageProps) {
  const { t } = useTranslation('auth')
  const [username, setUsername] = useState(() => localStorage.getItem(LAST_USERNAME) ?? '')
  const [password, setPassword] = useState('')
  const [isShown, setIsShown] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [message, setMessage] = useState<string | null>(null)
  const passwordInput = useRef<HTMLInputElement>(null)

  async function attempt(): Promise<void> {
    const identifier = username.trim()
    if (identifier === '' || password === '') {
      setMessage(t('failure.empty'))
      return
    }
    setIsBusy(true)
    setMessage(null)
    try {
      const jwt = await login(identifier, password)
      localStorage.setItem(LAST_USERNAME, identifier)
      beginSession(jwt)
    } catch (cause) {
      const failure = failureOfLogin(cause)
      const minutes = retryMinutesOf(cause)
      setMessage(
        failure === 'locked' && minutes !== null ? t('failure.lockedFor', { minutes }) : t(`failure.${failure}`),
      )
      setIsBusy(false)
      passwordInput.current?.focus()
      passwordInput.current?.select()
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!isBusy) void attempt()
  }

  return (
    <form onSubmit={submit} onInput={onEngaged} noValidate>
      {hasExpired && message === null && (
        <p className="login-notice" role="status">
          {t('expired')}
        </p>
      )}
      <label htmlFor="login-username">{t('username')}</label>
      <input
        id="login-username"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={username === ''}
        value={username}
        onChange={(event) => setUsername(event.target.value)}
      />
      <label htmlFor="login-password">{t('password')}</label>
      <div className="login-password">
        <input
          id="login-password"
          name="password"
          ref={passwordInput}
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          autoFocus={username !== ''}
          aria-describedby="login-message"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <button type="button" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
          {t(isShown ? 'hide' : 'show')}
        </button>
      </div>
      <p id="login-message" className="login-message" role="alert">
        {message}
      </p>
      <button type="submit" className="login-submit" aria-busy={isBusy}>
        {t(isBusy ? 'busy' : 'submit')}
      </button>
    </form>
  )
}

function LanguageSwitch() {
  const { t } = useTranslation('auth')
  const shown = currentLanguage()
  return (
    <nav className="login-languages" aria-label={t('language')}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === shown}
          onClick={() => void changeLanguage(language)}
        >
          {t(`languages.${language}`)}
        </button>
      ))}
    </nav>
  )
}
