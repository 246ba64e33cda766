import type { Goods, Shop } from '@practice/scoring/contracts'
import { InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newIdempotencyKey } from '../../api/client'
import { moveStock } from '../../api/shops'
import { ReasonDialog } from '../../scoring/record-view/ReasonDialog'
import { canTake } from './goods-list'

const CHANGE_MAX = 100_000

interface StockDialogProps {
  shop: Shop
  goods: Goods
  kind: 'restock' | 'correction'
  onClose: () => void
}

/** Puts what was bought into stock, or takes off what is broken, expired or was counted wrongly. */
export function StockDialog({ shop, goods, kind, onClose }: StockDialogProps) {
  const { t } = useTranslation('stock')
  const field = useId()
  const [count, setCount] = useState<number | null>(null)
  const [key, setKey] = useState(newIdempotencyKey)
  const { name, unit, stock } = goods
  const isIn = kind === 'restock'
  const isReady = isIn ? count !== null && count >= 1 : canTake(stock, count)
  const after = stock + (isIn ? (count ?? 0) : -(count ?? 0))

  return (
    <ReasonDialog
      title={t(`move.${kind}Of`, { name })}
      verb={t(`move.${kind}`)}
      consequence={
        isReady
          ? t(`move.${kind}Consequence`, { count: count ?? 0, unit, after })
          : t('move.now', { stock, unit, name })
      }
      done={t(`move.${kind}Done`, { name, after, unit })}
      reasons={t(`move.${kind}Reasons`, { returnObjects: true }) as Record<string, string>}
      isReady={isReady}
      fields={(isAsked) => (
        <div>
          <label htmlFor={field}>{t(`move.${kind}Count`)}</label>
          <div style={{ marginTop: 4 }}>
            <InputNumber
              id={field}
              className="num"
              inputMode="numeric"
              min={1}
              max={isIn ? CHANGE_MAX : Math.max(1, stock)}
              precision={0}
              suffix={unit}
              value={count}
              status={isAsked && !isReady ? 'error' : ''}
              onChange={(next) => {
                setCount(next)
                // Another number is another request; the same one may be sent again without a second effect.
                setKey(newIdempotencyKey())
              }}
              style={{ width: 180 }}
            />
          </div>
          {isAsked && !isReady && (
            <div role="alert" style={{ color: 'var(--danger)', marginTop: 4 }}>
              {t(`missing.${kind}`, { stock, unit })}
            </div>
          )}
        </div>
      )}
      act={(reason) =>
        moveStock(shop.code, { goods: goods.code, change: isIn ? (count ?? 0) : -(count ?? 0), reason }, key)
      }
      onClose={onClose}
    />
  )
}
