import { CameraOutlined, FileImageOutlined } from '@ant-design/icons'
import { Alert, Button, Flex, Progress } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EvidenceTile } from '../../components/EvidenceInput'
import type { Evidence } from '../../components/EvidenceInput'
import { FileButton } from '../../components/FileButton'
import { useRefusalText } from '../../components/useRefusalText'
import { useUploads } from './useUploads'
import type { Upload, Uploads } from './useUploads'

interface PhotoInputProps {
  id?: string
  value?: readonly Evidence[]
  onChange?: (files: Evidence[]) => void
}

const ACCEPTED_DOCUMENTS = 'image/*,application/pdf,.doc,.docx,.xls,.xlsx'

/** Photos of the work: by the camera or from the album; each shows how far it has got, and can be sent again. */
export function PhotoInput({ id, value = [], onChange }: PhotoInputProps) {
  const { t } = useTranslation('inbox')
  const held = useRef<readonly Evidence[]>(value)
  held.current = value
  const hold = (files: Evidence[]) => {
    held.current = files
    onChange?.(files)
  }
  const sending = useUploads((file) => hold([...held.current, file]))
  return (
    <Flex vertical gap={8}>
      {value.length > 0 && (
        <Flex wrap gap={8}>
          {value.map((file) => (
            <EvidenceTile
              key={file.documentId}
              file={file}
              onRemove={() => hold(held.current.filter(({ documentId }) => documentId !== file.documentId))}
            />
          ))}
        </Flex>
      )}
      {sending.uploads.map((upload) => (
        <UploadLine key={upload.key} upload={upload} sending={sending} />
      ))}
      <Flex gap={8}>
        <FileButton
          {...(id === undefined ? {} : { id })}
          icon={<CameraOutlined />}
          label={t('photo.take')}
          accept="image/*"
          isCamera
          onFiles={sending.add}
        />
        <FileButton
          icon={<FileImageOutlined />}
          label={t('photo.choose')}
          accept={ACCEPTED_DOCUMENTS}
          onFiles={sending.add}
        />
      </Flex>
    </Flex>
  )
}

function UploadLine({ upload, sending }: { upload: Upload; sending: Uploads }) {
  const { t } = useTranslation(['inbox', 'common'])
  const textOf = useRefusalText()
  const { name } = upload.file
  if (upload.failure === null) {
    return (
      <Flex align="center" gap={8} role="status" aria-label={t('common:upload.uploading', { name })}>
        <span className="inbox-file">{name}</span>
        <Progress percent={Math.round(upload.progress * 100)} size="small" style={{ flex: 1, minWidth: 120 }} />
      </Flex>
    )
  }
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      message={t('common:upload.failed', { name })}
      description={textOf(upload.failure)}
      action={
        <Flex vertical gap={8}>
          <Button onClick={() => sending.retry(upload)}>{t('photo.retry')}</Button>
          <Button type="text" onClick={() => sending.dismiss(upload)}>
            {t('photo.dismiss')}
          </Button>
        </Flex>
      }
    />
  )
}
