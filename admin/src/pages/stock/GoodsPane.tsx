import { PlusOutlined } from '@ant-design/icons'
import type { Goods, Shop } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Typography } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goodsQuery } from '../../api/shops'
import { DataTable } from '../../components/DataTable'
import type { Column } from '../../components/DataTable'
import { EmptyState } from '../../components/EmptyState'
import { Opening } from '../../components/Opening'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { grouped, yuanOf } from '../../scoring/words/points'
import { GoodsActions } from './GoodsActions'
import { StockTag } from './StockTag'
import { inOrderOfNeed, shortOf } from './goods-list'

const GoodsDialog = lazy(() => import('./GoodsDialog').then((module) => ({ default: module.GoodsDialog })))

/** The goods of a shop, those that run out first. */
export function GoodsPane({ shop }: { shop: Shop }) {
  const { t } = useTranslation(['stock', 'common'])
  const goods = useQuery(goodsQuery(shop.code))
  const [isAdding, setIsAdding] = useState(false)
  const rows = inOrderOfNeed(goods.data ?? [])
  const add = shop.allowed.includes('goods') && (
    <Button icon={<PlusOutlined />} onClick={() => setIsAdding(true)}>
      {t('goods.add')}
    </Button>
  )
  return (
    <Flex vertical gap={12}>
      {goods.isPending && <RowsSkeleton />}
      <RefusalAlert
        error={goods.error}
        action={
          <Button size="small" onClick={() => void goods.refetch()}>
            {t('common:action.retry')}
          </Button>
        }
      />
      {goods.isSuccess && rows.length === 0 && (
        <EmptyState title={t('goods.none')} hint={t('goods.noneHint')} action={add} />
      )}
      {rows.length > 0 && (
        <>
          <Flex wrap gap={8} justify="space-between" align="center">
            <Typography.Text role="status">
              {shortOf(rows) === 0 ? t('goods.enough') : t('goods.short', { count: shortOf(rows) })}
            </Typography.Text>
            {add}
          </Flex>
          <GoodsTable shop={shop} rows={rows} />
        </>
      )}
      {isAdding && (
        <Opening>
          <GoodsDialog shop={shop} goods={null} onClose={() => setIsAdding(false)} />
        </Opening>
      )}
    </Flex>
  )
}

function GoodsTable({ shop, rows }: { shop: Shop; rows: readonly Goods[] }) {
  const { t } = useTranslation(['stock', 'scoring'])
  const columns: Column<Goods>[] = [
    {
      key: 'name',
      title: t('field.name'),
      render: ({ name, code }) => (
        <>
          {name} <span className="stock-quiet num">{code.replace(`${shop.code}-`, '')}</span>
        </>
      ),
    },
    { key: 'stock', title: t('field.stock'), isNumber: true, render: (goods) => <StockTag goods={goods} /> },
    {
      key: 'points',
      title: t('field.points'),
      isNumber: true,
      render: ({ points, unit }) => t('goods.price', { points: grouped(points), unit }),
    },
    {
      key: 'cost',
      title: t('field.cost'),
      isNumber: true,
      isWideOnly: true,
      render: ({ costFen }) => (costFen === null ? t('goods.noCost') : t('yuan', { yuan: yuanOf(costFen) })),
    },
    {
      key: 'lowStock',
      title: t('field.lowStock'),
      isNumber: true,
      isWideOnly: true,
      render: ({ lowStock }) => lowStock,
    },
    {
      key: 'state',
      title: t('field.state'),
      isWideOnly: true,
      render: ({ active }) => t(active ? 'goods.sold' : 'goods.notSold'),
    },
    {
      key: 'act',
      title: t('field.act'),
      isNumber: true,
      render: (goods) => <GoodsActions shop={shop} goods={goods} />,
    },
  ]
  return <DataTable label={t('part.goods')} columns={columns} rows={rows} keyOf={({ code }) => code} />
}
