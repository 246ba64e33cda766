import { PictureOutlined } from '@ant-design/icons'
import { Button, Flex, theme } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PICTURE_TYPES, isPicture } from '../../components/rich-text/upload-picture'
import type { Cover } from './article'

interface CoverInputProps {
  value: Cover | null
  /** What it shows, for those who do not see it. */
  text: string
  onChoose: (file: File) => void
  onOpen: () => void
  onRemove: () => void
}

/** The picture above an article. */
export function CoverInput({ value, text, onChoose, onOpen, onRemove }: CoverInputProps) {
  const { t } = useTranslation('articles')
  const { token } = theme.useToken()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Flex gap={12} align="center" wrap>
      <input
        ref={input}
        type="file"
        accept={PICTURE_TYPES}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('cover.choose')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined && isPicture(file)) onChoose(file)
          event.target.value = ''
        }}
      />
      {value !== null && (
        <img
          src={value.url}
          alt={text}
          style={{ width: 192, height: 108, objectFit: 'cover', borderRadius: token.borderRadius, display: 'block' }}
        />
      )}
      <Flex gap={8} wrap>
        {value !== null && <Button onClick={onOpen}>{t('cover.open')}</Button>}
        <Button icon={<PictureOutlined />} onClick={() => input.current?.click()}>
          {t(value === null ? 'cover.choose' : 'cover.change')}
        </Button>
        {value !== null && <Button onClick={onRemove}>{t('cover.remove')}</Button>}
      </Flex>
    </Flex>
  )
}
