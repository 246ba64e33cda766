import type { Card } from '@practice/scoring/contracts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CardStateTag } from '../../scoring/card-search/CardStateTag'
import { grouped } from '../../scoring/words/points'

/** Whose card it is and what can be spent. */
export function CardPanel({ card, children }: { card: Card; children: ReactNode }) {
  const { t } = useTranslation('redeem')
  return (
    <section className="redeem-card" aria-label={t('card')}>
      <div>
        <strong>{card.holder.name}</strong>
        {card.state !== 'active' && <CardStateTag state={card.state} />}
        <Link to={`/cards/${card.number}`} className="num">
          {card.number}
        </Link>
      </div>
      <div className="redeem-balance">
        <span>{t('balance')}</span>
        <strong className="num">{grouped(card.balance)}</strong>
      </div>
      {children}
    </section>
  )
}
