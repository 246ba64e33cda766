import type { Card } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { BrandMark } from '../../components/BrandMark'
import { QrCode } from '../../scoring/receipt/QrCode'
import { cardAddress } from '../../scoring/scan/parse-scan'

/** A card as it is cut out of the sheet: whose it is, its number, its code, its village. */
export function PrintedCard({ card }: { card: Card }) {
  const { t } = useTranslation('cards')
  const { number, holder, site, token } = card
  return (
    <article className="printed-card">
      <header>
        <BrandMark size={20} />
        <span>{t('print.card', { site: site.name })}</span>
      </header>
      <div className="printed-card-body">
        <div>
          <strong>{holder.name}</strong>
          <span className="num">{number}</span>
          <small>{t('print.keep')}</small>
        </div>
        {token !== null && <QrCode text={cardAddress(token)} label={t('print.code', { number })} size="28mm" />}
      </div>
    </article>
  )
}
