import type { NewsDeskView } from '@practice/access/contracts'
import { Card } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../components/EmptyState'
import { currentLanguage } from '../../i18n'
import { useTones } from '../../theme/useTones'

/** How much is read, day by day, and what of it most. */
export function Reads({ reads: { today, days, top } }: { reads: NewsDeskView['reads'] }) {
  const { t } = useTranslation('home')
  const total = days.reduce((sum, { reads }) => sum + reads, 0)
  return (
    <Card size="small" title={t('reads.title')}>
      {total === 0 ? (
        <EmptyState title={t('reads.none')} hint={t('reads.noneHint')} />
      ) : (
        <>
          <p className="home-quiet">{t('reads.sum', { today, count: total, days: days.length })}</p>
          <Days days={days} />
          <ul className="lines">
            {top.map(({ documentId, title, reads }) => (
              <li key={documentId}>
                <Link to={`/articles/${documentId}`} className="line line-pair">
                  <span className="line-name">{title}</span>
                  <span className="num">{t('reads.times', { count: reads })}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

/** A column for each day; what they say is read out as a list. */
function Days({ days }: { days: NewsDeskView['reads']['days'] }) {
  const { t } = useTranslation('home')
  const tones = useTones()
  const most = Math.max(1, ...days.map(({ reads }) => reads))
  const dayName = (day: string) =>
    new Intl.DateTimeFormat(currentLanguage(), { timeZone: 'UTC', month: 'numeric', day: 'numeric' }).format(
      new Date(day),
    )
  return (
    <ol className="days" aria-label={t('reads.byDay')}>
      {days.map(({ day, reads }, index) => (
        <li key={day} title={t('reads.day', { day: dayName(day), count: reads })}>
          <span className="visually-hidden">{t('reads.day', { day: dayName(day), count: reads })}</span>
          <span className="days-track" aria-hidden>
            <span style={{ height: `${(reads / most) * 100}%`, background: tones.inHand.solid }} />
          </span>
          <span className="days-name num" aria-hidden data-shown={(days.length - 1 - index) % 3 === 0}>
            {dayName(day)}
          </span>
        </li>
      ))}
    </ol>
  )
}
