import type { Flag, FlagKind } from '@practice/scoring/contracts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Flex, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsPhone } from '../../components/useIsPhone'
import { Chooser } from '../../scoring/record-view/Chooser'
import { RecordDrawer } from '../../scoring/record-view/RecordPane'
import { pointsListQuery } from '../../scoring/record-view/requests'
import { useAddressParam } from '../../scoring/record-view/useAddressParam'
import { FLAG_KINDS } from '../../scoring/words/lists'
import { FlagCard } from './FlagCard'
import '../../scoring/record-view/record-view.css'
import './flags.css'

const PAGE_SIZE = 10

/** What the system noticed: a warning accuses nobody, it says what to look at. */
export default function FlagsPage() {
  const { t } = useTranslation(['flags', 'scoring', 'common'])
  const isPhone = useIsPhone()
  const [settled, setSettled] = useAddressParam<'settled'>('state')
  const [kind, setKind] = useAddressParam<FlagKind>('kind')
  const [pageText, setPage] = useAddressParam<string>('page')
  const [open, setOpen] = useAddressParam<string>('record', true)
  const state = settled ?? 'open'
  const page = Math.max(1, Number(pageText ?? 1) || 1)
  const flags = useQuery({
    ...pointsListQuery<Flag>('/flags', {
      filters: { state: { $eq: state }, ...(kind === null ? {} : { kind: { $eq: kind } }) },
      sort: ['raisedAt:desc'],
      page,
      pageSize: PAGE_SIZE,
    }),
    placeholderData: keepPreviousData,
  })
  const rows = flags.data?.rows ?? []
  const total = flags.data?.total ?? 0
  if (isPhone && open !== null) return <RecordDrawer documentId={open} onClose={() => setOpen(null)} />
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Flex vertical gap={12}>
        <Flex wrap gap={8}>
          <Segmented
            aria-label={t('states')}
            value={state}
            options={(['open', 'settled'] as const).map((value) => ({
              value,
              label: t(`scoring:flagState.${value}`),
            }))}
            onChange={(value) => setSettled(value === 'settled' ? 'settled' : null)}
          />
          <Chooser
            label={t('kinds')}
            value={kind}
            options={FLAG_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={setKind}
          />
        </Flex>
        {flags.isPending && <RowsSkeleton rows={3} />}
        <RefusalAlert
          error={flags.data === undefined ? flags.error : null}
          namespace="scoring"
          action={
            <Button size="small" onClick={() => void flags.refetch()}>
              {t('common:action.retry')}
            </Button>
          }
        />
        {flags.isSuccess && rows.length === 0 && <EmptyState title={t(`none.${state}`)} hint={t('noneHint')} />}
        {rows.map((flag) => (
          <FlagCard key={flag.documentId} flag={flag} onOpen={setOpen} />
        ))}
        {total > PAGE_SIZE && (
          <Pager
            align="end"
            current={page}
            pageSize={PAGE_SIZE}
            total={total}
            onChange={(next) => setPage(next === 1 ? null : String(next))}
          />
        )}
      </Flex>
      {open !== null && <RecordDrawer documentId={open} onClose={() => setOpen(null)} />}
    </>
  )
}
