import { Flex, Typography, theme } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ConsentTag } from '../articles/ConsentTag'
import type { Medium } from './media'

/** One picture; what it lacks is made up for in an article that shows it. */
export function MediaCard({ medium }: { medium: Medium }) {
  const { t } = useTranslation('media')
  const { token } = theme.useToken()
  const { url, alt, caption, consent, consentNote, uses } = medium
  return (
    <Flex
      vertical
      style={{
        height: '100%',
        overflow: 'hidden',
        background: token.colorBgContainer,
        border: `1px solid ${token.colorBorderSecondary}`,
        borderRadius: token.borderRadiusLG,
      }}
    >
      <a href={url} target="_blank" rel="noreferrer" aria-label={t('open', { name: alt === '' ? t('noAlt') : alt })}>
        <img
          src={url}
          alt=""
          loading="lazy"
          style={{ display: 'block', width: '100%', aspectRatio: '4 / 3', objectFit: 'cover' }}
        />
      </a>
      <Flex vertical gap={6} style={{ padding: 12 }}>
        {alt === '' ? (
          <Typography.Text type="danger">{t('noAlt')}</Typography.Text>
        ) : (
          <Typography.Text strong>{alt}</Typography.Text>
        )}
        {caption !== '' && <Typography.Text type="secondary">{caption}</Typography.Text>}
        <div>
          <ConsentTag consent={consent} />
        </div>
        {consentNote !== '' && <Typography.Text type="secondary">{consentNote}</Typography.Text>}
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-label={t('uses')}>
          {uses.map(({ documentId, title, isCover }) => (
            <li key={documentId}>
              <Link to={`/articles/${documentId}`} style={{ display: 'inline-block', padding: '4px 0' }}>
                {t(isCover ? 'useCover' : 'use', { title })}
              </Link>
            </li>
          ))}
        </ul>
      </Flex>
    </Flex>
  )
}
