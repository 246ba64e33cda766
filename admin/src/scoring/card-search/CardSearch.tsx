import { SearchOutlined } from '@ant-design/icons'
import type { Card } from '@practice/scoring/contracts'
import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import type { InputRef } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { ClearSign } from '../../components/ClearSign'
import { RefusalAlert } from '../../components/RefusalAlert'
import { ScanButton } from '../scan/ScanButton'
import { parseScan } from '../scan/parse-scan'
import type { Scan } from '../scan/parse-scan'
import { CardRow } from './CardRow'
import { rankCards } from './rank'
import { cardOfScan } from './requests'
import './card-search.css'

interface CardSearchProps {
  /** What is searched in. */
  cards: readonly Card[]
  /** Numbers that were used lately, the latest first. */
  recent: readonly string[]
  /** Numbers that are chosen already. */
  chosen: readonly string[]
  onChoose: (card: Card) => void
  inputRef?: RefObject<InputRef>
}

const SHOWN = 6

/**
 * Finds a card by name, pinyin initials, number or its QR code, by camera or hand-held scanner, which types what it read
 * and presses Enter. A tap or Enter takes it, and the field is empty for the next.
 */
export function CardSearch({ cards, recent, chosen, onChoose, inputRef }: CardSearchProps) {
  const { t } = useTranslation('record')
  const [text, setText] = useState('')
  const found = rankCards(cards, useDeferredValue(text), recent)
  const asking = useMutation({
    mutationFn: (scan: Scan) => cardOfScan(scan, cards),
    networkMode: 'always',
    onSuccess: take,
  })

  function take(card: Card): void {
    setText('')
    onChoose(card)
  }

  function press(event: KeyboardEvent): void {
    // While Chinese is being composed, Enter ends the composing.
    if (event.nativeEvent.isComposing) return
    event.preventDefault()
    const scan = parseScan(text)
    const [first] = rankCards(cards, text, recent)
    if (scan !== null) asking.mutate(scan)
    else if (first !== undefined) take(first)
  }

  return (
    <div className="card-search">
      <div className="card-search-line">
        <Input
          {...(inputRef === undefined ? {} : { ref: inputRef })}
          type="search"
          enterKeyHint="done"
          allowClear={{ clearIcon: <ClearSign /> }}
          autoComplete="off"
          prefix={<SearchOutlined />}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            asking.reset()
          }}
          onPressEnter={press}
        />
        <ScanButton onScan={(scan) => asking.mutate(scan)} />
      </div>
      <RefusalAlert error={asking.error} namespace={['record', 'scoring']} />
      {text.trim() !== '' && found.length === 0 && !asking.isPending && (
        <p className="card-search-none">{t('search.none')}</p>
      )}
      {found.length > 0 && (
        <ul className="card-rows" aria-label={t('search.found')}>
          {found.slice(0, SHOWN).map((card) => (
            <li key={card.number}>
              <CardRow card={card} isChosen={chosen.includes(card.number)} onChoose={() => take(card)} />
            </li>
          ))}
          {found.length > SHOWN && <li className="card-search-none">{t('search.more', { count: found.length })}</li>}
        </ul>
      )}
    </div>
  )
}
