import { ArrowLeftOutlined } from '@ant-design/icons'
import type { Objection } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { Column } from '../../components/DataTable'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton, RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsPhone } from '../../components/useIsPhone'
import { When } from '../../components/When'
import { ListTools } from '../../lists/ListTools'
import type { LoadPage } from '../../lists/load-every'
import { useFilter } from '../../lists/useListAddress'
import { useMoment } from '../../scoring/export/useMoment'
import { Points } from '../../scoring/record-view/Points'
import { loadPoints, pointsListQuery } from '../../scoring/record-view/requests'
import { ObjectionPane } from './ObjectionPane'
import { ObjectionTag } from './ObjectionTag'
import '../../scoring/record-view/record-view.css'
import './objections.css'

type Group = 'open' | 'decided'

const FILTERS = {
  open: { state: { $eq: 'open' } },
  decided: { state: { $in: ['upheld', 'dismissed'] } },
} as const satisfies Record<Group, unknown>

/** Objections on the left, the chosen one with its line, evidence and history on the right; on a phone one by one. */
export default function ObjectionsPage() {
  const { t } = useTranslation(['objections', 'common'])
  const { documentId = null } = useParams()
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const [params] = useSearchParams()
  const [decided, setDecided] = useFilter<'decided'>('group', ['decided'])
  const group: Group = decided ?? 'open'
  // The one that waits longest first; of the decided ones the latest.
  const asked = { filters: FILTERS[group], sort: [group === 'open' ? 'filedAt:asc' : 'filedAt:desc'] }
  const list = useQuery(pointsListQuery<Objection>('/objections', asked))
  const load: LoadPage<Objection> = (page, pageSize, signal) =>
    loadPoints<Objection>('/objections', { ...asked, page, pageSize }, signal)
  const columns = useObjectionColumns()
  const addressOf = (id: string | null) => `/objections${id === null ? '' : `/${id}`}?${params.toString()}`
  const rows = list.data?.rows ?? []
  const chosen = rows.find((objection) => objection.documentId === documentId) ?? null

  const pane =
    chosen !== null ? (
      <ObjectionPane key={chosen.documentId} objection={chosen} onDecided={() => void navigate(addressOf(null))} />
    ) : list.isPending ? (
      <PageSkeleton />
    ) : (
      <EmptyState
        title={t(documentId === null ? (rows.length === 0 ? 'noneChosenEmpty' : 'noneChosen') : 'elsewhere')}
        hint={t('hint')}
      />
    )
  if (isPhone && documentId !== null) {
    return (
      <Flex vertical gap={12}>
        <div>
          <Button type="text" icon={<ArrowLeftOutlined />} onClick={() => void navigate(addressOf(null))}>
            {t('common:action.back')}
          </Button>
        </div>
        {pane}
      </Flex>
    )
  }
  return (
    <div className="objections">
      <section className="objections-list">
        <PageHeader title={t('title')} />
        <Segmented
          block
          aria-label={t('groups')}
          value={group}
          options={(['open', 'decided'] as const).map((value) => ({ value, label: t(`group.${value}`) }))}
          onChange={(value) => setDecided(value === 'decided' ? 'decided' : null)}
        />
        <ListTools
          list="objections"
          hasOwnClear
          exported={
            rows.length === 0 ? null : { name: t('title'), columns, load, keyOf: (objection) => objection.documentId }
          }
        />
        {list.isPending && <RowsSkeleton rows={3} />}
        <RefusalAlert
          error={list.data === undefined ? list.error : null}
          namespace="scoring"
          action={
            <Button size="small" onClick={() => void list.refetch()}>
              {t('common:action.retry')}
            </Button>
          }
        />
        {list.isSuccess && rows.length === 0 && <EmptyState title={t(`none.${group}`)} />}
        <ul className="objections-rows" aria-label={t('rows', { count: list.data?.total ?? 0 })}>
          {rows.map((objection) => (
            <li key={objection.documentId}>
              <ObjectionRow
                objection={objection}
                to={addressOf(objection.documentId)}
                isChosen={objection.documentId === documentId}
              />
            </li>
          ))}
        </ul>
      </section>
      {!isPhone && <section className="objections-pane">{pane}</section>}
    </div>
  )
}

interface ObjectionRowProps {
  objection: Objection
  to: string
  isChosen: boolean
}

function ObjectionRow({ objection, to, isChosen }: ObjectionRowProps) {
  const { t } = useTranslation('objections')
  const { record } = objection
  return (
    <Link to={to} className="objections-row" aria-current={isChosen ? 'true' : undefined}>
      <span className="objections-line">
        <strong>{record.card.holder}</strong>
        <span className="objections-rule">{record.rule.name}</span>
        <Points points={record.points} />
      </span>
      <span className="objections-reason">{t('says', { by: objection.by, reason: objection.reason })}</span>
      <span className="objections-line">
        <span className="record-quiet">
          {record.site.name} · <When at={objection.filedAt} />
        </span>
        <ObjectionTag state={objection.state} />
      </span>
    </Link>
  )
}

/** What a file says of an objection. */
function useObjectionColumns(): Column<Objection>[] {
  const { t } = useTranslation(['objections', 'scoring'])
  const moment = useMoment()
  const column = (key: string, text: (objection: Objection) => string | number | null): Column<Objection> => ({
    key,
    title: t(`column.${key}`),
    text,
    render: text,
  })
  return [
    column('holder', ({ record }) => record.card.holder),
    column('rule', ({ record }) => record.rule.name),
    column('points', ({ record }) => record.points),
    column('site', ({ record }) => record.site.name),
    column('by', ({ by }) => by),
    column('reason', ({ reason }) => reason),
    column('filedAt', ({ filedAt }) => moment(filedAt)),
    column('state', ({ state }) => t(`scoring:objectionState.${state}`)),
  ]
}
