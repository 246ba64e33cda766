import type { ScoreRecordDetail } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { When } from '../../components/When'
import { useTones } from '../../theme/useTones'
import { TONE_OF_RECORD } from './RecordStateTag'
import './record-view.css'

/** What happened to a record, the newest first: who did what, when, and why. */
export function RecordHistory({ events }: Pick<ScoreRecordDetail, 'events'>) {
  const { t, i18n } = useTranslation(['scoring', 'common'])
  const tones = useTones()
  const nameOf = ({ name, role }: ScoreRecordDetail['events'][number]['actor']) => {
    const key = `common:role.${role}`
    return i18n.exists(key) ? t('common:shell.who', { name, role: t(key) }) : t('record.system')
  }
  return (
    <ol className="record-history" aria-label={t('record.history')}>
      {[...events].reverse().map((event, index) => (
        <li key={`${event.at}:${index}`} style={{ borderColor: tones[TONE_OF_RECORD[event.to]].solid }}>
          <strong>{t(`event.${event.verb}`)}</strong>{' '}
          <span className="record-quiet">
            {nameOf(event.actor)}
            {t('common:separator')}
            <When at={event.at} withTime />
          </span>
          {event.note !== null && <div>{event.note}</div>}
        </li>
      ))}
    </ol>
  )
}
