import type { StatementEntry } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { When } from '../../components/When'
import { EvidenceGallery } from '../../scoring/evidence/EvidenceGallery'
import { Points } from '../../scoring/record-view/Points'
import { usePersonName } from '../../scoring/words/person'
import { grouped } from '../../scoring/words/points'
import { Hash } from './Hash'

/** One entry: what for, how much, what was then on the card, who, and the proof. */
export function StatementLine({ entry }: { entry: StatementEntry }) {
  const { t } = useTranslation(['cards', 'scoring', 'common'])
  const nameOf = usePersonName()
  const { kind, rule, quantity, goods, evidence, reason } = entry
  const goodsText = goods
    .map(({ name, quantity: count }) => t('statement.goods', { name, count }))
    .join(t('common:form.listSeparator'))
  return (
    <li className="cards-entry">
      <div className="cards-entry-row">
        <div>
          <strong>{rule?.name ?? t(`scoring:transferKind.${kind}`)}</strong>
          {quantity !== null && quantity > 1 && <span className="num"> {t('statement.times', { quantity })}</span>}
          <div className="cards-quiet">
            {rule !== null && `${t(`scoring:transferKind.${kind}`)} · `}
            <When at={entry.at} withTime />
            {entry.document !== null && <span className="num"> · {entry.document}</span>}
          </div>
        </div>
        <div className="cards-entry-figures">
          <Points points={entry.change} />
          <span className="cards-quiet num">{t('statement.balance', { balance: grouped(entry.balance) })}</span>
        </div>
      </div>
      {goodsText !== '' && <p>{goodsText}</p>}
      {reason !== null && <p>{t('statement.reason', { reason })}</p>}
      {evidence.length > 0 && <EvidenceGallery files={evidence} isSmall />}
      <p className="cards-quiet cards-entry-proof">
        <span>{t('statement.who', { name: nameOf(entry.who) })}</span>
        <Hash value={entry.hash} />
      </p>
    </li>
  )
}
