import type { OrderDetail } from '@practice/dispatch/contracts'
import { useQuery } from '@tanstack/react-query'
import { Card, Descriptions } from 'antd'
import type { DescriptionsProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormAnswers } from '../components/FormAnswers'
import { useIsPhone } from '../components/useIsPhone'
import { When } from '../components/When'
import type { FormSchema } from '../components/json-schema'
import { RequesterPhone } from './RequesterPhone'
import { menuQuery } from './queries'

/** What is asked: by whom, where, when, in their own words and in the item's form. */
export function RequestCard({ order }: { order: OrderDetail }) {
  const { t } = useTranslation('common')
  const menu = useQuery(menuQuery(order.site.code))
  const schema = menu.data?.find(({ code }) => code === order.serviceItem.code)?.form ?? null
  const { requester, onBehalf } = order
  const isPhone = useIsPhone()

  const lines: DescriptionsProps['items'] = [
    { key: 'requester', label: t('order.requester'), children: requester.name },
    {
      key: 'phone',
      label: t('order.phone'),
      children: <RequesterPhone order={order} />,
    },
    { key: 'site', label: t('order.site'), children: [order.site.name, requester.address].filter(Boolean).join(' · ') },
    { key: 'placed', label: t('order.placed'), children: <Placed order={order} /> },
  ]
  if (order.preferredAt !== null) {
    lines.push({
      key: 'preferredAt',
      label: t('order.preferredAt'),
      children: <When at={order.preferredAt} withTime />,
    })
  }
  if (onBehalf !== null) {
    lines.push({
      key: 'onBehalf',
      label: t('order.onBehalf'),
      span: 'filled',
      children: t('order.onBehalfBy', { ...onBehalf }),
    })
  }
  if (order.note !== null) lines.push({ key: 'note', label: t('order.note'), span: 'filled', children: order.note })

  return (
    <Card size="small" title={t('order.request')}>
      <Descriptions size="small" column={isPhone ? 1 : 2} items={lines} />
      <FormAnswers answers={order.form} schema={schema as FormSchema | null} photos={order.photos} />
    </Card>
  )
}

function Placed({ order }: { order: OrderDetail }) {
  const { t } = useTranslation('common')
  return (
    <span>
      <When at={order.createdAt} /> · {t(`channel.${order.channel}`)}
    </span>
  )
}
