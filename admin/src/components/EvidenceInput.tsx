import { CameraOutlined, DeleteOutlined, FileOutlined } from '@ant-design/icons'
import { Alert, Button, Flex, Spin } from 'antd'
import { useId, useRef, useState } from 'react'
import type { ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { upload } from '../api/access'
import { useRefusalText } from './useRefusalText'
import { shrinkPhoto } from './shrink-photo'

/** A file that is on the server, and how it looks here. */
export interface Evidence {
  documentId: string
  name: string
  /** Where the browser finds it: the server's address, or the local copy. */
  url: string
  isImage: boolean
}

interface EvidenceInputProps {
  id?: string
  value?: readonly Evidence[]
  onChange?: (files: Evidence[]) => void
}

const LARGEST_BYTES = 10 * 1024 * 1024
const ACCEPTED = 'image/*,application/pdf,.doc,.docx,.xls,.xlsx'

/** Takes photos and documents, uploads each at once, and holds what has arrived; a form control of antd's `Form.Item`. */
export function EvidenceInput({ id, value = [], onChange }: EvidenceInputProps) {
  const { t } = useTranslation('common')
  const ownId = useId()
  const input = useRef<HTMLInputElement>(null)
  const held = useRef<readonly Evidence[]>(value)
  const [onTheWay, setOnTheWay] = useState<readonly string[]>([])
  const [failures, setFailures] = useState<readonly string[]>([])
  const textOf = useRefusalText()

  function hold(files: Evidence[]): void {
    held.current = files
    onChange?.(files)
  }

  async function send(file: File): Promise<void> {
    setOnTheWay((names) => [...names, file.name])
    try {
      const photo = await shrinkPhoto(file)
      if (photo.size > LARGEST_BYTES) throw new RangeError(t('upload.tooLarge', { name: file.name }))
      const [stored] = await upload([photo], [photo.name])
      if (stored === undefined) throw new RangeError(t('upload.failed', { name: file.name }))
      const isImage = stored.mime.startsWith('image/')
      const url = isImage ? URL.createObjectURL(photo) : stored.url
      hold([...held.current, { documentId: stored.documentId, name: stored.name, url, isImage }])
    } catch (cause) {
      const why =
        cause instanceof RangeError ? cause.message : `${t('upload.failed', { name: file.name })}: ${textOf(cause)}`
      setFailures((lines) => [...lines, why])
    } finally {
      setOnTheWay((names) => names.filter((name) => name !== file.name))
    }
  }

  function choose(event: ChangeEvent<HTMLInputElement>): void {
    setFailures([])
    for (const file of event.target.files ?? []) void send(file)
    event.target.value = ''
  }

  return (
    <Flex vertical gap={8}>
      <Flex wrap gap={8}>
        {value.map((file) => (
          <EvidenceTile
            key={file.documentId}
            file={file}
            onRemove={() => hold(held.current.filter(({ documentId }) => documentId !== file.documentId))}
          />
        ))}
        {onTheWay.map((name) => (
          <Flex key={name} align="center" justify="center" style={{ width: 88, height: 88 }}>
            <Spin aria-label={t('upload.uploading', { name })} />
          </Flex>
        ))}
      </Flex>
      {failures.map((line) => (
        <Alert key={line} type="warning" showIcon message={line} role="alert" />
      ))}
      <input
        ref={input}
        id={id ?? ownId}
        type="file"
        accept={ACCEPTED}
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('command.field.addPhoto')}
        onChange={choose}
      />
      <Button icon={<CameraOutlined />} onClick={() => input.current?.click()}>
        {t('command.field.addPhoto')}
      </Button>
    </Flex>
  )
}

interface EvidenceTileProps {
  file: Evidence
  /** Without it the tile is only shown. */
  onRemove?: () => void
}

/** A photo or document as a tile that opens it. */
export function EvidenceTile({ file, onRemove }: EvidenceTileProps) {
  const { t } = useTranslation('common')
  return (
    <div style={{ position: 'relative', width: 88, height: 88 }}>
      <a href={file.url} target="_blank" rel="noreferrer" aria-label={t('upload.open', { name: file.name })}>
        {file.isImage ? (
          <img
            src={file.url}
            alt={file.name}
            loading="lazy"
            style={{ width: 88, height: 88, objectFit: 'cover', borderRadius: 8, display: 'block' }}
          />
        ) : (
          <Flex vertical align="center" justify="center" gap={4} style={{ height: 88, overflow: 'hidden' }}>
            <FileOutlined style={{ fontSize: 24 }} />
            <span style={{ fontSize: 12, lineHeight: '16px', wordBreak: 'break-all' }}>{file.name.slice(-20)}</span>
          </Flex>
        )}
      </a>
      {onRemove !== undefined && (
        <Button
          size="small"
          icon={<DeleteOutlined />}
          aria-label={t('upload.remove', { name: file.name })}
          onClick={onRemove}
          style={{ position: 'absolute', top: 4, right: 4 }}
        />
      )}
    </div>
  )
}
