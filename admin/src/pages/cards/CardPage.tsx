import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons'
import type { Card } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { When } from '../../components/When'
import { CardStateTag } from '../../scoring/card-search/CardStateTag'
import { cardQuery } from '../../scoring/card-search/requests'
import { ExportStatement } from '../../scoring/export/ExportStatement'
import { grouped } from '../../scoring/words/points'
import { CardActions } from './CardActions'
import { Statement } from './Statement'

/** One card: what it holds, what can be done with it, and where every point came from and went. */
export function CardPage({ number }: { number: string }) {
  const { t } = useTranslation(['cards', 'common'])
  const card = useQuery(cardQuery(number))
  return (
    <div className="cards">
      <Link to="/cards" className="cards-back">
        <ArrowLeftOutlined /> {t('title')}
      </Link>
      {card.isPending && <PageSkeleton />}
      <RefusalAlert
        error={card.error}
        namespace={['cards', 'scoring']}
        action={<Button onClick={() => void card.refetch()}>{t('common:action.retry')}</Button>}
      />
      {card.data !== undefined && <Whole card={card.data} />}
    </div>
  )
}

function Whole({ card }: { card: Card }) {
  const { t } = useTranslation('cards')
  const { number, holder, site, state, replacedBy, openedAt, token } = card
  return (
    <>
      <section className="cards-head" aria-label={t('card')}>
        <div className="cards-who">
          <h1>{holder.name}</h1>
          <CardStateTag state={state} />
          <span className="cards-quiet num">{number}</span>
        </div>
        <p className="cards-quiet">
          {site.name} · {t('openedAt')} <When at={openedAt} />
        </p>
        {replacedBy !== null && (
          <p>
            {t('replacedBy')}{' '}
            <Link to={`/cards/${replacedBy}`} className="num">
              {replacedBy}
            </Link>
          </p>
        )}
        <dl className="cards-figures">
          <Figure name={t('balance')} value={card.balance} isMain />
          <Figure name={t('onNotice')} value={card.onNotice} />
          <Figure name={t('held')} value={card.held} />
          <Figure name={t('earned')} value={card.earnedThisYear} />
        </dl>
        <div className="cards-actions">
          <CardActions card={card} />
          {token !== null && state !== 'closed' && (
            <Link to={`/cards/print?numbers=${number}`}>
              <Button icon={<PrinterOutlined />}>{t('print.one')}</Button>
            </Link>
          )}
          <ExportStatement card={number} />
        </div>
      </section>
      <Statement number={number} />
    </>
  )
}

function Figure({ name, value, isMain = false }: { name: string; value: number; isMain?: boolean }) {
  return (
    <div data-main={isMain}>
      <dt>{name}</dt>
      <dd className="num">{grouped(value)}</dd>
    </div>
  )
}
