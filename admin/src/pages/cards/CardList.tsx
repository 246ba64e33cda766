import { PrinterOutlined } from '@ant-design/icons'
import type { Card } from '@practice/scoring/contracts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useMe } from '../../app/me'
import { DataTable } from '../../components/DataTable'
import type { Column } from '../../components/DataTable'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
import { SearchInput } from '../../components/SearchInput'
import { useIsPhone } from '../../components/useIsPhone'
import { CardStateTag } from '../../scoring/card-search/CardStateTag'
import { Chooser } from '../../scoring/record-view/Chooser'
import { pointsListQuery } from '../../scoring/record-view/requests'
import { grouped } from '../../scoring/words/points'
import { OpenCards } from './OpenCards'
import { CARD_STATES, filtersOf, stateOf } from './card-filters'

const PAGE_SIZE = 20

/** The cards that one may see, searched and paged by the server; search and page are in the address. */
export function CardList() {
  const { t } = useTranslation(['cards', 'scoring', 'common'])
  const { role, site } = useMe()
  const [params, setParams] = useSearchParams()
  const text = params.get('q') ?? ''
  const state = stateOf(params.get('state'))
  const page = Math.max(1, Number(params.get('page') ?? 1) || 1)
  const filters = filtersOf(text, state, site?.code ?? null)
  const cards = useQuery({
    ...pointsListQuery<Card>('/cards', { filters, sort: ['number'], page, pageSize: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  })
  const rows = cards.data?.rows ?? []
  const columns = useColumns()
  const change = (part: Record<string, string | null>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        next.delete('page')
        for (const [key, value] of Object.entries(part)) {
          if (value === null || value === '') next.delete(key)
          else next.set(key, value)
        }
        return next
      },
      { replace: true },
    )

  return (
    <div className="cards">
      <PageHeader
        title={t('title')}
        actions={
          role === 'village-admin' && (
            <>
              <Link to="/cards/print">
                <Button icon={<PrinterOutlined />}>{t('print.link')}</Button>
              </Link>
              <OpenCards />
            </>
          )
        }
      />
      <Flex wrap gap={8} className="cards-filters">
        <SearchInput label={t('search')} value={text} onSearch={(q) => change({ q })} style={{ maxWidth: 320 }} />
        <Chooser
          label={t('allStates')}
          value={state}
          options={CARD_STATES.map((value) => ({ value, label: t(`scoring:cardState.${value}`) }))}
          onChange={(chosen) => change({ state: chosen })}
        />
      </Flex>
      {cards.isPending && <RowsSkeleton />}
      <RefusalAlert
        error={cards.error}
        namespace="scoring"
        action={<Button onClick={() => void cards.refetch()}>{t('common:action.retry')}</Button>}
      />
      {cards.isSuccess && rows.length === 0 && (
        <EmptyState
          title={t(text === '' && state === null ? 'none' : 'noneFound')}
          {...(text === '' && state === null && role === 'village-admin' ? { hint: t('noneHint') } : {})}
        />
      )}
      {rows.length > 0 && <DataTable label={t('title')} columns={columns} rows={rows} keyOf={({ number }) => number} />}
      {(cards.data?.total ?? 0) > PAGE_SIZE && (
        <Pager
          align="end"
          current={page}
          pageSize={PAGE_SIZE}
          total={cards.data?.total ?? 0}
          showTotal={(count) => t('common:search.total', { count })}
          onChange={(next) => change({ page: next === 1 ? null : String(next) })}
          style={{ marginTop: 12 }}
        />
      )}
    </div>
  )
}

function useColumns(): Column<Card>[] {
  const { t } = useTranslation('cards')
  const isVillage = useMe().site?.tier === 'village'
  const isPhone = useIsPhone()
  return [
    {
      key: 'holder',
      title: t('holder'),
      render: ({ number, holder }) => (
        <Link to={`/cards/${number}`} className="cards-name">
          {holder.name} <span className="cards-quiet num">{number}</span>
        </Link>
      ),
    },
    ...(isVillage ? [] : [{ key: 'site', title: t('site'), render: ({ site }: Card) => site.name }]),
    { key: 'state', title: t('state'), render: ({ state }) => <CardStateTag state={state} /> },
    { key: 'balance', title: t('balance'), isNumber: true, render: ({ balance }) => grouped(balance) },
    ...(isPhone
      ? []
      : [
          {
            key: 'onNotice',
            title: t('onTheWay'),
            isNumber: true,
            render: ({ onNotice, held }: Card) => grouped(onNotice + held),
          },
          {
            key: 'earned',
            title: t('earned'),
            isNumber: true,
            render: ({ earnedThisYear }: Card) => grouped(earnedThisYear),
          },
        ]),
  ]
}
