import {
  DesktopOutlined,
  FormOutlined,
  GiftOutlined,
  IdcardOutlined,
  NotificationOutlined,
  PlusSquareOutlined,
  ProfileOutlined,
  ShopOutlined,
  StarOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Flex } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pointsSummaryQuery } from '../../../api/points'
import { goodsQuery, shopsQuery } from '../../../api/shops'
import { summaryQuery } from '../../../orders/queries'
import { countOf } from '../../desk/queue'
import { OrderLines } from '../../../orders/OrderLines'
import { shortOf } from '../../stock/goods-list'

/** The village admin: today's work as large tiles, then the orders of the village that are still open. */
export default function VillageHome() {
  const { t } = useTranslation('home')
  const { data } = useQuery(summaryQuery())
  const count = (group: 'toDispatch' | 'toRate' | 'overdue') => (data === undefined ? null : countOf(group, data))
  return (
    <Flex vertical gap={16}>
      <nav className="tiles" aria-label={t('tiles')}>
        <Tile to="/record" icon={<PlusSquareOutlined />} name={t('tile.record')} hint={t('tile.recordHint')} isMain />
        <Tile to="/redeem" icon={<GiftOutlined />} name={t('tile.redeem')} hint={t('tile.redeemHint')} />
        <Tile to="/place" icon={<FormOutlined />} name={t('tile.place')} hint={t('tile.placeHint')} />
        <PointsTiles />
        <Tile
          to="/desk?group=toDispatch"
          icon={<DesktopOutlined />}
          name={t('tile.desk')}
          hint={t('tile.toDispatch', { count: count('toDispatch') ?? 0 })}
        />
        <Tile
          to="/desk?group=toRate"
          icon={<StarOutlined />}
          name={t('tile.rate')}
          hint={t('tile.toRate', { count: count('toRate') ?? 0 })}
        />
        <Tile
          to="/desk?group=overdue"
          icon={<WarningOutlined />}
          name={t('tile.overdue')}
          hint={t('tile.late', { count: count('overdue') ?? 0 })}
        />
      </nav>
      <OrderLines
        title={t('village.open')}
        filters={[{ field: 'state', operator: 'nin', value: ['rated', 'archived', 'cancelled'] }]}
        empty={t('village.none')}
        emptyHint={t('village.noneHint')}
        all="/desk?group=all"
      />
    </Flex>
  )
}

/** What of points is looked after beside recording and redeeming, each with what it says now. */
function PointsTiles() {
  const { t } = useTranslation('home')
  const points = useQuery(pointsSummaryQuery())
  const shops = useQuery(shopsQuery())
  const goods = useQuery(goodsQuery(shops.data?.[0]?.code ?? null))
  const { cards = 0, waiting } = points.data ?? {}
  return (
    <>
      <Tile
        to="/records?state=recorded"
        icon={<ProfileOutlined />}
        name={t('tile.records')}
        hint={t('tile.recorded', { count: waiting?.recorded ?? 0 })}
      />
      <Tile
        to="/notices"
        icon={<NotificationOutlined />}
        name={t('tile.notice')}
        hint={t('tile.noticed', { count: waiting?.noticed ?? 0 })}
      />
      <Tile to="/cards" icon={<IdcardOutlined />} name={t('tile.cards')} hint={t('tile.cardCount', { count: cards })} />
      <Tile
        to="/stock"
        icon={<ShopOutlined />}
        name={t('tile.stock')}
        hint={shops.data?.length === 0 ? t('tile.noShop') : t('tile.short', { count: shortOf(goods.data ?? []) })}
      />
    </>
  )
}

interface TileProps {
  to: string
  icon: ReactNode
  name: string
  hint: string
  isMain?: boolean
}

function Tile({ to, icon, name, hint, isMain = false }: TileProps) {
  return (
    <Link to={to} className="tile" data-main={isMain}>
      {icon}
      <strong>{name}</strong>
      <span className="num">{hint}</span>
    </Link>
  )
}
