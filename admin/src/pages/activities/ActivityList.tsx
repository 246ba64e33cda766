import { useList } from '@refinedev/core'
import type { CrudFilter } from '@refinedev/core'
import { rangeOf } from '@practice/kernel'
import { keepPreviousData } from '@tanstack/react-query'
import { Button, Flex, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useMe } from '../../app/me'
import { DataTable } from '../../components/DataTable'
import type { Column } from '../../components/DataTable'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
import { SearchInput } from '../../components/SearchInput'
import { When } from '../../components/When'
import { SiteSelect } from '../../directory/SiteSelect'
import { useSiteName } from '../../directory/names'
import { useAddressParam } from '../../scoring/record-view/useAddressParam'
import { useNow } from '../../time/useTime'
import { PhaseTag } from './PhaseTag'
import { PHASES, POPULATE, filtersOfPhase, phaseOf } from './activity'
import type { ActivityRow, Phase } from './activity'

const PAGE_SIZE = 20
/** Phases are asked for by the minute: a request for each tick of the clock would find nothing else. */
const STEP_MS = 60_000

/** Activities by phase, place and words, those that start last first. */
export function ActivityList({ addressOf }: { addressOf: (documentId: string) => string }) {
  const { t } = useTranslation(['activities', 'common'])
  const me = useMe()
  const now = Math.floor(useNow() / STEP_MS) * STEP_MS
  const [params, setParams] = useSearchParams()
  const [asked, setPhase] = useAddressParam<Phase>('when')
  const [site, setSite] = useAddressParam<string>('site')
  const [searched, setSearched] = useAddressParam<string>('q')
  const page = Math.max(1, Number(params.get('page') ?? 1) || 1)
  const phase = PHASES.find((known) => known === asked) ?? null
  const columns = useColumns(addressOf, now)
  const { result, query } = useList<ActivityRow>({
    resource: 'activities',
    pagination: { currentPage: page, pageSize: PAGE_SIZE },
    sorters: [{ field: 'startsAt', order: phase === 'upcoming' ? 'asc' : 'desc' }],
    filters: [...filtersOfPhase(phase, now), ...filtersOfSite(site), ...filtersOfSearch(searched)],
    meta: { populate: POPULATE },
    queryOptions: { placeholderData: keepPreviousData },
  })
  const turn = (next: number) =>
    setParams((before) => {
      const after = new URLSearchParams(before)
      after.set('page', String(next))
      return after
    })
  return (
    <Flex vertical gap={12}>
      <Flex wrap gap={8} align="center">
        <Segmented
          aria-label={t('phase')}
          value={phase ?? 'all'}
          options={[
            { value: 'all', label: t('when.all') },
            ...PHASES.map((value) => ({ value, label: t(`when.${value}`) })),
          ]}
          onChange={(chosen) => setPhase(PHASES.find((known) => known === chosen) ?? null)}
        />
        <SearchInput
          label={t('search')}
          value={searched ?? ''}
          onSearch={(text) => setSearched(text.trim())}
          style={{ width: 220 }}
        />
        {me.site?.tier !== 'village' && (
          <SiteSelect isClearable label={t('field.site')} value={site} onChange={setSite} style={{ width: 200 }} />
        )}
      </Flex>
      {query.isLoading && <RowsSkeleton />}
      <RefusalAlert
        error={query.error}
        action={
          <Button size="small" onClick={() => void query.refetch()}>
            {t('common:action.retry')}
          </Button>
        }
      />
      {query.isSuccess && result.data.length === 0 && <EmptyState title={t('none')} hint={t('noneHint')} />}
      {result.data.length > 0 && (
        <DataTable label={t('title')} columns={columns} rows={result.data} keyOf={({ documentId }) => documentId} />
      )}
      {(result.total ?? 0) > PAGE_SIZE && (
        <Pager
          align="end"
          current={page}
          pageSize={PAGE_SIZE}
          total={result.total ?? 0}
          showTotal={(count) => t('common:search.total', { count })}
          onChange={turn}
        />
      )}
    </Flex>
  )
}

function filtersOfSite(site: string | null): CrudFilter[] {
  if (site === null) return []
  const { from, below } = rangeOf(site)
  return [
    { field: 'siteCode', operator: 'gte', value: from },
    { field: 'siteCode', operator: 'lt', value: below },
  ]
}

function filtersOfSearch(searched: string | null): CrudFilter[] {
  if (searched === null || searched === '') return []
  const value = ['title', 'place', 'code'].map((field) => ({ field, operator: 'contains' as const, value: searched }))
  return [{ operator: 'or', value }]
}

function useColumns(addressOf: (documentId: string) => string, now: number): Column<ActivityRow>[] {
  const { t } = useTranslation(['activities', 'scoring', 'common'])
  const siteName = useSiteName()
  return [
    {
      key: 'title',
      title: t('field.title'),
      render: ({ documentId, title }) => <Link to={addressOf(documentId)}>{title}</Link>,
    },
    { key: 'phase', title: t('phase'), render: (row) => <PhaseTag phase={phaseOf(row, now)} /> },
    { key: 'startsAt', title: t('field.startsAt'), render: ({ startsAt }) => <When at={startsAt} withTime /> },
    { key: 'site', title: t('field.site'), render: ({ siteCode }) => siteName(siteCode) },
    { key: 'place', title: t('field.place'), isWideOnly: true, render: ({ place }) => place ?? t('common:none') },
    {
      key: 'theme',
      title: t('field.theme'),
      isWideOnly: true,
      render: ({ theme }) => (theme === null ? t('common:none') : t(`scoring:themeShort.${theme.code}`)),
    },
    {
      key: 'code',
      title: t('field.code'),
      isWideOnly: true,
      render: ({ code }) => (
        <span className="num" style={{ color: 'var(--text-quiet)', whiteSpace: 'nowrap' }}>
          {code}
        </span>
      ),
    },
  ]
}
