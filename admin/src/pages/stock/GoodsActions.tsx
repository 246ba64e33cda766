import { DownOutlined } from '@ant-design/icons'
import type { Goods, Shop } from '@practice/scoring/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown, Flex } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { updateGoods } from '../../api/shops'
import { Opening } from '../../components/Opening'
import { useRefusalText } from '../../components/useRefusalText'
import { refreshPoints } from '../../scoring/record-view/requests'

const GoodsDialog = lazy(() => import('./GoodsDialog').then((module) => ({ default: module.GoodsDialog })))
const StockDialog = lazy(() => import('./StockDialog').then((module) => ({ default: module.StockDialog })))

type Dialog = 'restock' | 'correction' | 'edit'

/** What can be done with goods: buying more is the main thing, the rest is in a menu. */
export function GoodsActions({ shop, goods }: { shop: Shop; goods: Goods }) {
  const { t } = useTranslation(['stock', 'common'])
  const { message } = App.useApp()
  const client = useQueryClient()
  const navigate = useNavigate()
  const textOf = useRefusalText('stock')
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const close = () => setDialog(null)
  const turning = useMutation({
    mutationFn: () => updateGoods(goods.code, goods.version, { active: !goods.active }),
    onSuccess: () => void message.success(t(goods.active ? 'goods.stopped' : 'goods.resumed', { name: goods.name })),
    onError: (error) => void message.error(textOf(error)),
    onSettled: () => void refreshPoints(client),
  })
  const mayMove = shop.allowed.includes('stock')
  const mayEdit = shop.allowed.includes('goods')
  const items = [
    ...(mayMove ? [{ key: 'correction', label: t('move.correction') }] : []),
    ...(mayEdit ? [{ key: 'edit', label: t('goods.edit') }] : []),
    ...(mayEdit ? [{ key: 'turn', label: t(goods.active ? 'goods.stop' : 'goods.resume') }] : []),
    { key: 'movements', label: t('goods.movements') },
  ]

  function act(key: string): void {
    if (key === 'correction' || key === 'edit') setDialog(key)
    if (key === 'turn') turning.mutate()
    if (key === 'movements') void navigate(`/stock/movements?shop=${shop.code}&goods=${goods.code}`)
  }

  return (
    <Flex gap={8} justify="end">
      {mayMove && (
        <Button onClick={() => setDialog('restock')} aria-label={t('move.restockOf', { name: goods.name })}>
          {t('move.restock')}
        </Button>
      )}
      <Dropdown autoFocus trigger={['click']} menu={{ items, onClick: ({ key }) => act(key) }}>
        <Button
          icon={<DownOutlined />}
          loading={turning.isPending}
          aria-label={t('goods.more', { name: goods.name })}
        />
      </Dropdown>
      {dialog !== null && (
        <Opening>
          {dialog === 'edit' ? (
            <GoodsDialog shop={shop} goods={goods} onClose={close} />
          ) : (
            <StockDialog shop={shop} goods={goods} kind={dialog} onClose={close} />
          )}
        </Opening>
      )}
    </Flex>
  )
}
