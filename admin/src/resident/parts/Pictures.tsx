import { useTranslation } from 'react-i18next'

interface PicturesProps {
  files: readonly { documentId: string; url: string; mime: string }[]
}

/** Pictures among files, small, each opening as it is. */
export function Pictures({ files }: PicturesProps) {
  const { t } = useTranslation('resident')
  const pictures = files.filter(({ mime }) => mime.startsWith('image/'))
  if (pictures.length === 0) return null
  return (
    <ul className="my-pictures">
      {pictures.map(({ documentId, url }, index) => (
        <li key={documentId}>
          <a href={url} target="_blank" rel="noreferrer">
            <img src={url} alt={t('completion.picture', { number: index + 1 })} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  )
}
