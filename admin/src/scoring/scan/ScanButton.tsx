import { ScanOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tooltip } from 'antd'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCamera, openReader } from './camera'
import type { Scan } from './parse-scan'

const loadSheet = () => import('./ScanSheet').then(({ ScanSheet: Sheet }) => ({ default: Sheet }))
const ScanSheet = lazy(loadSheet)

/** Whether there is a camera; and if so, fetches what reads its picture, so that it is there when the line is not. */
async function lookForCamera(): Promise<boolean> {
  const isThere = await hasCamera()
  if (isThere) void Promise.allSettled([loadSheet(), openReader()])
  return isThere
}

/** Opens the camera; where there is none, says so and leaves one to type. */
export function ScanButton({ onScan }: { onScan: (scan: Scan) => void }) {
  const { t } = useTranslation('record')
  const [isOpen, setIsOpen] = useState(false)
  const camera = useQuery({ queryKey: ['camera'], queryFn: lookForCamera, staleTime: Infinity, networkMode: 'always' })
  const isMissing = camera.data === false
  return (
    <>
      <Tooltip title={isMissing ? t('scan.noCameraHint') : ''}>
        <Button
          className="card-search-scan"
          icon={<ScanOutlined />}
          disabled={camera.data !== true}
          onClick={() => setIsOpen(true)}
        >
          {t(isMissing ? 'scan.noCamera' : 'scan.button')}
        </Button>
      </Tooltip>
      {isOpen && (
        <Suspense fallback={null}>
          <ScanSheet
            onClose={() => setIsOpen(false)}
            onScan={(scan) => {
              setIsOpen(false)
              onScan(scan)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
