import type { Shop } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { shopsQuery } from '../../api/shops'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsPhone } from '../../components/useIsPhone'
import { useAddressParam } from '../../scoring/record-view/useAddressParam'
import { Movements } from '../stock/Movements'
import { Redemptions } from '../stock/Redemptions'
import { Settlements } from '../stock/Settlements'
import { CountForm } from './CountForm'
import '../../scoring/record-view/record-view.css'
import './stocktake.css'

const TABS = ['count', 'movements', 'redemptions', 'settlements'] as const
type Tab = (typeof TABS)[number]

/** A shop seen by whoever checks it: counting, what moved, what was redeemed and what was settled. */
export default function StocktakePage() {
  const { t } = useTranslation(['stocktake', 'common'])
  const isPhone = useIsPhone()
  const shops = useQuery(shopsQuery())
  const [shopCode, setShop] = useAddressParam<string>('shop')
  const [tabName, setTab] = useAddressParam<Tab>('tab')
  const tab = TABS.find((name) => name === tabName) ?? 'count'
  const shop = shops.data?.find(({ code }) => code === shopCode) ?? shops.data?.[0]
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          (shops.data ?? []).length > 1 && (
            <Select
              aria-label={t('shop')}
              value={shop?.code ?? null}
              options={(shops.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(code) => setShop(code)}
              style={{ minWidth: 200 }}
            />
          )
        }
      />
      {shops.data === undefined && shops.isPending && <PageSkeleton />}
      <RefusalAlert
        error={shops.data === undefined ? shops.error : null}
        namespace="scoring"
        action={
          <Button size="small" onClick={() => void shops.refetch()}>
            {t('common:action.retry')}
          </Button>
        }
      />
      {shops.isSuccess && shop === undefined && <EmptyState title={t('noShop')} hint={t('noShopHint')} />}
      {shop !== undefined && (
        <Flex vertical gap={16}>
          <div>
            <Segmented
              block={isPhone}
              aria-label={t('tabs')}
              value={tab}
              options={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
              onChange={(value) => setTab(value === 'count' ? null : value)}
            />
          </div>
          <Part key={`${shop.code}:${tab}`} shop={shop} tab={tab} />
        </Flex>
      )}
    </>
  )
}

function Part({ shop, tab }: { shop: Shop; tab: Tab }) {
  switch (tab) {
    case 'count':
      return <CountForm shop={shop} />
    case 'movements':
      return <Movements shop={shop} />
    case 'redemptions':
      return <Redemptions shop={shop.code} site={null} />
    case 'settlements':
      return <Settlements shop={shop} />
  }
}
