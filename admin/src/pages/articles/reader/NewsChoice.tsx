import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newsAddress } from './address'
import { feedAddress, queryOf, townOf } from './filters'
import type { NewsFilters } from './filters'
import { loadPlaces, loadThemes } from './load'
import type { Named } from './load'

interface NewsChoiceProps {
  filters: NewsFilters
  onChoose: (said: Partial<NewsFilters>) => void
}

/** What to read by: a theme, a town and one of its villages; and the feed of the same news. */
export function NewsChoice({ filters, onChoose }: NewsChoiceProps) {
  const { t } = useTranslation('news')
  const town = townOf(filters.site)
  const themes = useNamed(loadThemes)
  return (
    <div className="news-choice">
      <nav aria-label={t('themes')} className="news-themes">
        {[{ code: null, name: t('allThemes') }, ...themes].map(({ code, name }) => (
          <a
            key={code ?? ''}
            href={newsAddress() + queryOf({ ...filters, theme: code })}
            aria-current={code === filters.theme ? 'true' : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              onChoose({ theme: code })
            }}
          >
            {name}
          </a>
        ))}
      </nav>
      <div className="news-places">
        <Place label={t('town')} all={t('wholeDistrict')} within={null} value={town} onChange={onChoose} />
        {town !== null && (
          <Place
            key={town}
            label={t('village')}
            all={t('wholeTown')}
            within={town}
            value={filters.site === town ? null : filters.site}
            onChange={onChoose}
          />
        )}
        <a className="news-feed" href={feedAddress(filters)} type="application/rss+xml">
          {t('feed')}
        </a>
      </div>
    </div>
  )
}

interface PlaceProps {
  label: string
  /** What choosing none of them means. */
  all: string
  /** The town whose villages are offered; without one, the towns. */
  within: string | null
  value: string | null
  onChange: (said: Partial<NewsFilters>) => void
}

function Place({ label, all, within, value, onChange }: PlaceProps) {
  const id = useId()
  const places = useNamed((signal) => loadPlaces(within, signal))
  return (
    <span>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChange({ site: target.value === '' ? within : target.value })}
      >
        <option value="">{all}</option>
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </span>
  )
}

/** Names to choose by, once; without them the news can be read all the same. */
function useNamed(load: (signal: AbortSignal) => Promise<Named[]>): readonly Named[] {
  const [names, setNames] = useState<readonly Named[]>([])
  const [first] = useState(() => load)
  useEffect(() => {
    const leaving = new AbortController()
    first(leaving.signal).then(setNames, () => undefined)
    return () => leaving.abort()
  }, [first])
  return names
}
