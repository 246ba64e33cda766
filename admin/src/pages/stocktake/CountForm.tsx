import type { Goods, Shop } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goodsQuery } from '../../api/shops'
import { useMe } from '../../app/me'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { storedDraft } from '../../drafts/stored-draft'
import { useTones } from '../../theme/useTones'
import { grouped, signed } from '../../scoring/words/points'
import { ConfirmCount } from './ConfirmCount'
import { Stocktakes } from './Stocktakes'
import { countOf, countedLines, isCounted } from './count'
import type { Counted } from './count'

/** The shelf, to be counted: what is typed is kept in this browser until it was sent. */
export function CountForm({ shop }: { shop: Shop }) {
  const { t } = useTranslation(['stocktake', 'common'])
  const { username } = useMe()
  const [draft] = useState(() => storedDraft(username, `stocktake:${shop.code}`, isCounted))
  const [counted, setCounted] = useState<Counted>(() => draft.read() ?? {})
  const [isConfirming, setIsConfirming] = useState(false)
  const goods = useQuery(goodsQuery(shop.code))
  const shelf = goods.data ?? []
  const lines = countedLines(shelf, counted)
  const mayCount = shop.allowed.includes('stocktake')

  function keep(next: Counted): void {
    setCounted(next)
    draft.keep(next)
  }
  function count(code: string, text: string): void {
    const { [code]: _before, ...others } = counted
    const value = countOf(text)
    keep(value === null ? others : { ...others, [code]: value })
  }

  return (
    <Flex vertical gap={16} className="shelf-page">
      {goods.isPending && <RowsSkeleton />}
      <RefusalAlert error={goods.data === undefined ? goods.error : null} namespace="scoring" />
      {goods.isSuccess && shelf.length === 0 && <EmptyState title={t('count.none')} />}
      {shelf.length > 0 && (
        <ul className="shelf" aria-label={t('count.shelf', { shop: shop.name })}>
          {shelf.map((one) => (
            <li key={one.code}>
              <ShelfRow
                goods={one}
                counted={counted[one.code]}
                mayCount={mayCount}
                onCount={(text) => count(one.code, text)}
              />
            </li>
          ))}
        </ul>
      )}
      {mayCount && shelf.length > 0 && (
        <div className="shelf-thumb">
          {lines.length > 0 && <Button onClick={() => keep({})}>{t('count.clear')}</Button>}
          <Button
            type="primary"
            className="shelf-wide"
            disabled={lines.length === 0}
            onClick={() => setIsConfirming(true)}
          >
            {lines.length === 0 ? t('count.checkNone') : t('count.check', { count: lines.length })}
          </Button>
        </div>
      )}
      {isConfirming && (
        <ConfirmCount
          shop={shop}
          lines={lines}
          onClose={() => setIsConfirming(false)}
          onDone={() => {
            draft.drop()
            setCounted({})
          }}
        />
      )}
      <Stocktakes shop={shop.code} />
    </Flex>
  )
}

interface ShelfRowProps {
  goods: Goods
  counted: number | undefined
  mayCount: boolean
  onCount: (text: string) => void
}

/** One kind of goods: what is booked, what was counted, and by how much they differ. */
function ShelfRow({ goods, counted, mayCount, onCount }: ShelfRowProps) {
  const { t } = useTranslation('stocktake')
  const tones = useTones()
  const [text, setText] = useState(counted === undefined ? '' : String(counted))
  const isWrong = text.trim() !== '' && countOf(text) === null
  const difference = counted === undefined ? null : counted - goods.stock
  // Emptied from outside: counted and sent, or cleared.
  if (counted === undefined && countOf(text) !== null) setText('')
  return (
    <div className="shelf-row">
      <span className="shelf-name">
        <strong>{goods.name}</strong>{' '}
        <span className="record-quiet">
          {t(goods.active ? 'count.price' : 'count.priceOff', { points: goods.points, unit: goods.unit })}
        </span>
      </span>
      <span className="num shelf-booked">{t('count.booked', { stock: grouped(goods.stock), unit: goods.unit })}</span>
      {mayCount && (
        <Input
          inputMode="numeric"
          className="shelf-input"
          aria-label={t('count.counted', { goods: goods.name })}
          placeholder={t('count.placeholder')}
          value={text}
          maxLength={7}
          status={isWrong ? 'error' : ''}
          aria-invalid={isWrong}
          onChange={({ target }) => {
            setText(target.value)
            onCount(target.value)
          }}
        />
      )}
      <span
        className="num shelf-difference"
        style={difference === null ? {} : { color: tones[difference === 0 ? 'done' : 'overdue'].text }}
      >
        {difference === null ? '' : difference === 0 ? t('count.same') : signed(difference)}
      </span>
    </div>
  )
}
