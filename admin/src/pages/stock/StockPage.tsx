import type { Shop } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { NavLink, useParams, useSearchParams } from 'react-router'
import { shopsQuery } from '../../api/shops'
import { useMe } from '../../app/me'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { Chooser } from '../../scoring/record-view/Chooser'
import { GoodsPane } from './GoodsPane'
import { Movements } from './Movements'
import { NewShop, ShopActions } from './ShopActions'
import { Redemptions } from './Redemptions'
import { Settlements } from './Settlements'
import './stock.css'

const PARTS = ['goods', 'movements', 'redemptions', 'settlements'] as const
type Part = (typeof PARTS)[number]

/** A shop: its goods and their stock, every movement of it, what was redeemed, and how its days were settled. */
export default function StockPage() {
  const { t } = useTranslation(['stock', 'common'])
  const { part: asked } = useParams()
  const [params, setParams] = useSearchParams()
  const shops = useQuery(shopsQuery())
  const part = PARTS.find((known) => known === asked) ?? 'goods'
  const list = shops.data ?? []
  const chosen = list.find(({ code }) => code === params.get('shop')) ?? null
  // What was redeemed is also looked at for a whole town; everything else belongs to one shop.
  const shop = chosen ?? (part === 'redemptions' && list.length > 1 ? null : (list[0] ?? null))
  const choose = (code: string | null) => setParams(code === null ? {} : { shop: code })
  if (shops.data === undefined) {
    return shops.isPending ? (
      <PageSkeleton />
    ) : (
      <RefusalAlert
        error={shops.error}
        action={<Button onClick={() => void shops.refetch()}>{t('common:action.retry')}</Button>}
      />
    )
  }
  if (list.length === 0) return <NoShop />
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={shop === null ? t('allShops') : shopLine(shop, t('closed'))}
        actions={
          <>
            {list.length > 1 && (
              <Chooser
                label={t(part === 'redemptions' ? 'allShops' : 'shop')}
                value={shop?.code ?? null}
                options={list.map(({ code, name, site }) => ({ value: code, label: `${site.name} · ${name}` }))}
                onChange={choose}
              />
            )}
            {shop !== null && <ShopActions shop={shop} />}
          </>
        }
      />
      <Parts shop={chosen} />
      <PartPane part={part} shop={shop} site={params.get('site')} />
    </>
  )
}

function shopLine({ name, site, active }: Shop, closed: string): string {
  return [name, site.name, ...(active ? [] : [closed])].join(' · ')
}

function Parts({ shop }: { shop: Shop | null }) {
  const { t } = useTranslation('stock')
  const query = shop === null ? '' : `?shop=${encodeURIComponent(shop.code)}`
  return (
    <nav className="stock-parts" aria-label={t('parts')}>
      {PARTS.map((part) => (
        <NavLink key={part} to={`/stock${part === 'goods' ? '' : `/${part}`}${query}`} end={part === 'goods'}>
          {t(`part.${part}`)}
        </NavLink>
      ))}
    </nav>
  )
}

function PartPane({ part, shop, site }: { part: Part; shop: Shop | null; site: string | null }) {
  if (part === 'redemptions') return <Redemptions shop={shop?.code ?? null} site={site} />
  if (shop === null) return null
  if (part === 'movements') return <Movements key={shop.code} shop={shop} />
  if (part === 'settlements') return <Settlements key={shop.code} shop={shop} />
  return <GoodsPane key={shop.code} shop={shop} />
}

function NoShop() {
  const { t } = useTranslation('stock')
  const me = useMe()
  const isKeeper = me.role === 'village-admin'
  return (
    <Flex vertical>
      <PageHeader title={t('title')} />
      <EmptyState
        title={t('noShop.title')}
        hint={t(isKeeper ? 'noShop.hint' : 'noShop.hintOthers')}
        action={isKeeper && <NewShop />}
      />
    </Flex>
  )
}
