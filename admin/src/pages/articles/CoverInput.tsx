import { PictureOutlined } from '@ant-design/icons'
import { Alert, Button, Flex, Input, Progress, Typography, theme } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PICTURE_TYPES, uploadPicture } from '../../components/rich-text/upload-picture'
import { useRefusalText } from '../../components/useRefusalText'
import { textOfCover } from './article'
import type { Cover } from './article'

interface CoverInputProps {
  value: Cover | null
  onChange: (cover: Cover | null) => void
}

/** A chosen picture before it is on the server. */
interface Chosen {
  file: File
  url: string
}

const DESCRIPTION_LENGTH = 60

/** The picture above an article: chosen, described for those who do not see it, and uploaded. */
export function CoverInput({ value, onChange }: CoverInputProps) {
  const { t } = useTranslation('articles')
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  useEffect(() => () => URL.revokeObjectURL(chosen?.url ?? ''), [chosen])

  return (
    <Flex vertical gap={8}>
      <input
        ref={input}
        type="file"
        accept={PICTURE_TYPES}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('cover.choose')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) setChosen({ file, url: URL.createObjectURL(file) })
          event.target.value = ''
        }}
      />
      {chosen !== null ? (
        <CoverUpload
          chosen={chosen}
          onDone={(cover) => {
            onChange(cover)
            setChosen(null)
          }}
          onCancel={() => setChosen(null)}
        />
      ) : (
        <Flex gap={12} align="center" wrap>
          {value !== null && <Picture url={value.url} text={textOfCover(value)} />}
          <Flex vertical gap={8} align="flex-start">
            {value !== null && <Typography.Text type="secondary">{textOfCover(value)}</Typography.Text>}
            <Flex gap={8}>
              <Button icon={<PictureOutlined />} onClick={() => input.current?.click()}>
                {t(value === null ? 'cover.choose' : 'cover.change')}
              </Button>
              {value !== null && <Button onClick={() => onChange(null)}>{t('cover.remove')}</Button>}
            </Flex>
          </Flex>
        </Flex>
      )}
    </Flex>
  )
}

interface CoverUploadProps {
  chosen: Chosen
  onDone: (cover: Cover) => void
  onCancel: () => void
}

function CoverUpload({ chosen, onDone, onCancel }: CoverUploadProps) {
  const { t } = useTranslation('articles')
  const id = useId()
  const textOf = useRefusalText('articles')
  const [description, setDescription] = useState('')
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const stopping = useRef<AbortController | null>(null)
  useEffect(() => () => stopping.current?.abort(), [])

  async function send(): Promise<void> {
    const stop = new AbortController()
    stopping.current = stop
    setFailure(null)
    setShare(0)
    try {
      const file = await uploadPicture(chosen.file, { description, onProgress: setShare, signal: stop.signal })
      onDone({ id: file.id, url: file.url, name: file.name, alternativeText: null })
    } catch (cause) {
      setShare(null)
      if (!stop.signal.aborted) setFailure(textOf(cause))
    }
  }

  return (
    <Flex gap={12} wrap align="flex-start">
      <Picture url={chosen.url} text={chosen.file.name} />
      <Flex vertical gap={8} style={{ flex: 1, minWidth: 220 }}>
        <label htmlFor={id}>{t('cover.description')}</label>
        <Input
          id={id}
          value={description}
          maxLength={DESCRIPTION_LENGTH}
          placeholder={t('cover.descriptionHint')}
          disabled={share !== null}
          autoFocus
          onChange={(event) => setDescription(event.target.value)}
          onPressEnter={() => void send()}
        />
        {failure !== null && <Alert type="warning" showIcon message={failure} role="alert" />}
        {share !== null && (
          <Progress percent={Math.round(share * 100)} size="small" aria-label={t('cover.uploading')} />
        )}
        <Flex gap={8}>
          <Button type="primary" ghost disabled={share !== null} onClick={() => void send()}>
            {t(share === null ? 'cover.upload' : 'cover.uploading')}
          </Button>
          <Button onClick={onCancel}>{t('common:action.cancel')}</Button>
        </Flex>
      </Flex>
    </Flex>
  )
}

function Picture({ url, text }: { url: string; text: string }) {
  const { token } = theme.useToken()
  return (
    <img
      src={url}
      alt={text}
      style={{ width: 192, height: 108, objectFit: 'cover', borderRadius: token.borderRadius, display: 'block' }}
    />
  )
}
