import { ArrowLeftOutlined } from '@ant-design/icons'
import type { Redemption } from '@practice/scoring/contracts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Button, Drawer, Flex } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { post, requestData } from '../../api/client'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsPhone } from '../../components/useIsPhone'
import { When } from '../../components/When'
import { ReasonDialog } from '../../scoring/record-view/ReasonDialog'
import { grouped } from '../../scoring/words/points'
import { RedemptionStateTag } from './RedemptionStateTag'

const WIDTH_PX = 480

const redemptionPath = (documentId: string) => `/scoring/redemptions/${encodeURIComponent(documentId)}`

function redemptionQuery(documentId: string) {
  return queryOptions({
    queryKey: ['points', 'redemption', documentId],
    queryFn: ({ signal }) => requestData<Redemption>(redemptionPath(documentId), { signal }),
  })
}

interface RedemptionDrawerProps {
  documentId: string
  onClose: () => void
}

/** One redemption as its receipt says it; on a phone a page with a way back. */
export function RedemptionDrawer({ documentId, onClose }: RedemptionDrawerProps) {
  const { t } = useTranslation(['stock', 'common'])
  const isPhone = useIsPhone()
  const redemption = useQuery(redemptionQuery(documentId))
  const body = (
    <>
      {redemption.isPending && <PageSkeleton />}
      <RefusalAlert error={redemption.error} namespace="stock" />
      {redemption.data !== undefined && <Receipt redemption={redemption.data} />}
    </>
  )
  if (!isPhone) {
    return (
      <Drawer open width={WIDTH_PX} onClose={onClose} title={t('redemption.receipt')}>
        {body}
      </Drawer>
    )
  }
  return (
    <Flex vertical gap={12}>
      <div>
        <Button type="text" icon={<ArrowLeftOutlined />} onClick={onClose}>
          {t('common:action.back')}
        </Button>
      </div>
      {body}
    </Flex>
  )
}

function Receipt({ redemption }: { redemption: Redemption }) {
  const { t } = useTranslation(['stock', 'scoring'])
  const { card, lines, points, balanceAfter, who, at, number, shop, state } = redemption
  return (
    <Flex vertical gap={16}>
      <Flex wrap justify="space-between" align="center" gap={8}>
        <strong style={{ fontSize: 18 }}>{card.holder}</strong>
        <RedemptionStateTag state={state} />
      </Flex>
      <table className="stock-receipt" aria-label={t('redemption.goods')}>
        <tbody>
          {lines.map(({ goods, quantity, unit, points: each }) => (
            <tr key={goods.code}>
              <th scope="row">{goods.name}</th>
              <td className="num">{t('redemption.times', { quantity, unit, points: grouped(each) })}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('redemption.sum')}</th>
            <td className="num">
              <strong>{t('scoring:points', { points: grouped(points) })}</strong>
            </td>
          </tr>
          <tr>
            <th scope="row">{t('redemption.balance')}</th>
            <td className="num">{t('scoring:points', { points: grouped(balanceAfter) })}</td>
          </tr>
        </tfoot>
      </table>
      <dl className="stock-facts">
        <Fact name={t('redemption.number')}>{number}</Fact>
        <Fact name={t('redemption.card')}>{card.number}</Fact>
        <Fact name={t('shop')}>{shop.name}</Fact>
        <Fact name={t('movement.who')}>{who.name}</Fact>
        <Fact name={t('movement.at')}>
          <When at={at} withTime />
        </Fact>
        {redemption.void !== null && (
          <Fact name={t('redemption.voided')}>
            {redemption.void.by.name} · <When at={redemption.void.at} withTime /> · {redemption.void.reason}
          </Fact>
        )}
      </dl>
      {redemption.allowed.includes('void') && <VoidButton redemption={redemption} />}
    </Flex>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">{children}</dd>
    </div>
  )
}

/** Gives points and goods back. */
function VoidButton({ redemption }: { redemption: Redemption }) {
  const { t } = useTranslation(['stock', 'scoring'])
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div>
      <Button danger onClick={() => setIsOpen(true)}>
        {t('scoring:verb.void')}
      </Button>
      {isOpen && (
        <ReasonDialog
          title={t('void.title', { number: redemption.number })}
          verb={t('scoring:verb.void')}
          consequence={t('void.consequence', { points: redemption.points, holder: redemption.card.holder })}
          done={t('void.done')}
          reasons={t('void.reasons', { returnObjects: true }) as Record<string, string>}
          isHarsh
          act={(reason) => post(`${redemptionPath(redemption.documentId)}/void`, { reason })}
          onClose={() => setIsOpen(false)}
        />
      )}
    </div>
  )
}
