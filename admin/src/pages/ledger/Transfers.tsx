import type { Transfer, TransferKind } from '@practice/scoring/contracts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../api/client'
import type { Column } from '../../components/DataTable'
import { SearchInput } from '../../components/SearchInput'
import { When } from '../../components/When'
import { DirectoryList } from '../../directory/DirectoryList'
import { useFilter } from '../../lists/useListAddress'
import { Chooser } from '../../scoring/record-view/Chooser'
import { useMoment } from '../../scoring/export/useMoment'
import { ReasonDialog } from '../../scoring/record-view/ReasonDialog'
import { useAddressParam } from '../../scoring/record-view/useAddressParam'
import { TRANSFER_KINDS } from '../../scoring/words/lists'
import { usePersonName } from '../../scoring/words/person'
import { grouped } from '../../scoring/words/points'
import { dayFilters } from './days'

/** Every movement of points, the latest first: from where, to where, why and by whom. */
export function Transfers() {
  const { t } = useTranslation(['ledger', 'scoring'])
  const nameOf = usePersonName()
  const moment = useMoment()
  const sideText = useSideText()
  const [kind, setKind] = useFilter<TransferKind>('kind')
  const [card, setCard] = useAddressParam<string>('card')
  const [from, setFrom] = useFilter<string>('from')
  const [until, setUntil] = useFilter<string>('until')
  const [reversing, setReversing] = useState<Transfer | null>(null)
  const columns: Column<Transfer>[] = [
    {
      key: 'kind',
      title: t('transfers.kind'),
      text: (transfer) => t(`scoring:transferKind.${transfer.kind}`),
      render: (transfer) => <Kind transfer={transfer} />,
    },
    {
      key: 'points',
      title: t('transfers.points'),
      isNumber: true,
      sortBy: 'points',
      text: ({ points }) => points,
      render: (transfer) => <strong className="num">{grouped(transfer.points)}</strong>,
    },
    {
      key: 'from',
      title: t('transfers.from'),
      text: ({ debit }) => sideText(debit),
      render: ({ debit }) => <Side side={debit} />,
    },
    {
      key: 'to',
      title: t('transfers.to'),
      text: ({ credit }) => sideText(credit),
      render: ({ credit }) => <Side side={credit} />,
    },
    { key: 'reason', title: t('transfers.reason'), render: (transfer) => transfer.reason },
    { key: 'who', title: t('transfers.who'), isWideOnly: true, render: ({ who }) => nameOf(who) },
    {
      key: 'at',
      title: t('transfers.at'),
      sortBy: 'at',
      text: ({ at }) => moment(at),
      render: (transfer) => <When at={transfer.at} withTime />,
    },
    {
      key: 'act',
      title: t('transfers.act'),
      isAction: true,
      render: (transfer) =>
        transfer.allowed.includes('reverse') && (
          <Button size="small" onClick={() => setReversing(transfer)}>
            {t('scoring:verb.reverse')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <DirectoryList<Transfer>
        resource="scoring/transfers"
        label={t('transfers.title')}
        list="transfers"
        columns={columns}
        sortBy="at"
        sortOrder="desc"
        filters={[
          ...(kind === null ? [] : [{ field: 'kind', operator: 'eq' as const, value: kind }]),
          ...(card === null ? [] : [{ field: 'card', operator: 'startswiths' as const, value: card }]),
          ...dayFilters(from, until),
        ]}
        empty={t('transfers.none')}
        choosers={
          <>
            <SearchInput
              label={t('transfers.card')}
              value={card ?? ''}
              onSearch={(text) => setCard(text.trim() === '' ? null : text.trim())}
              style={{ width: 220 }}
            />
            <Chooser
              label={t('transfers.kind')}
              value={kind}
              options={TRANSFER_KINDS.map((value) => ({ value, label: t(`scoring:transferKind.${value}`) }))}
              onChange={setKind}
            />
            <Day label={t('transfers.since')} value={from} onChange={setFrom} />
            <Day label={t('transfers.until')} value={until} onChange={setUntil} />
          </>
        }
      />
      {reversing !== null && <ReverseDialog transfer={reversing} onClose={() => setReversing(null)} />}
    </>
  )
}

function Kind({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation(['ledger', 'scoring'])
  return (
    <>
      {t(`scoring:transferKind.${transfer.kind}`)}
      {transfer.reversedBy !== null && <span className="record-quiet"> {t('transfers.reversed')}</span>}
    </>
  )
}

/** One side of a transfer as a file says it. */
function useSideText(): (side: Transfer['debit']) => string {
  const { t } = useTranslation('scoring')
  return ({ kind, owner, name }) => (kind === 'card' ? `${name} ${owner}` : `${t(`accountKind.${kind}`)} ${name}`)
}

function Side({ side: { kind, owner, name } }: { side: Transfer['debit'] }) {
  const { t } = useTranslation('scoring')
  return (
    <>
      {kind === 'card' ? name : t(`accountKind.${kind}`)}{' '}
      <span className="record-quiet num">{kind === 'card' ? owner : name}</span>
    </>
  )
}

interface DayProps {
  label: string
  /** `2026-11-25`, or null for any. */
  value: string | null
  onChange: (day: string | null) => void
}

/** The browser's own chooser: Ant Design's would weigh as much as half of the page. */
function Day({ label, value, onChange }: DayProps) {
  return (
    <Input
      type="date"
      aria-label={label}
      prefix={<span className="record-quiet">{label}</span>}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      style={{ width: 220 }}
    />
  )
}

/** Takes a transfer back by another in the other direction; what it did to a record is undone with it. */
function ReverseDialog({ transfer, onClose }: { transfer: Transfer; onClose: () => void }) {
  const { t } = useTranslation(['ledger', 'scoring'])
  const side = (account: Transfer['debit']) =>
    account.kind === 'card' ? account.name : t(`scoring:accountKind.${account.kind}`)
  return (
    <ReasonDialog
      title={t('reverse.title')}
      consequence={t(transfer.record === null ? 'reverse.consequence' : 'reverse.consequenceRecord', {
        points: grouped(transfer.points),
        from: side(transfer.credit),
        to: side(transfer.debit),
      })}
      verb={t('scoring:verb.reverse')}
      done={t('reverse.done')}
      reasons={t('reverse.reasons', { returnObjects: true }) as Record<string, string>}
      isHarsh
      act={(reason) => post(`/scoring/transfers/${encodeURIComponent(transfer.documentId)}/reverse`, { reason })}
      onClose={onClose}
    />
  )
}
