import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useTones } from '../../../theme/useTones'
import { strengthOf } from './district-map'
import type { DistrictMap as Drawing, Field } from './district-map'

interface DistrictMapProps {
  map: Drawing
  /** Late orders by town. */
  overdue: ReadonlyMap<string, number>
}

/** Where orders are late: a schematic map of the towns. The table beside it says the same, and more. */
export function DistrictMap({ map, overdue }: DistrictMapProps) {
  const { t } = useTranslation('home')
  const most = Math.max(...overdue.values(), 0)
  return (
    <figure className="district">
      <svg viewBox={`-2 -2 ${map.width + 4} ${map.height + 4}`} role="group" aria-label={t('map.title')}>
        {map.fields.map((field) => (
          <Town key={field.code} field={field} count={overdue.get(field.code) ?? 0} most={most} />
        ))}
      </svg>
      <figcaption className="home-quiet">{t('map.hint')}</figcaption>
    </figure>
  )
}

function Town({ field: { code, name, at, corners }, count, most }: { field: Field; count: number; most: number }) {
  const { t } = useTranslation('home')
  const tones = useTones()
  const [x, y] = at
  return (
    <Link
      to={`/desk?group=overdue&site=${code}`}
      className="district-town"
      aria-label={t('map.town', { town: name, count })}
    >
      <polygon className="district-ground" points={corners.map(([left, top]) => `${left},${top}`).join(' ')} />
      <polygon
        points={corners.map(([left, top]) => `${left},${top}`).join(' ')}
        fill={tones.overdue.solid}
        fillOpacity={strengthOf(count, most) * 0.5}
      />
      <text x={x} y={y - 3} className="district-name">
        {name}
      </text>
      <text x={x} y={y + 15} className="district-count num" data-none={count === 0}>
        {count}
      </text>
    </Link>
  )
}
