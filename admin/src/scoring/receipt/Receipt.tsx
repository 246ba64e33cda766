import type { Redemption } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { TIME_ZONE } from '../../time/describe'
import { grouped } from '../words/points'
import { QrCode } from './QrCode'
import { widthOf } from './paper'
import type { Paper } from './paper'
import './receipt.css'

/** A redemption as the paper that its holder takes home. */
export function Receipt({ redemption, paper }: { redemption: Redemption; paper: Paper }) {
  const { t } = useTranslation('redeem')
  const { card, shop, site } = redemption
  return (
    <article className="receipt" style={{ width: widthOf(paper) }} aria-label={t('receipt.title')}>
      <header>
        <strong>{t('receipt.title')}</strong>
        <span>{site.name}</span>
        <span>{shop.name}</span>
      </header>
      {redemption.void !== null && (
        <p className="receipt-void">{t('receipt.voided', { reason: redemption.void.reason })}</p>
      )}
      <dl>
        <Fact name={t('receipt.number')} value={redemption.number} />
        <Fact name={t('receipt.at')} value={printedTime(redemption.at)} />
        <Fact name={t('receipt.holder')} value={card.holder} />
        <Fact name={t('receipt.card')} value={card.number} />
      </dl>
      <table>
        <tbody>
          {redemption.lines.map(({ goods, unit, quantity, points }) => (
            <tr key={goods.code}>
              <td>{goods.name}</td>
              <td className="num">{t('receipt.quantity', { quantity, unit })}</td>
              <td className="num">{grouped(points)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="receipt-sums">
        <Fact name={t('receipt.points')} value={t('points', { points: grouped(redemption.points) })} />
        <Fact name={t('receipt.balance')} value={t('points', { points: grouped(redemption.balanceAfter) })} />
      </dl>
      <div className="receipt-code">
        <QrCode text={redemption.receipt} label={t('receipt.code', { number: redemption.number })} size="26mm" />
        <span>{t('receipt.by', { name: redemption.who.name })}</span>
      </div>
    </article>
  )
}

/** Short enough for the narrowest roll: `2026-11-24 14:30`, on the clock of China. */
function printedTime(instant: string): string {
  const clock = { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'short' } as const
  return new Intl.DateTimeFormat('sv-SE', clock).format(Date.parse(instant))
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </div>
  )
}
