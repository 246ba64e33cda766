import { useQuery } from '@tanstack/react-query'
import { parentOf } from '@practice/kernel'
import { Button, Flex, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { sitesQuery } from '../../api/directory'
import type { SiteRow } from '../../api/directory'
import { useMe } from '../../app/me'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsPhone } from '../../components/useIsPhone'
import { OfferingsBoard } from './OfferingsBoard'
import type { Column } from './matrix-model'

/** The site that is set up, with the sites right below it: villages of a town, or towns of the district. */
function columnsOf(site: SiteRow, sites: readonly SiteRow[]): Column[] {
  const below = sites.filter(({ code }) => parentOf(code) === site.code)
  return [site, ...below].map(({ code, name }, index) => ({ code, name, isOwn: index === 0 }))
}

/** Which service items each site offers: the town officer's villages, the dispatcher's district or one of its towns. */
export default function OfferingsPage() {
  const { t } = useTranslation('offerings')
  const me = useMe()
  const [params, setParams] = useSearchParams()
  const { data: sites, error, refetch } = useQuery(sitesQuery())
  const wanted = params.get('site') ?? me.site?.code
  const site = sites?.find(({ code, tier }) => code === wanted && (tier === 'center' || tier === 'town'))
  const columns = useMemo(() => (site === undefined ? [] : columnsOf(site, sites ?? [])), [site, sites])
  const pickable = (sites ?? []).filter(({ tier }) => tier === 'center' || tier === 'town')
  const parentCode = site === undefined ? null : parentOf(site.code)
  const parentName = sites?.find(({ code }) => code === parentCode)?.name ?? t('field.catalogue')
  const isSettingPage = useIsPhone() && params.has('item')
  const mayPick = me.site?.tier === 'center' && pickable.length > 1

  const picker = mayPick && (
    <Select
      showSearch
      optionFilterProp="label"
      aria-label={t('pick')}
      value={site?.code ?? null}
      style={{ minWidth: 200 }}
      options={pickable.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(code) => setParams(code === me.site?.code ? {} : { site: code ?? '' })}
    />
  )

  return (
    <>
      {!isSettingPage && (
        <PageHeader
          title={t('title')}
          hint={site === undefined ? undefined : t('hint', { site: site.name, count: columns.length - 1 })}
          actions={picker === false ? undefined : picker}
        />
      )}
      {error !== null && (
        <RefusalAlert
          error={error}
          action={<Button onClick={() => void refetch()}>{t('common:action.retry')}</Button>}
        />
      )}
      {sites === undefined && error === null && <RowsSkeleton />}
      {sites !== undefined && site === undefined && (
        <EmptyState title={t('noSite')} hint={t('noSiteHint')} action={<Flex>{picker}</Flex>} />
      )}
      {site !== undefined && (
        <OfferingsBoard key={site.code} columns={columns} parentCode={parentCode} parentName={parentName} />
      )}
    </>
  )
}
