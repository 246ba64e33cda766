import { Alert, Drawer } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseScan } from './parse-scan'
import type { Scan } from './parse-scan'
import { useCamera } from './useCamera'
import './scan.css'

interface ScanSheetProps {
  onScan: (scan: Scan) => void
  onClose: () => void
}

/** The camera over the whole page, until it has seen a card. */
export function ScanSheet({ onScan, onClose }: ScanSheetProps) {
  const { t } = useTranslation('record')
  return (
    <Drawer
      open
      placement="bottom"
      height="100dvh"
      title={t('scan.title')}
      onClose={onClose}
      styles={{ body: { padding: 0 } }}
    >
      <Finder onScan={onScan} />
    </Drawer>
  )
}

/** Within the drawer, so that the video is there when the camera is asked for. */
function Finder({ onScan }: Pick<ScanSheetProps, 'onScan'>) {
  const { t } = useTranslation('record')
  const [isOther, setIsOther] = useState(false)
  const isDone = useRef(false)
  const { video, failure } = useCamera((text) => {
    if (isDone.current) return
    const scan = parseScan(text)
    setIsOther(scan === null)
    if (scan === null) return
    isDone.current = true
    onScan(scan)
  })
  return (
    <div className="scan">
      <video ref={video} className="scan-video" muted playsInline aria-label={t('scan.picture')} />
      {failure === null && <div className="scan-frame" aria-hidden="true" />}
      <div className="scan-words" role="status">
        {failure === null ? (
          <span>{t(isOther ? 'scan.other' : 'scan.hint')}</span>
        ) : (
          <Alert type="warning" showIcon message={t(`scan.failure.${failure}`)} description={t('scan.typeInstead')} />
        )}
      </div>
    </div>
  )
}
