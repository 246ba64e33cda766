import type { PublicStatement } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'

interface BalanceProps extends Pick<PublicStatement, 'number' | 'site' | 'balance' | 'onNotice' | 'held' | 'state'> {
  holder: string
  more?: string
}

/** A card: what it has, what is on its way to it, and whose it is. */
export function Balance({ number, site, balance, onNotice, held, state, holder, more }: BalanceProps) {
  const { t } = useTranslation('resident')
  const facts = [
    onNotice > 0 && t('card.onNotice', { count: onNotice }),
    held > 0 && t('card.held', { count: held }),
    more,
  ].filter((fact): fact is string => typeof fact === 'string')
  return (
    <div className="my-balance">
      <p className="my-points">
        <span className="num">{balance}</span> {t('card.points')}
      </p>
      {facts.length > 0 && <p>{facts.join(t('form.separator'))}</p>}
      <p className="my-quiet">
        {t('card.whose', { holder, site: site.name })}
        <br />
        <span className="num">{number}</span>
      </p>
      {state !== 'active' && <p className="my-mark my-overdue">{t(`card.state.${state}`)}</p>}
    </div>
  )
}
