import { PlusOutlined } from '@ant-design/icons'
import type { DeskLineView, NewsDeskView } from '@practice/access/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../../components/EmptyState'
import { FigureLink } from '../../../components/FigureLink'
import { PageSkeleton } from '../../../components/PageSkeleton'
import { RefusalAlert } from '../../../components/RefusalAlert'
import { When } from '../../../components/When'
import { pollMs } from '../../../live/poll'
import { newsDeskQuery } from '../../articles/queries'
import { LinkButton } from '../LinkButton'
import { Reads } from '../Reads'

const SUBMITTED = '/articles?tab=submitted'
const FROM_BELOW = `${SUBMITTED}&from=below`

/** The editor's figures, each with the list that it counts. */
const FIGURES = [
  ['submittedFromBelow', FROM_BELOW],
  ['submitted', SUBMITTED],
  ['approved', '/articles?tab=approved'],
  ['scheduled', '/articles?tab=scheduled'],
  ['drafts', '/articles?tab=draft'],
  ['returned', '/articles?tab=returned'],
] as const satisfies readonly (readonly [keyof NewsDeskView['counts'], string])[]

/** The county editor: what others have sent in, what goes out when, what is being written, what is read. */
export default function EditorHome() {
  const { t } = useTranslation('home')
  const desk = useQuery({ ...newsDeskQuery(), refetchInterval: pollMs })
  const { data } = desk
  return (
    <Flex vertical gap={16}>
      <div>
        <LinkButton type="primary" icon={<PlusOutlined />} to="/articles/new">
          {t('editor.write')}
        </LinkButton>
      </div>
      <nav className="figures" aria-label={t('editor.figures')}>
        {FIGURES.map(([name, to]) => (
          <FigureLink key={name} label={t(`editor.${name}`)} count={data?.counts[name] ?? null} to={to} />
        ))}
      </nav>
      {data === undefined && desk.isPending && <PageSkeleton />}
      {data === undefined && (
        <RefusalAlert
          error={desk.error}
          action={
            <Button size="small" onClick={() => void desk.refetch()}>
              {t('again')}
            </Button>
          }
        />
      )}
      {data !== undefined && (
        <div className="home-columns">
          <Articles kind="submitted" rows={data.submitted} total={data.counts.submitted} all={SUBMITTED} />
          <Articles
            kind="scheduled"
            rows={data.scheduled}
            total={data.counts.scheduled}
            all="/articles?tab=scheduled"
          />
          <Articles kind="drafts" rows={data.drafts} total={data.counts.drafts} all="/articles?tab=draft" />
          <Reads reads={data.reads} />
        </div>
      )}
    </Flex>
  )
}

interface ArticlesProps {
  kind: 'submitted' | 'scheduled' | 'drafts'
  rows: readonly DeskLineView[]
  total: number
  all: string
}

function Articles({ kind, rows, total, all }: ArticlesProps) {
  const { t } = useTranslation(['home', 'common'])
  return (
    <Card
      size="small"
      title={t(`editor.list.${kind}`)}
      extra={total > rows.length && <Link to={all}>{t('editor.all', { count: total })}</Link>}
    >
      {rows.length === 0 && <EmptyState title={t(`editor.none.${kind}`)} hint={t(`editor.noneHint.${kind}`)} />}
      <ul className="lines">
        {rows.map(({ documentId, title, site, by, at }) => (
          <li key={documentId}>
            <Link to={`/articles/${documentId}`} className="line">
              <span className="line-name">{title}</span>
              <span className="line-quiet">{[site.name, by].filter(Boolean).join(t('common:separator'))}</span>
              <When at={at} withTime={kind === 'scheduled'} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
