import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { When } from '../../components/When'
import { grouped } from '../../scoring/words/points'
import { lastRedemptionsQuery } from './requests'

/** The last redemptions, each leading to its receipt, to be shown or printed again. */
export function LastRedemptions() {
  const { t } = useTranslation('redeem')
  const last = useQuery(lastRedemptionsQuery())
  return (
    <section aria-label={t('last.title')}>
      <h2 className="redeem-heading">{t('last.title')}</h2>
      {last.isPending && <RowsSkeleton rows={2} />}
      <RefusalAlert error={last.error} />
      {last.data?.length === 0 && <p className="redeem-quiet">{t('last.none')}</p>}
      <ul className="redeem-last">
        {(last.data ?? []).map(({ documentId, card, lines, points, at, state }) => (
          <li key={documentId}>
            <Link to={`/redeem/${documentId}`}>
              <span>
                <strong>{card.holder}</strong>
                <span className="redeem-quiet">{lines.map(({ goods }) => goods.name).join(t('last.separator'))}</span>
              </span>
              <span className="redeem-last-facts">
                <span className="num">{t('points', { points: grouped(points) })}</span>
                <span className="redeem-quiet">{state === 'voided' ? t('last.voided') : <When at={at} />}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
