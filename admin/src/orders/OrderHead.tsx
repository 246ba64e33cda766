import { FireOutlined, LinkOutlined, SyncOutlined } from '@ant-design/icons'
import type { Order } from '@practice/dispatch/contracts'
import { App, Button, Flex, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTones } from '../theme/useTones'
import { OverdueTag, StateTag, ToneTag } from '../components/StateTag'

interface OrderHeadProps {
  order: Order
  actions?: ReactNode
}

/** What an order is and how it stands: item, number, state, and a link that can be shared. */
export function OrderHead({ order, actions }: OrderHeadProps) {
  const { t } = useTranslation('common')
  return (
    <Flex wrap justify="space-between" align="start" gap={12}>
      <div>
        <Typography.Title level={2} style={{ margin: 0, fontSize: 18, lineHeight: '28px' }}>
          {order.serviceItem.name}
        </Typography.Title>
        <Flex wrap gap={8} align="center" style={{ marginTop: 4 }}>
          <StateTag state={order.state} />
          <OrderFlags order={order} />
          {order.team !== null && <span>{order.team.name}</span>}
          <Typography.Text type="secondary" className="num">
            {order.number}
          </Typography.Text>
          <CopyLink label={t('action.copyLink')} />
        </Flex>
      </div>
      {actions}
    </Flex>
  )
}

/** What makes an order press: urgency, a passed deadline, how far it was escalated, rework. */
export function OrderFlags({ order }: { order: Order }) {
  const { t } = useTranslation('common')
  return (
    <>
      {order.urgency === 'urgent' && (
        <ToneTag tone="waiting" sign={<FireOutlined />}>
          {t('urgent')}
        </ToneTag>
      )}
      {order.overdue && <OverdueTag />}
      {order.escalation !== null && (
        <ToneTag tone="overdue" sign={null}>
          {t(`escalation.${order.escalation}`)}
        </ToneTag>
      )}
      {order.rework > 0 && (
        <ToneTag tone="waiting" sign={<SyncOutlined />}>
          {t('order.rework', { count: order.rework })}
        </ToneTag>
      )}
    </>
  )
}

/** 紧急, as a sign with its word for those who do not see it. */
export function UrgentSign() {
  const { t } = useTranslation('common')
  const tones = useTones()
  return (
    <span style={{ color: tones.waiting.text, whiteSpace: 'nowrap' }}>
      <FireOutlined /> {t('urgent')}{' '}
    </span>
  )
}

function CopyLink({ label }: { label: string }) {
  const { t } = useTranslation('common')
  const { message } = App.useApp()
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(location.href)
    void message.success(t('action.copied'))
  }
  // Without https a browser offers no clipboard; the address bar is there all the same.
  if (!window.isSecureContext) return null
  return <Button size="small" type="text" icon={<LinkOutlined />} aria-label={label} onClick={() => void copy()} />
}
