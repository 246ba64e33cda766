import { useTranslation } from 'react-i18next'
import { useTones } from '../theme/useTones'
import { useTimeWords } from '../time/useTime'

interface DeadlineProps {
  /** The instant (ISO), or null when no clock runs. */
  at: string | null
  /** Since when the clock stands still, or null. */
  pausedAt?: string | null
}

/** 还剩 3 小时, 逾期 2 天, or 已暂停; the whole date on hover. Nothing without a clock. */
export function Deadline({ at, pausedAt = null }: DeadlineProps) {
  const { t } = useTranslation('common')
  const tones = useTones()
  const { remaining, full, isPast } = useTimeWords()
  if (pausedAt !== null) {
    return (
      <span title={full(pausedAt)} style={{ color: tones.closed.text, whiteSpace: 'nowrap' }}>
        {t('time.paused')}
      </span>
    )
  }
  if (at === null) return null
  const isLate = isPast(at)
  return (
    <time
      dateTime={at}
      title={full(at)}
      className="num"
      style={{ color: isLate ? tones.overdue.text : 'inherit', fontWeight: isLate ? 600 : 400, whiteSpace: 'nowrap' }}
    >
      {remaining(at)}
    </time>
  )
}
