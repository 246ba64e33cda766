import { CheckOutlined } from '@ant-design/icons'
import type { Card } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { CardStateTag } from './CardStateTag'

interface CardRowProps {
  card: Card
  isChosen: boolean
  onChoose: () => void
}

/** A card among those found: whose it is, its number, what is on it. */
export function CardRow({ card, isChosen, onChoose }: CardRowProps) {
  const { t } = useTranslation('scoring')
  return (
    <button type="button" className="card-row" aria-pressed={isChosen} onClick={onChoose}>
      <span className="card-row-name">
        {isChosen && <CheckOutlined />}
        {card.holder.name}
        {card.state !== 'active' && <CardStateTag state={card.state} />}
      </span>
      <span className="card-row-facts num">{card.number}</span>
      <span className="card-row-balance num">{t('points', { points: card.balance })}</span>
    </button>
  )
}
