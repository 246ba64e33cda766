import { useCallback } from 'react'
import { currentLanguage } from '../../i18n'

/** `2026-11` as people say it: 11月, and 2027年1月 where a year begins. */
export function useMonthName(): (month: string) => string {
  const language = currentLanguage()
  return useCallback(
    (month: string) => {
      const at = Date.parse(`${month}-01T00:00:00Z`)
      const year = month.endsWith('-01') ? ({ year: 'numeric' } as const) : {}
      return new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'short', ...year }).format(at)
    },
    [language],
  )
}
