import { CloseOutlined, LeftOutlined, RightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import './evidence.css'

interface PhotoViewerProps {
  photos: readonly { documentId: string; name: string; url: string }[]
  index: number
  onMove: (index: number) => void
  onClose: () => void
}

/**
 * Photos over the whole window: arrows walk, a click changes between the window's size and the photo's own, Escape
 * closes. The browser's own dialog, which keeps the focus inside by itself.
 */
export function PhotoViewer({ photos, index, onMove, onClose }: PhotoViewerProps) {
  const { t } = useTranslation('scoring')
  const dialog = useRef<HTMLDialogElement>(null)
  const [isActual, setIsActual] = useState(false)
  const photo = photos[index]
  useEffect(() => dialog.current?.showModal(), [])
  if (photo === undefined) return null

  function walk(step: number): void {
    const next = index + step
    if (next < 0 || next >= photos.length) return
    setIsActual(false)
    onMove(next)
  }
  function onKeyDown(event: KeyboardEvent): void {
    // Keys of the page below are not meant while a photo covers it.
    event.stopPropagation()
    if (event.key === 'ArrowLeft') walk(-1)
    if (event.key === 'ArrowRight') walk(1)
  }
  const zoom = isActual ? t('evidence.fit') : t('evidence.actual')
  return (
    <dialog
      ref={dialog}
      className="photo-viewer"
      aria-label={t('evidence.viewer')}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <div className="photo-viewer-bar">
        <span>{t('evidence.photo', { index: index + 1, count: photos.length, name: photo.name })}</span>
        <button type="button" aria-label={t('evidence.previous')} disabled={index === 0} onClick={() => walk(-1)}>
          <LeftOutlined />
        </button>
        <button
          type="button"
          aria-label={t('evidence.next')}
          disabled={index === photos.length - 1}
          onClick={() => walk(1)}
        >
          <RightOutlined />
        </button>
        <button type="button" aria-label={zoom} onClick={() => setIsActual(!isActual)}>
          {isActual ? <ZoomOutOutlined /> : <ZoomInOutlined />}
        </button>
        <button type="button" aria-label={t('evidence.close')} onClick={() => dialog.current?.close()}>
          <CloseOutlined />
        </button>
      </div>
      <button
        type="button"
        className="photo-viewer-stage"
        data-actual={isActual}
        aria-label={zoom}
        onClick={() => setIsActual(!isActual)}
      >
        <img src={photo.url} alt={photo.name} />
      </button>
    </dialog>
  )
}
