import type { ScoreRecord } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import type { Column } from '../../components/DataTable'
import { When } from '../../components/When'
import { DirectoryList } from '../../directory/DirectoryList'
import type { BulkAction } from '../../lists/bulk'
import { pollMs } from '../../live/poll'
import { useMoment } from '../../scoring/export/useMoment'
import { Points } from '../../scoring/record-view/Points'
import { RecordStateTag } from '../../scoring/record-view/RecordStateTag'
import { actOnRecord } from '../../scoring/record-view/requests'
import { RecordFilters } from './RecordFilters'
import { filtersOfRecords } from './records-query'
import type { RecordsQuery } from './records-query'

interface RecordListProps {
  query: RecordsQuery
  addressOf: (documentId: string) => string
  onChange: (part: Partial<RecordsQuery>) => void
}

/** The records, the latest first unless they are sorted otherwise. */
export function RecordList({ query, addressOf, onChange }: RecordListProps) {
  const { t } = useTranslation(['records', 'common'])
  const columns = useColumns(addressOf)
  const bulk = useBulk()
  return (
    <DirectoryList<ScoreRecord>
      resource="scoring/records"
      label={t('title')}
      list="records"
      columns={columns}
      sortBy="recordedAt"
      sortOrder="desc"
      filters={filtersOfRecords(query)}
      nameOf={({ card, rule, number }) => t('rowName', { holder: card.holder, rule: rule.name, number })}
      bulk={bulk}
      refetchInterval={pollMs}
      empty={t('none')}
      emptyHint={t('noneHint')}
      choosers={<RecordFilters query={query} onChange={onChange} />}
    />
  )
}

/** What one recorded oneself can be taken back together, while nobody has looked at it. */
function useBulk(): BulkAction<ScoreRecord>[] {
  const { t } = useTranslation(['records', 'scoring'])
  const { role } = useMe()
  if (role !== 'village-admin') return []
  return [
    {
      key: 'withdraw',
      label: t('scoring:verb.withdraw'),
      isFor: ({ allowed }) => allowed.includes('withdraw'),
      consequence: (count) => t('withdraw.consequenceMany', { count }),
      reasons: t('withdraw.reasons', { returnObjects: true }) as Record<string, string>,
      act: ({ documentId }, reason) => actOnRecord(documentId, 'withdraw', reason),
      isHarsh: true,
      namespace: 'scoring',
    },
  ]
}

function useColumns(addressOf: (documentId: string) => string): Column<ScoreRecord>[] {
  const { t } = useTranslation(['records', 'scoring'])
  const me = useMe()
  const moment = useMoment()
  const site: Column<ScoreRecord> = {
    key: 'site',
    title: t('site'),
    render: (record) => record.site.name,
    isWideOnly: true,
  }
  return [
    {
      key: 'holder',
      title: t('scoring:record.holder'),
      text: ({ card }) => card.holder,
      render: ({ documentId, card }) => <Link to={addressOf(documentId)}>{card.holder}</Link>,
    },
    { key: 'rule', title: t('scoring:record.rule'), render: ({ rule }) => rule.name },
    {
      key: 'points',
      title: t('scoring:record.points'),
      isNumber: true,
      sortBy: 'points',
      text: ({ points }) => points,
      render: ({ points }) => <Points points={points} />,
    },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(`scoring:state.${state}`),
      render: ({ state }) => <RecordStateTag state={state} />,
    },
    ...(me.site?.tier === 'village' ? [] : [site]),
    {
      key: 'occurredAt',
      title: t('scoring:record.occurredAt'),
      sortBy: 'occurredAt',
      text: ({ occurredAt }) => moment(occurredAt),
      render: ({ occurredAt }) => <When at={occurredAt} />,
    },
    {
      key: 'recordedBy',
      title: t('scoring:record.recordedBy'),
      isWideOnly: true,
      render: ({ recordedBy }) => recordedBy.name,
    },
    {
      key: 'number',
      title: t('scoring:record.number'),
      sortBy: 'number',
      isWideOnly: true,
      text: ({ number }) => number,
      render: ({ number }) => <span className="num records-quiet">{number}</span>,
    },
    {
      key: 'recordedAt',
      title: t('scoring:record.recordedAt'),
      sortBy: 'recordedAt',
      isExtra: true,
      text: ({ recordedAt }) => moment(recordedAt),
      render: ({ recordedAt }) => <When at={recordedAt} withTime />,
    },
    {
      key: 'card',
      title: t('scoring:record.card'),
      isExtra: true,
      render: ({ card }) => card.number,
    },
    {
      key: 'theme',
      title: t('scoring:record.theme'),
      isExtra: true,
      render: ({ theme }) => t(`scoring:themeShort.${theme}`),
    },
  ]
}
