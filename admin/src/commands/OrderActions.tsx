import { DownOutlined } from '@ant-design/icons'
import type { Order } from '@practice/dispatch/contracts'
import { Button, Dropdown, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LazyCommandDialog } from './LazyCommandDialog'
import { inOrderOfWeight, mainVerbOf } from './verbs'
import type { DialogVerb } from './verbs'

interface OrderActionsProps {
  order: Order
  onDone?: (order: Order) => void
  /** Full width, the main button at the thumb. */
  isBlock?: boolean
}

/**
 * What may be done to an order, as the server allows it: the main verb as the one primary button, the rest in a menu.
 * `dispatch` is left out, it is done among the suggestions; where it is allowed there is no other primary button. A
 * dialog that is open stays so when somebody else changes the order: nothing that was typed is lost.
 */
export function OrderActions({ order, onDone, isBlock = false }: OrderActionsProps) {
  const { t } = useTranslation('common')
  const [chosen, setChosen] = useState<DialogVerb | null>(null)
  const verbs = inOrderOfWeight(order.allowed).filter((verb) => verb !== 'dispatch')
  const main = verbs.find((verb) => verb === mainVerbOf(order.allowed))
  const others = verbs.filter((verb) => verb !== main)
  if (verbs.length === 0 && chosen === null) return null

  return (
    <Flex gap={8} style={isBlock ? { width: '100%' } : undefined}>
      {main !== undefined && (
        <div style={{ flex: isBlock ? 1 : 'none' }}>
          <Button type="primary" block={isBlock} onClick={() => setChosen(main)}>
            {t(`verb.${main}`)}
          </Button>
        </div>
      )}
      {others.length > 0 && (
        <Dropdown
          autoFocus
          trigger={['click']}
          placement={isBlock ? 'topLeft' : 'bottomRight'}
          menu={{
            items: others.map((verb) => ({ key: verb, label: t(`verb.${verb}`), danger: verb === 'cancel' })),
            onClick: ({ key }) => setChosen(others.find((verb) => verb === key) ?? null),
          }}
        >
          <Button>
            {t('action.more')} <DownOutlined />
          </Button>
        </Dropdown>
      )}
      {chosen !== null && (
        <LazyCommandDialog
          key={chosen}
          verb={chosen}
          order={order}
          isOpen
          onClose={() => setChosen(null)}
          onDone={(done) => onDone?.(done)}
        />
      )}
    </Flex>
  )
}
