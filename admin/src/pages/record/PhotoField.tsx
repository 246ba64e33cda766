import { CameraOutlined, EditOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox, Flex } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newIdempotencyKey } from '../../api/client'
import { EvidenceTile } from '../../components/EvidenceInput'
import { FileButton } from '../../components/FileButton'
import { shrinkPhoto } from '../../components/shrink-photo'
import type { OutboxPhoto } from '../../scoring/outbox/item'
import type { RecordDrafting } from './useRecordDraft'

interface PhotoFieldProps {
  drafting: RecordDrafting
  isMissing: boolean
  takesDocuments: boolean
  /** Whether the note stands below already; else a button beside the photos opens it. */
  isNoting: boolean
  onNote: () => void
}

const LARGEST_BYTES = 10 * 1024 * 1024
const MOST = 12
const DOCUMENTS = 'image/*,application/pdf,.doc,.docx,.xls,.xlsx'

/** Photos and documents, kept on this device until the record is sent with them. */
export function PhotoField({ drafting, isMissing, takesDocuments, isNoting, onNote }: PhotoFieldProps) {
  const { t } = useTranslation(['record', 'common'])
  const { draft, change } = drafting
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  const shown = useShownPhotos(draft.photos)

  async function add(files: readonly File[]): Promise<void> {
    const photos = await Promise.all(files.map((file) => shrinkPhoto(file)))
    const fitting = photos.filter(({ size }) => size <= LARGEST_BYTES)
    setTooLarge(photos.find(({ size }) => size > LARGEST_BYTES)?.name ?? null)
    const added = fitting.map((file): OutboxPhoto => {
      return { id: newIdempotencyKey(), name: file.name, blob: file, documentId: null }
    })
    change({ photos: [...draft.photos, ...added].slice(0, MOST) })
  }

  return (
    <div className="record-photos" data-missing={isMissing}>
      {shown.length > 0 && (
        <Flex wrap gap={8}>
          {shown.map(({ photo, url }) => (
            <EvidenceTile
              key={photo.id}
              file={{ documentId: photo.id, name: photo.name, url, isImage: photo.blob.type.startsWith('image/') }}
              onRemove={() => change({ photos: draft.photos.filter(({ id }) => id !== photo.id) })}
            />
          ))}
        </Flex>
      )}
      {tooLarge !== null && (
        <Alert type="warning" showIcon role="alert" message={t('common:upload.tooLarge', { name: tooLarge })} />
      )}
      <Flex gap={8}>
        <FileButton
          icon={<CameraOutlined />}
          label={t('photo.take')}
          accept="image/*"
          isCamera
          onFiles={(files) => void add(files)}
        />
        <FileButton
          icon={<PaperClipOutlined />}
          label={t(takesDocuments ? 'photo.file' : 'photo.album')}
          accept={takesDocuments ? DOCUMENTS : 'image/*'}
          onFiles={(files) => void add(files)}
        />
        {!isNoting && (
          <Button icon={<EditOutlined />} onClick={onNote}>
            {t('note')}
          </Button>
        )}
      </Flex>
      {draft.photos.length > 0 && (
        <Checkbox checked={draft.keepsPhotos} onChange={({ target }) => change({ keepsPhotos: target.checked })}>
          {t('photo.keep')}
        </Checkbox>
      )}
      {draft.photos.length > 0 && (draft.cards.length > 1 || draft.keepsPhotos) && (
        <p className="record-quiet">{t('photo.shared')}</p>
      )}
    </div>
  )
}

/** The photos with addresses under which the browser shows them, given back when they are no longer shown. */
function useShownPhotos(photos: readonly OutboxPhoto[]): { photo: OutboxPhoto; url: string }[] {
  const shown = useMemo(() => photos.map((photo) => ({ photo, url: URL.createObjectURL(photo.blob) })), [photos])
  useEffect(() => () => shown.forEach(({ url }) => URL.revokeObjectURL(url)), [shown])
  return shown
}
