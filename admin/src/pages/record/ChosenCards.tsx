import { CloseOutlined } from '@ant-design/icons'
import type { Card } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'

interface ChosenCardsProps {
  cards: readonly Card[]
  chosen: readonly Card[]
  /** Numbers, the latest first. */
  recent: readonly string[]
  onChoose: (number: string) => void
  onRemove: (number: string) => void
}

const RECENT_SHOWN = 8

/** Whom it is for, each to be taken off again by a tap; beside them the households that were used lately. */
export function ChosenCards({ cards, chosen, recent, onChoose, onRemove }: ChosenCardsProps) {
  const { t } = useTranslation('record')
  const isChosen = (number: string) => chosen.some((card) => card.number === number)
  const offered = recent
    .filter((number) => !isChosen(number))
    .flatMap((number) => cards.find((card) => card.number === number) ?? [])
    .slice(0, RECENT_SHOWN)
  return (
    <>
      {chosen.length > 0 && (
        <div className="record-chips" role="group" aria-label={t('chosen')}>
          {chosen.map(({ number, holder }) => (
            <button
              key={number}
              type="button"
              className="record-chip"
              aria-pressed
              aria-label={t('takeOff', { holder: holder.name })}
              onClick={() => onRemove(number)}
            >
              {holder.name} <CloseOutlined />
            </button>
          ))}
        </div>
      )}
      {offered.length > 0 && (
        <div className="record-chips" data-scrolls role="group" aria-label={t('recent')}>
          <span className="record-quiet" aria-hidden="true">
            {t('recentShort')}
          </span>
          {offered.map(({ number, holder }) => (
            <button key={number} type="button" className="record-chip" onClick={() => onChoose(number)}>
              {holder.name}
            </button>
          ))}
        </div>
      )}
    </>
  )
}
