import type { NoticeLine } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { lastMomentOf } from '../../../scoring/words/notice-end'
import { signed } from '../../../scoring/words/points'
import { useDay } from '../../articles/reader/useDay'
import { lastEndOf, sumOf } from '../lines'
import type { Notice } from '../load'

interface NoticePaperProps {
  notice: Notice
  /** Those that are chosen on the screen. */
  lines: readonly NoticeLine[]
}

/** The notice on paper, A4: only printed, never shown on a screen. */
export function NoticePaper({ notice, lines }: NoticePaperProps) {
  const { t } = useTranslation('notice')
  const day = useDay()
  const end = lastEndOf(lines)
  return (
    <div className="notice-paper" aria-hidden="true">
      <h1>{t('public.titleOf', { site: notice.site.name })}</h1>
      <p>
        {t('paper.intro', { count: lines.length, points: sumOf(lines), at: day(notice.at) })}
        {end !== null && t('paper.until', { until: day(lastMomentOf(end)) })}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('column.index')}</th>
            <th>{t('column.holder')}</th>
            <th>{t('column.rule')}</th>
            <th>{t('column.reason')}</th>
            <th>{t('column.occurredAt')}</th>
            <th>{t('column.points')}</th>
            <th>{t('column.until')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.documentId}>
              <td>{index + 1}</td>
              <td>{line.holder}</td>
              <td>
                {line.rule.name}
                {line.quantity !== 1 && ` ×${line.quantity}`}
              </td>
              <td>
                {line.reason}
                {line.held && <div>{t('public.held')}</div>}
              </td>
              <td>{day(line.occurredAt)}</td>
              <td className="num">{signed(line.points)}</td>
              <td>{day(lastMomentOf(line.until))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="notice-paper-hash">
        {t('public.head')} {notice.head}
      </p>
      <p className="notice-seal">
        <span>{t('paper.by', { site: notice.site.name })}</span>
        <span>{t('paper.seal')}</span>
        <span>{t('paper.date')}</span>
      </p>
    </div>
  )
}
