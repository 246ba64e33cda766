import { PictureOutlined } from '@ant-design/icons'
import { isWithin } from '@practice/kernel'
import { Flex, Typography, theme } from 'antd'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import { useIsPhone } from '../../components/useIsPhone'
import { When } from '../../components/When'
import { ArticleStateTag } from './ArticleStateTag'
import { standingsOf } from './article'
import type { ArticleRow, Standing } from './article'
import { LocalDrafts } from './local-draft'
import type { ArticleLine } from './queries'

interface ArticleLinesProps {
  articles: readonly ArticleLine[]
  standing: Standing
}

/** Articles as lines, each of which opens where it is written; one of another place opens as it is read. */
export function ArticleLines({ articles, standing }: ArticleLinesProps) {
  const { token } = theme.useToken()
  const me = useMe()
  const drafts = useMemo(() => new LocalDrafts(me.username), [me.username])
  return (
    <ul
      style={{
        listStyle: 'none',
        margin: 0,
        padding: 0,
        background: token.colorBgContainer,
        border: `1px solid ${token.colorBorderSecondary}`,
        borderRadius: token.borderRadiusLG,
      }}
    >
      {articles.map((article, index) => (
        <li
          key={article.documentId}
          style={index === 0 ? {} : { borderTop: `1px solid ${token.colorBorderSecondary}` }}
        >
          <Line
            article={article}
            standing={standing}
            isUnsaved={drafts.read(article.documentId) !== null}
            isOwn={me.site !== null && isWithin(article.siteCode, me.site.code)}
          />
        </li>
      ))}
    </ul>
  )
}

interface LineProps {
  article: ArticleLine
  standing: Standing
  isUnsaved: boolean
  isOwn: boolean
}

function Line({ article, standing, isUnsaved, isOwn }: LineProps) {
  const { t } = useTranslation('articles')
  const isPhone = useIsPhone()
  const time = timeOf(article, standing)
  const { desk } = article
  const standings = desk === null ? [standing] : standingsOf(desk, false)
  const body = (
    <Flex gap={16} align="center" style={{ padding: isPhone ? 12 : '12px 16px', color: 'var(--text)' }}>
      <Thumbnail article={article} width={isPhone ? 80 : 96} />
      <Flex vertical gap={4} style={{ flex: 1, minWidth: 0 }}>
        <Typography.Text strong ellipsis={!isPhone}>
          {article.title}
        </Typography.Text>
        {!isPhone && (
          <Typography.Text type="secondary" ellipsis>
            {article.summary ?? t('noSummary')}
          </Typography.Text>
        )}
        <Flex wrap gap="4px 12px" align="center">
          {standings.map((one) => (
            <ArticleStateTag key={one} standing={one} publishAt={desk?.publishAt ?? null} />
          ))}
          {isUnsaved && <Typography.Text type="warning">{t('unsavedHere')}</Typography.Text>}
          <Typography.Text type="secondary">{article.site?.name ?? article.siteCode}</Typography.Text>
          {!isPhone && article.theme !== null && (
            <Typography.Text type="secondary">{article.theme.name}</Typography.Text>
          )}
          {!isPhone && article.author !== null && <Typography.Text type="secondary">{article.author}</Typography.Text>}
          {standing === 'published' && desk !== null && (
            <Typography.Text type="secondary" className="num">
              {t('reads', { count: desk.reads })}
            </Typography.Text>
          )}
          {standing === 'submitted' && desk !== null && desk.submittedBy !== null && (
            <Typography.Text type="secondary">{t('submittedBy', { name: desk.submittedBy.name })}</Typography.Text>
          )}
        </Flex>
        {standing === 'returned' && desk !== null && desk.returnNote !== null && (
          <Typography.Text type="secondary" ellipsis={!isPhone}>
            {t('returnedFor', { note: desk.returnNote })}
          </Typography.Text>
        )}
      </Flex>
      {!isPhone && <Typography.Text type="secondary">{time}</Typography.Text>}
    </Flex>
  )
  return isOwn ? (
    <Link to={`/articles/${article.documentId}`} style={{ display: 'block', textDecoration: 'none' }}>
      {body}
    </Link>
  ) : (
    <a href={`/news/${article.documentId}`} target="_blank" rel="noreferrer" style={{ display: 'block' }}>
      {body}
    </a>
  )
}

function timeOf({ publishedAt, updatedAt }: ArticleRow, standing: Standing): ReactNode {
  return <When at={standing === 'published' ? (publishedAt ?? updatedAt) : updatedAt} />
}

function Thumbnail({ article, width }: { article: ArticleRow; width: number }) {
  const { token } = theme.useToken()
  const box = { width, height: Math.round((width * 9) / 16), borderRadius: token.borderRadiusSM, flex: 'none' } as const
  if (article.cover === null) {
    return (
      <Flex align="center" justify="center" style={{ ...box, background: token.colorFillTertiary }}>
        <PictureOutlined style={{ color: token.colorTextTertiary }} />
      </Flex>
    )
  }
  return <img src={article.cover.url} alt="" loading="lazy" style={{ ...box, objectFit: 'cover' }} />
}
