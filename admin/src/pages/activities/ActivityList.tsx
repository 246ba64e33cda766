import type { CrudFilter } from '@refinedev/core'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import type { Column } from '../../components/DataTable'
import { SearchInput } from '../../components/SearchInput'
import { When } from '../../components/When'
import { DirectoryList } from '../../directory/DirectoryList'
import { SiteSelect } from '../../directory/SiteSelect'
import { useSiteName } from '../../directory/names'
import { siteFilters } from '../../lists/site-filters'
import { useFilter } from '../../lists/useListAddress'
import { useMoment } from '../../scoring/export/useMoment'
import { useAddressParam } from '../../scoring/record-view/useAddressParam'
import { useNow } from '../../time/useTime'
import { PhaseTag } from './PhaseTag'
import { PHASES, POPULATE, filtersOfPhase, phaseOf } from './activity'
import type { ActivityRow, Phase } from './activity'

/** Phases are asked for by the minute: a request for each tick of the clock would find nothing else. */
const STEP_MS = 60_000

/** Activities by phase, place and words, those that start last first. */
export function ActivityList({ addressOf }: { addressOf: (documentId: string) => string }) {
  const { t } = useTranslation(['activities', 'common'])
  const me = useMe()
  const now = Math.floor(useNow() / STEP_MS) * STEP_MS
  const [phase, setPhase] = useFilter<Phase>('when', PHASES)
  const [site, setSite] = useFilter<string>('site')
  const [searched, setSearched] = useAddressParam<string>('q')
  const columns = useColumns(addressOf, now)
  return (
    <DirectoryList<ActivityRow>
      resource="activities"
      label={t('title')}
      list="activities"
      columns={columns}
      sortBy="startsAt"
      sortOrder={phase === 'upcoming' ? 'asc' : 'desc'}
      filters={[...filtersOfPhase(phase, now), ...siteFilters(site), ...filtersOfSearch(searched)]}
      meta={{ populate: POPULATE }}
      nameOf={({ title }) => title}
      empty={t('none')}
      emptyHint={t('noneHint')}
      choosers={
        <>
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
        </>
      }
    />
  )
}

function filtersOfSearch(searched: string | null): CrudFilter[] {
  if (searched === null || searched === '') return []
  const value = ['title', 'place', 'code'].map((field) => ({ field, operator: 'contains' as const, value: searched }))
  return [{ operator: 'or', value }]
}

function useColumns(addressOf: (documentId: string) => string, now: number): Column<ActivityRow>[] {
  const { t } = useTranslation(['activities', 'scoring', 'common'])
  const siteName = useSiteName()
  const moment = useMoment()
  return [
    {
      key: 'title',
      title: t('field.title'),
      sortBy: 'title',
      text: ({ title }) => title,
      render: ({ documentId, title }) => <Link to={addressOf(documentId)}>{title}</Link>,
    },
    {
      key: 'phase',
      title: t('phase'),
      text: (row) => t(`when.${phaseOf(row, now)}`),
      render: (row) => <PhaseTag phase={phaseOf(row, now)} />,
    },
    {
      key: 'startsAt',
      title: t('field.startsAt'),
      sortBy: 'startsAt',
      text: ({ startsAt }) => moment(startsAt),
      render: ({ startsAt }) => <When at={startsAt} withTime />,
    },
    { key: 'site', title: t('field.site'), sortBy: 'siteCode', render: ({ siteCode }) => siteName(siteCode) },
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
      sortBy: 'code',
      text: ({ code }) => code,
      isWideOnly: true,
      render: ({ code }) => (
        <span className="num" style={{ color: 'var(--text-quiet)', whiteSpace: 'nowrap' }}>
          {code}
        </span>
      ),
    },
  ]
}
