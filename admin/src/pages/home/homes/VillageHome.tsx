import {
  DesktopOutlined,
  FormOutlined,
  GiftOutlined,
  PlusSquareOutlined,
  StarOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Flex } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { summaryQuery } from '../../../orders/queries'
import { countOf } from '../../desk/queue'
import { OrderLines } from '../../../orders/OrderLines'

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
