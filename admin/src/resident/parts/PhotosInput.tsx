import { useEffect, useState } from 'react'
import type { ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { shrinkPhoto } from '../../components/shrink-photo'
import { dropPhotos, keepPhoto, photoOf } from '../outbox/photos'

interface PhotosInputProps {
  id: string
  /** As the answer holds them. */
  names: readonly string[]
  most: number
  onChange: (names: readonly string[]) => void
}

/** Photos from the phone's camera or its album. They stay on the phone until the order is sent. */
export function PhotosInput({ id, names, most, onChange }: PhotosInputProps) {
  const { t } = useTranslation('resident')
  const [hasFailed, setHasFailed] = useState(false)

  async function add(files: readonly File[]): Promise<void> {
    setHasFailed(false)
    const kept: string[] = []
    try {
      for (const file of files.slice(0, most - names.length)) kept.push(await keepPhoto(await shrinkPhoto(file)))
    } catch {
      setHasFailed(true)
    }
    onChange([...names, ...kept])
  }

  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const files = Array.from(event.target.files ?? [])
    event.target.value = ''
    void add(files)
  }

  function remove(name: string): void {
    onChange(names.filter((one) => one !== name))
    void dropPhotos([name]).catch(() => undefined)
  }

  return (
    <>
      {names.length > 0 && (
        <ul className="my-pictures">
          {names.map((name, index) => (
            <li key={name}>
              <Preview name={name} label={t('photos.one', { number: index + 1 })} />
              <button
                type="button"
                className="my-button"
                aria-label={t('photos.remove', { number: index + 1 })}
                onClick={() => remove(name)}
              >
                {t('photos.drop')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {names.length < most && (
        <label className="my-button my-file">
          <input id={id} type="file" accept="image/*" multiple onChange={choose} />
          {t('photos.add')}
        </label>
      )}
      <p className="my-quiet">{t('photos.most', { count: most })}</p>
      {hasFailed && (
        <p className="my-error" role="alert">
          {t('photos.failed')}
        </p>
      )}
    </>
  )
}

function Preview({ name, label }: { name: string; label: string }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let isLeft = false
    void photoOf(name).then((blob) => {
      if (blob === null || isLeft) return
      made = URL.createObjectURL(blob)
      setUrl(made)
    })
    return () => {
      isLeft = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [name])
  return url === null ? <div className="my-skeleton" /> : <img src={url} alt={label} />
}
