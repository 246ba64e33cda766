import type { Flag, FlagKind } from '@practice/scoring/contracts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Flex, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../components/DataTable'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsPhone } from '../../components/useIsPhone'
import { ListTools } from '../../lists/ListTools'
import { PAGE, pageOf } from '../../lists/address'
import type { LoadPage } from '../../lists/load-every'
import { useFilter, useListAddress } from '../../lists/useListAddress'
import { useMoment } from '../../scoring/export/useMoment'
import { Chooser } from '../../scoring/record-view/Chooser'
import { RecordDrawer } from '../../scoring/record-view/RecordPane'
import { loadPoints, pointsListQuery } from '../../scoring/record-view/requests'
import { useAddressParam } from '../../scoring/record-view/useAddressParam'
import { FLAG_KINDS } from '../../scoring/words/lists'
import { FlagCard } from './FlagCard'
import { reasonOf } from './words'
import '../../scoring/record-view/record-view.css'
import './flags.css'

const PAGE_SIZE = 10

/** What the system noticed: a warning accuses nobody, it says what to look at. */
export default function FlagsPage() {
  const { t } = useTranslation(['flags', 'scoring', 'common'])
  const isPhone = useIsPhone()
  const [settled, setSettled] = useFilter<'settled'>('state', ['settled'])
  const [kind, setKind] = useFilter<FlagKind>('kind', FLAG_KINDS)
  const { params, change } = useListAddress()
  const [open, setOpen] = useAddressParam<string>('record', true)
  const state = settled ?? 'open'
  const page = pageOf(params)
  const filters = { state: { $eq: state }, ...(kind === null ? {} : { kind: { $eq: kind } }) }
  const flags = useQuery({
    ...pointsListQuery<Flag>('/flags', {
      filters,
      sort: ['raisedAt:desc'],
      page,
      pageSize: PAGE_SIZE,
    }),
    placeholderData: keepPreviousData,
  })
  const columns = useFlagColumns()
  const load: LoadPage<Flag> = (number, pageSize, signal) =>
    loadPoints<Flag>('/flags', { filters, sort: ['raisedAt:desc'], page: number, pageSize }, signal)
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
          <ListTools
            list="flags"
            exported={total === 0 ? null : { name: t('title'), columns, load, keyOf: ({ documentId }) => documentId }}
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
            onChange={(next) => change({ [PAGE]: next === 1 ? null : String(next) })}
          />
        )}
      </Flex>
      {open !== null && <RecordDrawer documentId={open} onClose={() => setOpen(null)} />}
    </>
  )
}

/** What a file says of a warning. */
function useFlagColumns(): Column<Flag>[] {
  const { t } = useTranslation(['flags', 'scoring', 'common'])
  const moment = useMoment()
  const column = (key: string, text: (flag: Flag) => string | null): Column<Flag> => ({
    key,
    title: t(`column.${key}`),
    text,
    render: text,
  })
  return [
    column('kind', ({ kind }) => t(`kind.${kind}`)),
    column('site', ({ site }) => site.name),
    column('raisedAt', ({ raisedAt }) => moment(raisedAt)),
    column('reason', (flag) => {
      const { key, figures } = reasonOf(flag, (words) => words.join(t('common:form.listSeparator')))
      return t(`reason.${key}`, figures)
    }),
    column('state', ({ state }) => t(`scoring:flagState.${state}`)),
    column('by', ({ settled }) => settled?.by.name ?? null),
    column('note', ({ settled }) => settled?.note ?? null),
  ]
}
