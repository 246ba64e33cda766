import { useState } from 'react'
import { useTranslation } from 'react-i18next'

const SHORT = 8

/** A hash by its beginning; a tap shows all of it. */
export function Hash({ value }: { value: string }) {
  const { t } = useTranslation('cards')
  const [isWhole, setIsWhole] = useState(false)
  return (
    <button
      type="button"
      className="cards-hash"
      aria-expanded={isWhole}
      aria-label={isWhole ? value : t('hash', { start: value.slice(0, SHORT) })}
      onClick={() => setIsWhole(!isWhole)}
    >
      <code>{isWhole ? value : t('hashShort', { start: value.slice(0, SHORT) })}</code>
    </button>
  )
}
