import type { ClosedNotice } from '@practice/scoring/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { post } from '../../api/client'
import { DialogFrame } from '../../components/DialogFrame'
import { RefusalAlert } from '../../components/RefusalAlert'
import { pointsCountQuery, refreshPoints } from '../../scoring/record-view/requests'
import { dueFilters } from './due'

/** Notices that are over and not posted yet: the server posts them by itself; here one need not wait for it. */
export function CloseCard({ site }: { site: string }) {
  const { t } = useTranslation(['ledger', 'common'])
  const { message } = App.useApp()
  const client = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const [due] = useState(dueFilters)
  const count = useQuery(pointsCountQuery('/records', due))
  const closing = useMutation({
    mutationFn: () => post<ClosedNotice>('/scoring/notices/close', { site }),
    onSuccess: ({ posted, voided }) => {
      void message.success(t(voided === 0 ? 'close.done' : 'close.doneVoided', { count: posted, voided }))
      setIsAsking(false)
    },
    onSettled: () => void refreshPoints(client),
  })
  const lines = count.data ?? 0
  return (
    <Card size="small" title={t('close.title')} extra={<Link to="/notices">{t('close.toNotice')}</Link>}>
      <Flex wrap gap={12} align="center" justify="space-between">
        <span>{lines === 0 ? t('close.none') : t('close.due', { count: lines })}</span>
        <Button type="primary" disabled={lines === 0} onClick={() => setIsAsking(true)}>
          {t('close.now')}
        </Button>
      </Flex>
      <RefusalAlert error={count.error} namespace="scoring" />
      {isAsking && (
        <DialogFrame
          title={t('close.title')}
          isOpen
          onClose={() => setIsAsking(false)}
          footer={
            <>
              <Button onClick={() => setIsAsking(false)}>{t('common:action.notNow')}</Button>
              <Button type="primary" loading={closing.isPending} onClick={() => closing.mutate()}>
                {t('close.now')}
              </Button>
            </>
          }
        >
          <p style={{ marginTop: 0 }}>{t('close.consequence', { count: lines })}</p>
          <RefusalAlert error={closing.error} namespace="scoring" />
        </DialogFrame>
      )}
    </Card>
  )
}
