import { useQuery } from '@tanstack/react-query'
import { Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { pointsSummaryQuery } from '../../api/points'
import { useMe } from '../../app/me'
import { PageHeader } from '../../components/PageHeader'
import { RefusalAlert } from '../../components/RefusalAlert'
import { grouped } from '../../scoring/words/points'
import { CloseCard } from './CloseCard'
import { StatementCard } from './StatementCard'
import { Transfers } from './Transfers'
import { VerifyCard } from './VerifyCard'
import '../../scoring/record-view/record-view.css'
import './ledger.css'

/** The ledger: how it stands, whether it is sound, what is due to be posted, and every movement of points. */
export default function LedgerPage() {
  const { t } = useTranslation('ledger')
  const { site, role } = useMe()
  return (
    <Flex vertical gap={16}>
      <div>
        <PageHeader title={t('title')} hint={t('hint')} />
        <SummaryLine />
      </div>
      <div className="ledger-cards">
        <VerifyCard site={site?.code ?? null} />
        <Flex vertical gap={16}>
          {role === 'points-supervisor' && site !== null && <CloseCard site={site.code} />}
          <StatementCard />
        </Flex>
      </div>
      <section>
        <h2 className="ledger-heading">{t('transfers.title')}</h2>
        <Transfers />
      </section>
    </Flex>
  )
}

/** How much was issued, redeemed and lapsed in twelve months, and what cards hold now against the budget. */
function SummaryLine() {
  const { t } = useTranslation('ledger')
  const summary = useQuery(pointsSummaryQuery())
  if (summary.data === undefined) return <RefusalAlert error={summary.error} namespace="scoring" />
  const { issued, redeemed, lapsed, outstanding, budget } = summary.data
  const figures = [
    { name: t('summary.issued'), value: grouped(issued) },
    { name: t('summary.redeemed'), value: grouped(redeemed) },
    { name: t('summary.lapsed'), value: grouped(lapsed) },
    { name: t('summary.outstanding'), value: grouped(outstanding) },
    ...(budget === null ? [] : [{ name: t('summary.budget'), value: grouped(budget.points) }]),
  ]
  return (
    <dl className="ledger-facts">
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
