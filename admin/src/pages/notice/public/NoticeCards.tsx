import type { NoticeLine } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { lastMomentOf } from '../../../scoring/words/notice-end'
import { signed } from '../../../scoring/words/points'
import { useDay } from '../../articles/reader/useDay'

interface NoticeCardsProps {
  lines: readonly NoticeLine[]
  onObject: (line: NoticeLine) => void
}

/** The lines as they are read on a phone: who, for what, how many points, why, and until when one may object. */
export function NoticeCards({ lines, onObject }: NoticeCardsProps) {
  const { t } = useTranslation('notice')
  const day = useDay()
  if (lines.length === 0) return <p className="notice-none">{t('public.none')}</p>
  return (
    <ul className="notice-cards">
      {lines.map((line) => (
        <li key={line.documentId}>
          <div className="notice-line">
            <strong>{line.holder}</strong>
            <strong className="num notice-points">{t('public.points', { points: signed(line.points) })}</strong>
          </div>
          <div className="notice-rule">
            {line.rule.name}
            {line.quantity !== 1 && <span className="num"> ×{line.quantity}</span>}
          </div>
          {line.reason !== null && <div>{line.reason}</div>}
          <div className="notice-facts">
            <span>{day(line.occurredAt)}</span>
            <span>{t('public.until', { until: day(lastMomentOf(line.until)) })}</span>
            {line.held && <span className="notice-held">{t('public.held')}</span>}
          </div>
          {!line.held && (
            <button
              type="button"
              className="notice-object"
              aria-label={t('object.of', { holder: line.holder, rule: line.rule.name })}
              onClick={() => onObject(line)}
            >
              {t('object.verb')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
