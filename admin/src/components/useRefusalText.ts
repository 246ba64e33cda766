import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/error'

/**
 * Says a failure in a sentence: by its code with the figures of `details` (`common:refusal.<code>`), else by its status.
 * A page may have sentences of its own for codes that mean something special there: `useRefusalText('inbox')` looks for
 * `inbox:refusal.<code>` first, and of several namespaces the earlier one wins.
 */
export function useRefusalText(namespace: string | readonly string[] = 'common'): (error: unknown) => string {
  const namespaces = [...[namespace].flat(), 'common']
  const { t, i18n } = useTranslation(namespaces)
  return (error) => {
    if (!(error instanceof ApiError)) return t('common:refusal.unexpected')
    const known = namespaces.map((name) => `${name}:refusal.${error.code}`).find((key) => i18n.exists(key))
    if (known !== undefined) return t(known, { ...error.details })
    return t(`common:refusalByStatus.${statusGroup(error.status)}`, { code: error.code })
  }
}

function statusGroup(status: number): string {
  if (status === 0) return 'network'
  if (status >= 500) return 'server'
  return ['400', '401', '403', '404', '409', '413', '422', '429'].includes(String(status)) ? String(status) : 'server'
}
