import type { Settlement, Shop } from '@practice/scoring/contracts'
import { DAY_MS } from '@practice/kernel'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { settleDay } from '../../api/shops'
import type { Column } from '../../components/DataTable'
import { RefusalAlert } from '../../components/RefusalAlert'
import { When } from '../../components/When'
import { DirectoryList } from '../../directory/DirectoryList'
import { useMoment } from '../../scoring/export/useMoment'
import { refreshPoints } from '../../scoring/record-view/requests'
import { usePersonName } from '../../scoring/words/person'
import { grouped, yuanOf } from '../../scoring/words/points'
import { dayOf } from '../../time/describe'

type SettlementRow = Settlement & { documentId?: string }

/** What a shop took in each day, and what that is worth; each night settles the day before by itself. */
export function Settlements({ shop }: { shop: Shop }) {
  const { t } = useTranslation(['stock', 'scoring'])
  const nameOf = usePersonName()
  const moment = useMoment()
  const columns: Column<SettlementRow>[] = [
    {
      key: 'day',
      title: t('settlement.day'),
      text: ({ day }) => day,
      render: ({ day }) => <span className="num">{day}</span>,
    },
    { key: 'redemptions', title: t('settlement.redemptions'), isNumber: true, render: (row) => row.redemptions },
    { key: 'voids', title: t('settlement.voids'), isNumber: true, render: ({ voids }) => voids },
    {
      key: 'points',
      title: t('redemption.points'),
      isNumber: true,
      text: ({ points }) => points,
      render: ({ points }) => t('scoring:points', { points: grouped(points) }),
    },
    {
      key: 'fen',
      title: t('settlement.worth'),
      isNumber: true,
      text: ({ fen }) => fen / 100,
      render: ({ fen }) => t('yuan', { yuan: yuanOf(fen) }),
    },
    { key: 'who', title: t('movement.who'), render: ({ who }) => nameOf(who) },
    {
      key: 'at',
      title: t('settlement.at'),
      text: ({ at }) => moment(at),
      render: ({ at }) => <When at={at} withTime />,
    },
  ]
  return (
    <Flex vertical gap={12}>
      <Unsettled shop={shop} />
      <DirectoryList<SettlementRow>
        resource={`scoring/shops/${encodeURIComponent(shop.code)}/settlements`}
        label={t('part.settlements')}
        list="settlements"
        columns={columns}
        keyOf={({ day }) => day}
        sortBy="day"
        sortOrder="desc"
        empty={t('settlement.none')}
      />
    </Flex>
  )
}

function Unsettled({ shop }: { shop: Shop }) {
  const { t } = useTranslation(['stock', 'scoring'])
  const { message } = App.useApp()
  const client = useQueryClient()
  const settling = useMutation({
    mutationFn: () => settleDay(shop.code, dayOf(Date.now() - DAY_MS)),
    onSuccess: ({ points }) => void message.success(t('settlement.done', { points: grouped(points) })),
    onSettled: () => void refreshPoints(client),
  })
  return (
    <>
      <Flex wrap gap={12} align="center" justify="space-between">
        <Typography.Text>{t('settlement.unsettled', { points: grouped(shop.unsettled) })}</Typography.Text>
        {shop.allowed.includes('settle') && (
          <Button loading={settling.isPending} onClick={() => settling.mutate()}>
            {t('settlement.settle')}
          </Button>
        )}
      </Flex>
      <RefusalAlert error={settling.error} namespace="stock" />
    </>
  )
}
