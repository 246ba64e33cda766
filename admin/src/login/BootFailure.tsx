import { useTranslation } from 'react-i18next'
import './login.css'

/** The session is there, and the server is not: says so, where neither the console nor a resident's pages are loaded. */
export function BootFailure({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('auth')
  return (
    <main className="login">
      <div className="login-card" role="alert">
        <h1>{t('boot.title')}</h1>
        <p>{t('boot.hint')}</p>
        <button type="button" className="login-submit" onClick={onRetry}>
          {t('boot.again')}
        </button>
      </div>
    </main>
  )
}
