import { PlusOutlined } from '@ant-design/icons'
import { useList } from '@refinedev/core'
import type { CrudFilter } from '@refinedev/core'
import { Button, Card, Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../../components/EmptyState'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { RefusalAlert } from '../../../components/RefusalAlert'
import { When } from '../../../components/When'

interface ArticleRow {
  id: string
  documentId: string
  title: string
  publishAt: string | null
  publishedAt: string | null
  updatedAt: string
}

interface ArticlesProps {
  title: string
  /** Which version is listed: drafts, or what the public reads. */
  status: 'draft' | 'published'
  filters: CrudFilter[]
  sort: 'publishAt' | 'publishedAt' | 'updatedAt'
  empty: string
}

const SHOWN = 6

/** The county editor: what is being written, what publishes itself when, what is out. */
export default function EditorHome() {
  const { t } = useTranslation('home')
  return (
    <Flex vertical gap={16}>
      <div>
        <Link to="/articles/new">
          <Button type="primary" icon={<PlusOutlined />}>
            {t('editor.write')}
          </Button>
        </Link>
      </div>
      <div className="home-columns">
        <Articles
          title={t('editor.scheduled')}
          status="draft"
          filters={[{ field: 'publishAt', operator: 'nnull', value: true }]}
          sort="publishAt"
          empty={t('editor.noScheduled')}
        />
        <Articles
          title={t('editor.drafts')}
          status="draft"
          filters={[{ field: 'publishAt', operator: 'null', value: true }]}
          sort="updatedAt"
          empty={t('editor.noDrafts')}
        />
        <Articles
          title={t('editor.published')}
          status="published"
          filters={[]}
          sort="publishedAt"
          empty={t('editor.noPublished')}
        />
      </div>
    </Flex>
  )
}

function Articles({ title, status, filters, sort, empty }: ArticlesProps) {
  const { t } = useTranslation('home')
  const { result, query } = useList<ArticleRow>({
    resource: 'articles',
    pagination: { currentPage: 1, pageSize: SHOWN },
    filters,
    sorters: [{ field: sort, order: sort === 'publishAt' ? 'asc' : 'desc' }],
    meta: { status, fields: ['title', 'publishAt', 'publishedAt', 'updatedAt'] },
  })
  return (
    <Card size="small" title={t('editor.count', { title, count: result.total ?? 0 })}>
      {query.isLoading && <RowsSkeleton rows={3} />}
      <RefusalAlert error={query.error} />
      {query.isSuccess && result.data.length === 0 && <EmptyState title={empty} />}
      <ul className="home-list">
        {result.data.map((article) => (
          <li key={article.documentId}>
            <Link to={`/articles/${article.documentId}`}>{article.title}</Link>
            <Typography.Text type="secondary">
              <When at={article[sort] ?? article.updatedAt} />
            </Typography.Text>
          </li>
        ))}
      </ul>
    </Card>
  )
}
