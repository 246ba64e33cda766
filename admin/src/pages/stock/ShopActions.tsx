import { DownOutlined, PlusOutlined } from '@ant-design/icons'
import type { Shop } from '@practice/scoring/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createShop, updateShop } from '../../api/shops'
import { useMe } from '../../app/me'
import { Opening } from '../../components/Opening'
import { useRefusalText } from '../../components/useRefusalText'
import { refreshPoints } from '../../scoring/record-view/requests'

const ShopDialog = lazy(() => import('./ShopDialog').then((module) => ({ default: module.ShopDialog })))

/** Opens the first shop of one's own site. */
export function NewShop() {
  const { t } = useTranslation('stock')
  const me = useMe()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setIsOpen(true)}>
        {t('noShop.action')}
      </Button>
      {isOpen && (
        <Opening>
          <ShopDialog
            title={t('noShop.action')}
            name={t('shopName', { site: me.site?.name ?? '' })}
            save={(name) => createShop(name, me.site?.code ?? '')}
            onClose={() => setIsOpen(false)}
          />
        </Opening>
      )}
    </>
  )
}

/** Renames a shop, closes it, or opens it again. */
export function ShopActions({ shop }: { shop: Shop }) {
  const { t } = useTranslation(['stock', 'common'])
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const textOf = useRefusalText('stock')
  const [isRenaming, setIsRenaming] = useState(false)
  const turning = useMutation({
    mutationFn: () => updateShop(shop.code, { active: !shop.active }),
    onSuccess: () => void message.success(t(shop.active ? 'shopAct.closed' : 'shopAct.opened')),
    onError: (error) => void message.error(textOf(error)),
    onSettled: () => void refreshPoints(client),
  })
  if (!shop.allowed.includes('update')) return null
  function turn(): void {
    modal.confirm({
      title: t(shop.active ? 'shopAct.close' : 'shopAct.open'),
      content: t(shop.active ? 'shopAct.closeConsequence' : 'shopAct.openConsequence', { name: shop.name }),
      onOk: () => turning.mutate(),
    })
  }
  return (
    <>
      <Dropdown
        autoFocus
        trigger={['click']}
        menu={{
          items: [
            { key: 'rename', label: t('shopAct.rename') },
            { key: 'turn', label: t(shop.active ? 'shopAct.close' : 'shopAct.open') },
          ],
          onClick: ({ key }) => (key === 'rename' ? setIsRenaming(true) : turn()),
        }}
      >
        <Button>
          {t('common:action.more')} <DownOutlined />
        </Button>
      </Dropdown>
      {isRenaming && (
        <Opening>
          <ShopDialog
            title={t('shopAct.rename')}
            name={shop.name}
            save={(name) => updateShop(shop.code, { name })}
            onClose={() => setIsRenaming(false)}
          />
        </Opening>
      )}
    </>
  )
}
