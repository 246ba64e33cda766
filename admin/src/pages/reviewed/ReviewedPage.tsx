import type { RecordState, ScoreRecord, Theme } from '@practice/scoring/contracts'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { useMe } from '../../app/me'
import type { Column } from '../../components/DataTable'
import { PageHeader } from '../../components/PageHeader'
import { useIsPhone } from '../../components/useIsPhone'
import { When } from '../../components/When'
import { DirectoryList } from '../../directory/DirectoryList'
import { useFilter } from '../../lists/useListAddress'
import { useMoment } from '../../scoring/export/useMoment'
import { Chooser } from '../../scoring/record-view/Chooser'
import { Points } from '../../scoring/record-view/Points'
import { RecordDrawer } from '../../scoring/record-view/RecordPane'
import { RecordStateTag } from '../../scoring/record-view/RecordStateTag'
import { RECORD_STATES, THEMES } from '../../scoring/words/lists'

/** The states that a review leads to. */
const REVIEWED = RECORD_STATES.filter((state) => state !== 'recorded' && state !== 'withdrawn')

/** What was reviewed, by oneself or by anybody, and what became of it. */
export default function ReviewedPage() {
  const { t } = useTranslation(['review', 'scoring'])
  const { documentId } = useParams()
  const isPhone = useIsPhone()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const close = () => void navigate(`/reviewed?${params.toString()}`)
  if (isPhone && documentId !== undefined) return <RecordDrawer documentId={documentId} onClose={close} />
  return (
    <>
      <PageHeader title={t('reviewed.title')} hint={t('reviewed.hint')} />
      <ReviewedList />
      {documentId !== undefined && <RecordDrawer documentId={documentId} onClose={close} />}
    </>
  )
}

function ReviewedList() {
  const { t } = useTranslation(['review', 'scoring'])
  const { username } = useMe()
  const [params] = useSearchParams()
  const moment = useMoment()
  const [by, setBy] = useFilter<'all'>('by')
  const [state, setState] = useFilter<RecordState>('state', REVIEWED)
  const [theme, setTheme] = useFilter<Theme>('theme', THEMES)
  const columns: Column<ScoreRecord>[] = [
    {
      key: 'holder',
      title: t('scoring:record.holder'),
      text: ({ card }) => card.holder,
      render: (record) => <Link to={`/reviewed/${record.documentId}?${params.toString()}`}>{record.card.holder}</Link>,
    },
    { key: 'rule', title: t('scoring:record.rule'), render: (record) => record.rule.name },
    {
      key: 'theme',
      title: t('scoring:record.theme'),
      isWideOnly: true,
      render: (record) => t(`scoring:themeShort.${record.theme}`),
    },
    {
      key: 'points',
      title: t('scoring:record.points'),
      isNumber: true,
      sortBy: 'points',
      text: ({ points }) => points,
      render: (record) => <Points points={record.points} />,
    },
    {
      key: 'reviewed',
      title: t('scoring:record.reviewedAt'),
      text: ({ review }) => (review === null ? null : moment(review.at)),
      render: ({ review }) => review !== null && <When at={review.at} withTime />,
    },
    { key: 'by', title: t('scoring:record.reviewedBy'), isWideOnly: true, render: ({ review }) => review?.by.name },
    { key: 'reason', title: t('scoring:record.reviewReason'), render: ({ review }) => review?.reason },
    {
      key: 'state',
      title: t('scoring:record.state'),
      text: (record) => t(`scoring:state.${record.state}`),
      render: (record) => <RecordStateTag state={record.state} />,
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
      key: 'number',
      title: t('scoring:record.number'),
      sortBy: 'number',
      isExtra: true,
      render: ({ number }) => number,
    },
  ]
  return (
    <DirectoryList<ScoreRecord>
      resource="scoring/records"
      label={t('reviewed.title')}
      list="reviewed"
      columns={columns}
      sortBy="recordedAt"
      sortOrder="desc"
      filters={[
        state === null
          ? { field: 'state', operator: 'in', value: REVIEWED }
          : { field: 'state', operator: 'eq', value: state },
        ...(by === 'all' ? [] : [{ field: 'reviewedBy', operator: 'eq' as const, value: username }]),
        ...(theme === null ? [] : [{ field: 'theme', operator: 'eq' as const, value: theme }]),
      ]}
      empty={t('reviewed.none')}
      choosers={
        <>
          <Segmented
            aria-label={t('reviewed.who')}
            value={by ?? 'mine'}
            options={[
              { value: 'mine', label: t('reviewed.mine') },
              { value: 'all', label: t('reviewed.all') },
            ]}
            onChange={(value) => setBy(value === 'all' ? 'all' : null)}
          />
          <Chooser
            label={t('reviewed.state')}
            value={state}
            options={REVIEWED.map((value) => ({ value, label: t(`scoring:state.${value}`) }))}
            onChange={setState}
          />
          <Chooser
            label={t('reviewed.theme')}
            value={theme}
            options={THEMES.map((value) => ({ value, label: t(`scoring:theme.${value}`) }))}
            onChange={setTheme}
          />
        </>
      }
    />
  )
}
