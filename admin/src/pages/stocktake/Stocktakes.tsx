import type { Stocktake } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RefusalAlert } from '../../components/RefusalAlert'
import { When } from '../../components/When'
import { pointsListQuery } from '../../scoring/record-view/requests'
import { signed } from '../../scoring/words/points'

const SHOWN = 10

/** The latest stocktakes of a shop with what differed in each. */
export function Stocktakes({ shop }: { shop: string }) {
  const { t } = useTranslation(['stocktake', 'common'])
  const taken = useQuery(
    pointsListQuery<Stocktake>(`/shops/${encodeURIComponent(shop)}/stocktakes`, { pageSize: SHOWN }),
  )
  const rows = taken.data?.rows ?? []
  return (
    <section className="record-panel">
      <h3>{t('taken.title')}</h3>
      <RefusalAlert error={taken.error} namespace="scoring" />
      {taken.isSuccess && rows.length === 0 && <span className="record-quiet">{t('taken.none')}</span>}
      <ul className="record-lines">
        {rows.map((stocktake) => (
          <li key={stocktake.documentId} className="record-line">
            <span className="record-line-name">
              <When at={stocktake.at} withTime /> {stocktake.who.name}{' '}
              <span className="record-quiet">{stocktake.reason}</span>
            </span>
            <Differences stocktake={stocktake} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Differences({ stocktake: { lines } }: { stocktake: Stocktake }) {
  const { t } = useTranslation(['stocktake', 'common'])
  const differing = lines.filter(({ difference }) => difference !== 0)
  if (differing.length === 0) return <span>{t('taken.same', { count: lines.length })}</span>
  return (
    <span className="num">
      {differing
        .map(({ goods, difference }) => t('taken.line', { goods: goods.name, difference: signed(difference) }))
        .join(t('common:form.listSeparator'))}
    </span>
  )
}
