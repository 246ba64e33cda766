import { isWithin, lineageOf } from '@practice/kernel'
import type { RefView } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import { useSiteName } from '../../directory/names'

/** Where one stands among the sites, each one above it within one's own as a step back. */
export function SitePath({ site }: { site: RefView }) {
  const { t } = useTranslation('points')
  const me = useMe()
  const nameOf = useSiteName()
  const above = lineageOf(site.code)
    .slice(1)
    .reverse()
    .filter((code) => me.site !== null && isWithin(code, me.site.code))
  return (
    <nav aria-label={t('path')} className="points-path">
      {above.map((code) => (
        <span key={code}>
          <Link to={`/points?site=${code}`}>{nameOf(code)}</Link>
          <span aria-hidden="true"> / </span>
        </span>
      ))}
      <strong aria-current="page">{site.name}</strong>
    </nav>
  )
}
