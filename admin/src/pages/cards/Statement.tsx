import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
import { Hash } from './Hash'
import { StatementLine } from './StatementLine'
import { STATEMENT_PAGE_SIZE, statementQuery } from './requests'

/** Every entry of a card's account, the latest first, with the hash that chains them. */
export function Statement({ number }: { number: string }) {
  const { t } = useTranslation(['cards', 'common'])
  const [params, setParams] = useSearchParams()
  const page = Math.max(1, Number(params.get('page') ?? 1) || 1)
  const statement = useQuery({ ...statementQuery(number, page), placeholderData: keepPreviousData })
  const total = statement.data?.meta.pagination.total ?? 0
  return (
    <section aria-label={t('statement.title')}>
      <h2 className="cards-heading">{t('statement.title')}</h2>
      {statement.isPending && <RowsSkeleton />}
      <RefusalAlert
        error={statement.error}
        namespace={['cards', 'scoring']}
        action={<Button onClick={() => void statement.refetch()}>{t('common:action.retry')}</Button>}
      />
      {statement.data?.data.length === 0 && <EmptyState title={t('statement.none')} hint={t('statement.noneHint')} />}
      <ol className="cards-statement">
        {(statement.data?.data ?? []).map((entry) => (
          <StatementLine key={entry.sequence} entry={entry} />
        ))}
      </ol>
      {total > STATEMENT_PAGE_SIZE && (
        <Pager
          align="end"
          current={page}
          pageSize={STATEMENT_PAGE_SIZE}
          total={total}
          showTotal={(count) => t('common:search.total', { count })}
          onChange={(next) => setParams(next === 1 ? {} : { page: String(next) })}
          style={{ marginTop: 12 }}
        />
      )}
      {statement.data !== undefined && total > 0 && (
        <p className="cards-quiet cards-head-hash">
          {t('statement.head')} <Hash value={statement.data.meta.head} />
        </p>
      )}
    </section>
  )
}
