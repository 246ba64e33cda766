import {
  CalendarOutlined,
  FormOutlined,
  GiftOutlined,
  NotificationOutlined,
  PlusSquareOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Flex } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pointsSummaryQuery } from '../../../api/points'
import { goodsQuery, shopsQuery } from '../../../api/shops'
import { FigureLink } from '../../../components/FigureLink'
import { summaryQuery } from '../../../orders/queries'
import { countOf } from '../../desk/queue'
import { OrderLines } from '../../../orders/OrderLines'
import { shortOf } from '../../stock/goods-list'
import { runningActivitiesQuery } from '../queries'

/** The village admin: today's work as large tiles, then what waits in the village, and its open orders. */
export default function VillageHome() {
  const { t } = useTranslation('home')
  return (
    <Flex vertical gap={16}>
      <Tiles />
      <p className="home-quiet">{t('tile.noSignIn')}</p>
      <Waiting />
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

function Tiles() {
  const { t } = useTranslation('home')
  const points = useQuery(pointsSummaryQuery())
  const activities = useQuery(runningActivitiesQuery())
  const noticed = points.data?.waiting.noticed
  const running = activities.data
  return (
    <nav className="tiles" aria-label={t('tiles')}>
      <Tile to="/record" icon={<PlusSquareOutlined />} name={t('tile.record')} hint={t('tile.recordHint')} isMain />
      <Tile to="/redeem" icon={<GiftOutlined />} name={t('tile.redeem')} hint={t('tile.redeemHint')} />
      <Tile to="/place" icon={<FormOutlined />} name={t('tile.place')} hint={t('tile.placeHint')} />
      <Tile
        to="/notices"
        icon={<NotificationOutlined />}
        name={t('tile.notice')}
        hint={noticed === undefined ? t('unknown') : t('tile.noticed', { count: noticed })}
      />
      <Tile
        to="/activities?when=running"
        icon={<CalendarOutlined />}
        name={t('tile.activities')}
        hint={running === undefined ? t('unknown') : t('tile.running', { count: running })}
      />
    </nav>
  )
}

/** What waits for somebody in the village, each figure a link to its rows. */
function Waiting() {
  const { t } = useTranslation('home')
  const { data } = useQuery(summaryQuery())
  const points = useQuery(pointsSummaryQuery())
  const shops = useQuery(shopsQuery())
  const goods = useQuery(goodsQuery(shops.data?.[0]?.code ?? null))
  const hasNoShop = shops.data?.length === 0
  return (
    <nav className="figures" aria-label={t('village.waiting')}>
      {(['overdue', 'toDispatch', 'toRate'] as const).map((group) => (
        <FigureLink
          key={group}
          label={t(`village.${group}`)}
          count={data === undefined ? null : countOf(group, data)}
          to={`/desk?group=${group}`}
          isLate={group === 'overdue'}
        />
      ))}
      <FigureLink
        label={t('village.recorded')}
        count={points.data?.waiting.recorded ?? null}
        to="/records?state=recorded"
      />
      <FigureLink label={t('village.held')} count={points.data?.waiting.held ?? null} to="/records?state=held" />
      {!hasNoShop && (
        <FigureLink
          label={t('village.short')}
          count={goods.data === undefined ? null : shortOf(goods.data)}
          to="/stock"
        />
      )}
    </nav>
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
