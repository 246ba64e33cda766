import type { Shop } from '@practice/scoring/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newIdempotencyKey } from '../../api/client'
import { ReasonDialog } from '../../scoring/record-view/ReasonDialog'
import { signed } from '../../scoring/words/points'
import type { CountedLine } from './count'
import { takeStock } from './requests'

interface ConfirmCountProps {
  shop: Shop
  lines: readonly CountedLine[]
  onClose: () => void
  onDone: () => void
}

/** The differences, before they become movements of the stock. */
export function ConfirmCount({ shop, lines, onClose, onDone }: ConfirmCountProps) {
  const { t } = useTranslation('stocktake')
  // One intention, however often it is tried.
  const [key] = useState(newIdempotencyKey)
  const differing = lines.filter(({ difference }) => difference !== 0)
  return (
    <ReasonDialog
      title={t('confirm.title', { shop: shop.name })}
      consequence={
        differing.length === 0 ? (
          t('confirm.same', { count: lines.length })
        ) : (
          <>
            <p style={{ marginTop: 0 }}>{t('confirm.differ', { count: differing.length, of: lines.length })}</p>
            <table className="shelf-differences">
              <thead>
                <tr>
                  <th scope="col">{t('confirm.goods')}</th>
                  <th scope="col" className="num">
                    {t('confirm.booked')}
                  </th>
                  <th scope="col" className="num">
                    {t('confirm.counted')}
                  </th>
                  <th scope="col" className="num">
                    {t('confirm.difference')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {differing.map(({ goods, name, booked, counted, difference }) => (
                  <tr key={goods}>
                    <td>{name}</td>
                    <td className="num">{booked}</td>
                    <td className="num">{counted}</td>
                    <td className="num">{signed(difference)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )
      }
      verb={t('confirm.verb')}
      done={t('confirm.done')}
      reasons={
        t(differing.length === 0 ? 'confirm.reasonsSame' : 'confirm.reasons', { returnObjects: true }) as Record<
          string,
          string
        >
      }
      label={t('confirm.reason')}
      act={(reason) =>
        takeStock(
          shop.code,
          lines.map(({ goods, counted }) => ({ goods, counted })),
          reason,
          key,
        )
      }
      onClose={onClose}
      onDone={onDone}
    />
  )
}
