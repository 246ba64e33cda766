import type { ArticlePictureView } from '@practice/access/contracts'
import { Button, Flex, Typography, theme } from 'antd'
import { useTranslation } from 'react-i18next'
import { ConsentTag } from './ConsentTag'

interface ArticlePicturesProps {
  pictures: readonly ArticlePictureView[]
  onOpen: (url: string) => void
}

/** Each picture of the article with what is known of it: what is missing here keeps the article from going out. */
export function ArticlePictures({ pictures, onOpen }: ArticlePicturesProps) {
  const { t } = useTranslation('articles')
  const { token } = theme.useToken()
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {pictures.map(({ url, alt, caption, consent, consentNote }, index) => (
        <li key={url} style={index === 0 ? {} : { borderTop: `1px solid ${token.colorBorderSecondary}` }}>
          <Flex gap={12} align="center" style={{ padding: '8px 0' }}>
            <img
              src={url}
              alt=""
              loading="lazy"
              style={{ width: 80, height: 60, objectFit: 'cover', borderRadius: token.borderRadiusSM, flex: 'none' }}
            />
            <Flex vertical gap={4} style={{ flex: 1, minWidth: 0 }}>
              {alt === '' ? (
                <Typography.Text type="danger">{t('pictures.noAlt')}</Typography.Text>
              ) : (
                <Typography.Text>{alt}</Typography.Text>
              )}
              {caption !== '' && <Typography.Text type="secondary">{caption}</Typography.Text>}
              <Flex wrap gap="4px 8px" align="center">
                <ConsentTag consent={consent} />
                {consentNote !== '' && <Typography.Text type="secondary">{consentNote}</Typography.Text>}
              </Flex>
            </Flex>
            <Button onClick={() => onOpen(url)} aria-label={t('pictures.open', { place: index + 1 })}>
              {t('common:action.edit')}
            </Button>
          </Flex>
        </li>
      ))}
    </ul>
  )
}
