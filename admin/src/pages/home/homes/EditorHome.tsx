import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { loadAll } from '../../../api/directory'
import { EmptyState } from '../../../components/EmptyState'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { RefusalAlert } from '../../../components/RefusalAlert'
import { When } from '../../../components/When'

interface ArticleRow {
  documentId: string
  title: string
  publishAt: string | null
  publishedAt: string | null
  updatedAt: string
}

/** The three kinds of articles that an editor's day is about. */
interface ArticleKinds {
  scheduled: ArticleRow[]
  drafts: ArticleRow[]
  published: ArticleRow[]
}

const SHOWN = 8

const newestFirst = (one: string | null, other: string | null) => (other ?? '').localeCompare(one ?? '')

/** Every article has a draft, so what was never published is told by the published ones. */
async function loadKinds(): Promise<ArticleKinds> {
  const fields = ['title', 'publishAt', 'publishedAt', 'updatedAt']
  const [drafts, published] = await Promise.all([
    loadAll<ArticleRow>('/articles', { status: 'draft', fields }),
    loadAll<ArticleRow>('/articles', { status: 'published', fields }),
  ])
  const out = new Set(published.map(({ documentId }) => documentId))
  const scheduled = drafts.filter(({ publishAt }) => publishAt !== null)
  return {
    scheduled: scheduled.sort((one, other) => newestFirst(other.publishAt, one.publishAt)),
    drafts: drafts
      .filter(({ documentId, publishAt }) => !out.has(documentId) && publishAt === null)
      .sort((one, other) => newestFirst(one.updatedAt, other.updatedAt)),
    published: published.sort((one, other) => newestFirst(one.publishedAt, other.publishedAt)),
  }
}

/** The county editor: what publishes itself when, what is being written, what is out. */
export default function EditorHome() {
  const { t } = useTranslation('home')
  const articles = useQuery({ queryKey: ['articles', 'kinds'], queryFn: loadKinds })
  return (
    <Flex vertical gap={16}>
      <div>
        <Link to="/articles/new">
          <Button type="primary" icon={<PlusOutlined />}>
            {t('editor.write')}
          </Button>
        </Link>
      </div>
      <RefusalAlert error={articles.error} />
      {articles.isPending && <RowsSkeleton />}
      {articles.data !== undefined && (
        <div className="home-thirds">
          <Articles kind="scheduled" rows={articles.data.scheduled} momentOf={(row) => row.publishAt} />
          <Articles kind="drafts" rows={articles.data.drafts} momentOf={(row) => row.updatedAt} />
          <Articles kind="published" rows={articles.data.published} momentOf={(row) => row.publishedAt} />
        </div>
      )}
    </Flex>
  )
}

interface ArticlesProps {
  kind: keyof ArticleKinds
  rows: readonly ArticleRow[]
  /** The moment that counts for this kind. */
  momentOf: (row: ArticleRow) => string | null
}

function Articles({ kind, rows, momentOf }: ArticlesProps) {
  const { t } = useTranslation('home')
  return (
    <Card
      size="small"
      title={t('editor.count', { title: t(`editor.${kind}`), count: rows.length })}
      extra={rows.length > SHOWN && <Link to="/articles">{t('editor.all')}</Link>}
    >
      {rows.length === 0 && <EmptyState title={t(`editor.none.${kind}`)} />}
      <ul className="home-list">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.documentId}>
            <Link to={`/articles/${row.documentId}`}>{row.title}</Link>
            <Typography.Text type="secondary">
              <When at={momentOf(row) ?? row.updatedAt} withTime={kind === 'scheduled'} />
            </Typography.Text>
          </li>
        ))}
      </ul>
    </Card>
  )
}
