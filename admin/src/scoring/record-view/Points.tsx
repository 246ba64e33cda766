import { useTranslation } from 'react-i18next'
import { useTones } from '../../theme/useTones'
import { signed } from '../words/points'

interface PointsProps {
  /** Below zero for what is taken. */
  points: number
  /** Large, as the figure that a card is about. */
  isLarge?: boolean
}

/** What came or went, with sign and unit: `+5 分`. What is taken away is red, beside its minus. */
export function Points({ points, isLarge = false }: PointsProps) {
  const { t } = useTranslation('scoring')
  const tones = useTones()
  return (
    <span
      className="num"
      style={{
        whiteSpace: 'nowrap',
        fontWeight: 600,
        ...(points < 0 ? { color: tones.overdue.text } : {}),
        ...(isLarge ? { fontSize: 24, lineHeight: '32px' } : {}),
      }}
    >
      {t('points', { points: signed(points) })}
    </span>
  )
}
