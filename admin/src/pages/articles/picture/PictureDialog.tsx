import type { ArticlePictureView } from '@practice/access/contracts'
import { Alert, Button, Flex, Form, Input, Progress, Radio } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../../../components/DialogFrame'
import { uploadPicture } from '../../../components/rich-text/upload-picture'
import { useIsPhone } from '../../../components/useIsPhone'
import { useRefusalText } from '../../../components/useRefusalText'
import { CONSENTS, PICTURE_TEXT_LENGTH } from '../pictures'
import { Cropper } from './Cropper'
import type { Part, Sides } from './crop'
import { isWhole, partOf } from './crop'
import { useSource } from './useSource'

/** A picture that is chosen, or one that is in the article already. */
export type PictureSource = { file: File } | { url: string }

/** A picture that is on the server. */
export interface StoredPicture {
  /** Null when nothing was uploaded: only what is noted has changed. */
  file: { id: number; url: string; name: string } | null
  note: ArticlePictureView
}

interface PictureDialogProps {
  source: PictureSource
  note: ArticlePictureView
  /** The sides that are offered first. */
  sides: Sides
  /** Which of several pictures it is, from 1. */
  place: { at: number; of: number }
  onDone: (picture: StoredPicture) => void
  onCancel: () => void
}

/** The picture and what is said of it stand side by side. */
const WIDTH = 880

type Said = Pick<ArticlePictureView, 'alt' | 'caption' | 'consent' | 'consentNote'>

/** Crops a picture, asks what it shows and who agreed to be seen in it, and uploads it. */
export default function PictureDialog({ source, note, sides, place, onDone, onCancel }: PictureDialogProps) {
  const { t } = useTranslation('articles')
  const isPhone = useIsPhone()
  const textOf = useRefusalText('articles')
  const original = useSource(source)
  const [said, setSaid] = useState<Said>(note)
  const [part, setPart] = useState<Part>()
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const stopping = useRef<AbortController | null>(null)
  useEffect(() => () => stopping.current?.abort(), [])
  const isNew = 'file' in source
  const isBusy = share !== null

  async function store(): Promise<void> {
    const words: Said = {
      ...said,
      alt: said.alt.trim(),
      caption: said.caption.trim(),
      consentNote: said.consentNote.trim(),
    }
    if (original.file === null || (!isNew && isWhole(part))) {
      onDone({ file: null, note: { ...note, ...words } })
      return
    }
    const stop = new AbortController()
    stopping.current = stop
    setFailure(null)
    setShare(0)
    try {
      const cut = part === undefined || isWhole(part) ? original.file : await partOf(original.file, part)
      const file = await uploadPicture(cut, { description: words.alt, onProgress: setShare, signal: stop.signal })
      onDone({ file: { id: file.id, url: file.url, name: file.name }, note: { ...words, url: file.url } })
    } catch (cause) {
      setShare(null)
      if (!stop.signal.aborted) setFailure(textOf(cause))
    }
  }

  const title = t(isNew ? 'picture.add' : 'picture.change')
  return (
    <DialogFrame
      title={place.of > 1 ? t('picture.several', { title, ...place }) : title}
      isOpen
      onClose={onCancel}
      width={WIDTH}
      footer={
        <>
          <Button onClick={onCancel}>{t('common:action.cancel')}</Button>
          <Button type="primary" disabled={isBusy || original.isLoading} onClick={() => void store()}>
            {t(isBusy ? 'picture.uploading' : isNew ? 'picture.upload' : 'common:action.ok')}
          </Button>
        </>
      }
    >
      <Flex gap={24} vertical={isPhone}>
        <div style={isPhone ? {} : { flex: 'none', width: 400 }}>
          {original.url !== null && (
            <Cropper
              url={original.url}
              // A cut would leave one picture of a moving one.
              canCrop={original.file !== null && original.file.type !== 'image/gif'}
              sides={sides}
              isNew={isNew}
              onChange={setPart}
            />
          )}
        </div>
        <Flex vertical gap={16} style={{ flex: 1, minWidth: 0 }}>
          <PictureWords value={said} onChange={setSaid} />
          {failure !== null && <Alert type="warning" showIcon message={failure} role="alert" />}
          {share !== null && (
            <div role="status">
              <Progress percent={Math.round(share * 100)} size="small" aria-label={t('picture.uploading')} />
            </div>
          )}
        </Flex>
      </Flex>
    </DialogFrame>
  )
}

/** antd dresses legends up as headings. */
const LEGEND = { width: 'auto', margin: '0 0 8px', padding: 0, border: 0, font: 'inherit', color: 'inherit' } as const

/** What a picture shows, what is written below it, and whether those in it agreed. */
function PictureWords({ value, onChange }: { value: Said; onChange: (said: Said) => void }) {
  const { t } = useTranslation('articles')
  const isPhone = useIsPhone()
  const id = useId()
  const change = (said: Partial<Said>) => onChange({ ...value, ...said })
  return (
    <Form layout="vertical" component="div">
      <Form.Item
        label={t('picture.alt')}
        required
        htmlFor={`${id}-alt`}
        extra={t('picture.altHint')}
        style={{ marginBottom: 16 }}
      >
        <Input
          id={`${id}-alt`}
          value={value.alt}
          maxLength={PICTURE_TEXT_LENGTH}
          onChange={(event) => change({ alt: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('picture.caption')} htmlFor={`${id}-caption`} style={{ marginBottom: 16 }}>
        <Input
          id={`${id}-caption`}
          value={value.caption}
          maxLength={PICTURE_TEXT_LENGTH}
          placeholder={t('picture.captionHint')}
          onChange={(event) => change({ caption: event.target.value })}
        />
      </Form.Item>
      <fieldset style={{ margin: 0, padding: 0, border: 0, minWidth: 0 }}>
        <legend style={LEGEND}>{t('picture.consent')}</legend>
        <Radio.Group
          value={value.consent ?? 'unknown'}
          onChange={({ target }) => change({ consent: CONSENTS.find((consent) => consent === target.value) ?? null })}
        >
          <Flex vertical gap={isPhone ? 0 : 8}>
            {[...CONSENTS, 'unknown'].map((consent) => (
              <Radio key={consent} value={consent} style={isPhone ? { minHeight: 44, alignItems: 'center' } : {}}>
                {t(`consent.${consent}`)}
              </Radio>
            ))}
          </Flex>
        </Radio.Group>
      </fieldset>
      {(value.consent === 'given' || value.consent === 'guardian') && (
        <Form.Item label={t('picture.consentNote')} htmlFor={`${id}-note`} style={{ margin: '16px 0 0' }}>
          <Input
            id={`${id}-note`}
            value={value.consentNote}
            maxLength={PICTURE_TEXT_LENGTH}
            placeholder={t(`picture.consentNoteHint.${value.consent}`)}
            onChange={(event) => change({ consentNote: event.target.value })}
          />
        </Form.Item>
      )}
    </Form>
  )
}
