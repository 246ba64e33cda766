import { FileOutlined } from '@ant-design/icons'
import type { ScoreRecord } from '@practice/scoring/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PhotoViewer } from './PhotoViewer'
import './evidence.css'

type EvidenceFile = ScoreRecord['evidence'][number]

/** Whether a file is shown as a picture. */
export function isPhoto(file: Pick<EvidenceFile, 'mime'>): boolean {
  return file.mime.startsWith('image/')
}

interface EvidenceGalleryProps {
  files: readonly EvidenceFile[]
  /** What stands for evidence where there are no files: the order or the activity that a record comes from. */
  source?: ScoreRecord['source']
  /** Lower pictures, where evidence is not what one came for. */
  isSmall?: boolean
}

/** The evidence of a record: photos side by side, each opens large; other files as links. */
export function EvidenceGallery({ files, source = null, isSmall = false }: EvidenceGalleryProps) {
  const { t } = useTranslation('scoring')
  const [opened, setOpened] = useState<number | null>(null)
  const photos = files.filter(isPhoto)
  const documents = files.filter((file) => !isPhoto(file))
  if (files.length === 0) {
    return (
      <p className="evidence-none">
        {source === null
          ? t('evidence.none')
          : t('evidence.source', { type: t(`sourceType.${source.type}`), label: source.label })}
      </p>
    )
  }
  return (
    <>
      {photos.length > 0 && (
        <ul className="evidence-photos" data-count={Math.min(photos.length, 3)} data-small={isSmall}>
          {photos.map((file, index) => (
            <li key={file.documentId}>
              <Photo file={file} onOpen={() => setOpened(index)} />
            </li>
          ))}
        </ul>
      )}
      {documents.length > 0 && (
        <ul className="evidence-files">
          {documents.map((file) => (
            <li key={file.documentId}>
              <a
                href={file.url}
                target="_blank"
                rel="noreferrer"
                aria-label={t('evidence.openFile', { name: file.name })}
              >
                <FileOutlined /> {file.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {opened !== null && (
        <PhotoViewer photos={photos} index={opened} onMove={setOpened} onClose={() => setOpened(null)} />
      )}
    </>
  )
}

function Photo({ file, onOpen }: { file: EvidenceFile; onOpen: () => void }) {
  const { t } = useTranslation('scoring')
  const [isBroken, setIsBroken] = useState(false)
  if (isBroken) return <p className="evidence-none">{t('evidence.broken')}</p>
  return (
    <button type="button" aria-label={t('evidence.enlarge', { name: file.name })} onClick={onOpen}>
      <img src={file.url} alt={file.name} onError={() => setIsBroken(true)} />
    </button>
  )
}
