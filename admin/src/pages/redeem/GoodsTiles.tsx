import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import type { Goods } from '@practice/scoring/contracts'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { grouped } from '../../scoring/words/points'

interface GoodsTilesProps {
  /** Undefined until they have come. */
  goods: readonly Goods[] | undefined
  quantities: Readonly<Record<string, number>>
  isLocked: boolean
  onChange: (code: string, quantity: number) => void
}

/** The shop's goods with price, stock and how many of them. */
export function GoodsTiles({ goods, quantities, isLocked, onChange }: GoodsTilesProps) {
  const { t } = useTranslation('redeem')
  if (goods === undefined) return <RowsSkeleton rows={3} />
  if (goods.length === 0) return <EmptyState title={t('noGoods')} hint={t('noGoodsHint')} />
  return (
    <ul className="redeem-goods" aria-label={t('goods')}>
      {goods.map((one) => (
        <GoodsTile
          key={one.code}
          goods={one}
          quantity={quantities[one.code] ?? 0}
          isLocked={isLocked}
          onChange={(quantity) => onChange(one.code, quantity)}
        />
      ))}
    </ul>
  )
}

interface GoodsTileProps {
  goods: Goods
  quantity: number
  isLocked: boolean
  onChange: (quantity: number) => void
}

function GoodsTile({ goods, quantity, isLocked, onChange }: GoodsTileProps) {
  const { t } = useTranslation('redeem')
  const { name, unit, points, stock, lowStock } = goods
  const word = stock === 0 ? 'soldOut' : stock <= lowStock ? 'low' : 'stock'
  return (
    <li className="redeem-tile" data-chosen={quantity > 0} data-sold-out={stock === 0}>
      <strong>{name}</strong>
      <span className="redeem-price num">{t('price', { points: grouped(points), unit })}</span>
      <span className="redeem-quiet num">{t(`stock.${word}`, { stock, unit })}</span>
      <div className="redeem-stepper">
        <Button
          icon={<MinusOutlined />}
          aria-label={t('less', { name })}
          disabled={isLocked || quantity === 0}
          onClick={() => onChange(quantity - 1)}
        />
        <output className="num" aria-label={t('quantityOf', { name })}>
          {quantity}
        </output>
        <Button
          icon={<PlusOutlined />}
          aria-label={t('more', { name })}
          disabled={isLocked || quantity >= stock}
          onClick={() => onChange(quantity + 1)}
        />
      </div>
    </li>
  )
}
