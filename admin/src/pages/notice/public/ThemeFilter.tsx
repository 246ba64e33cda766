import type { NoticeLine, Theme } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { THEMES } from '../../../scoring/words/lists'
import { countByTheme } from '../lines'

interface ThemeFilterProps {
  lines: readonly NoticeLine[]
  theme: Theme | null
  onChange: (theme: Theme | null) => void
}

/** The themes that have lines, each with how many, and all of them. Nothing where there is nothing to choose. */
export function ThemeFilter({ lines, theme, onChange }: ThemeFilterProps) {
  const { t } = useTranslation('notice')
  const counts = countByTheme(lines)
  if (counts.size < 2) return null
  const choices: (Theme | null)[] = [null, ...THEMES.filter((name) => counts.has(name))]
  return (
    <div className="notice-themes" role="group" aria-label={t('public.themes')}>
      {choices.map((choice) => (
        <button key={choice ?? 'all'} type="button" aria-pressed={choice === theme} onClick={() => onChange(choice)}>
          {choice === null ? t('public.all') : t(`public.themeOf.${choice}`)}{' '}
          <span className="num">{choice === null ? lines.length : counts.get(choice)}</span>
        </button>
      ))}
    </div>
  )
}
