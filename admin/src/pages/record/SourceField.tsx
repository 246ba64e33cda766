import { CalendarOutlined, ProfileOutlined } from '@ant-design/icons'
import type { SourceType } from '@practice/scoring/contracts'
import { Button } from 'antd'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordDrafting } from './useRecordDraft'

const SourceDialog = lazy(() => import('./SourceDialog'))

interface SourceFieldProps {
  type: SourceType
  drafting: RecordDrafting
  isMissing: boolean
}

/** The archived order or the activity that it comes from. */
export function SourceField({ type, drafting, isMissing }: SourceFieldProps) {
  const { t } = useTranslation('record')
  const [isOpen, setIsOpen] = useState(false)
  const { source } = drafting.draft
  const chosen = source?.type === type ? source : null
  return (
    <div data-missing={isMissing}>
      <Button
        block
        className="record-source"
        icon={type === 'order' ? <ProfileOutlined /> : <CalendarOutlined />}
        danger={isMissing}
        onClick={() => setIsOpen(true)}
      >
        <span>{chosen?.label ?? t(`source.choose.${type}`)}</span>
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <SourceDialog
            type={type}
            onClose={() => setIsOpen(false)}
            onChoose={(part) => {
              drafting.change(part)
              setIsOpen(false)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
