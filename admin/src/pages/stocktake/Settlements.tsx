import type { Settlement, Shop } from '@practice/scoring/contracts'
import { DAY_MS } from '@practice/kernel'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../components/DataTable'
import { RefusalAlert } from '../../components/RefusalAlert'
import { When } from '../../components/When'
import { DirectoryList } from '../../directory/DirectoryList'
import { refreshPoints } from '../../scoring/record-view/requests'
import { grouped, yuanOf } from '../../scoring/words/points'
import { dayOf } from '../../time/describe'
import { settleShop } from './requests'

/** A settlement as Refine's list gives it: it has no document of its own. */
type SettlementRow = Settlement & { documentId?: string }

/** Day by day what a shop took in; the server settles each night, here one need not wait for it. */
export function Settlements({ shop }: { shop: Shop }) {
  const { t } = useTranslation('stocktake')
  const { message } = App.useApp()
  const client = useQueryClient()
  const settling = useMutation({
    mutationFn: () => settleShop(shop.code, dayOf(Date.now() - DAY_MS)),
    onSuccess: ({ day, points, fen }) =>
      void message.success(t('settlements.done', { day, points: grouped(points), yuan: yuanOf(fen) })),
    onSettled: () => void refreshPoints(client),
  })
  const columns: Column<SettlementRow>[] = [
    { key: 'day', title: t('settlements.day'), render: ({ day }) => <span className="num">{day}</span> },
    { key: 'redemptions', title: t('settlements.redemptions'), isNumber: true, render: (row) => row.redemptions },
    { key: 'voids', title: t('settlements.voids'), isNumber: true, render: ({ voids }) => voids },
    { key: 'points', title: t('settlements.points'), isNumber: true, render: ({ points }) => grouped(points) },
    { key: 'yuan', title: t('settlements.yuan'), isNumber: true, render: ({ fen }) => yuanOf(fen) },
    { key: 'who', title: t('settlements.who'), render: ({ who }) => who.name },
    { key: 'at', title: t('settlements.at'), render: ({ at }) => <When at={at} withTime /> },
  ]
  return (
    <Flex vertical gap={12}>
      <Flex wrap gap={12} align="center" justify="space-between">
        <span>{t('settlements.unsettled', { points: grouped(shop.unsettled) })}</span>
        {shop.allowed.includes('settle') && (
          <Button loading={settling.isPending} onClick={() => settling.mutate()}>
            {t('settlements.now')}
          </Button>
        )}
      </Flex>
      <RefusalAlert error={settling.error} namespace="scoring" />
      <DirectoryList<SettlementRow>
        resource={`scoring/shops/${encodeURIComponent(shop.code)}/settlements`}
        label={t('tab.settlements')}
        columns={columns}
        sortBy="day"
        sortOrder="desc"
        keyOf={({ day }) => day}
        empty={t('settlements.none')}
      />
    </Flex>
  )
}
