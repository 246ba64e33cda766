import { Alert, Button, Card, Flex, Spin } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EvidenceInput } from '../../components/EvidenceInput'
import { PageHeader } from '../../components/PageHeader'
import { RefusalAlert } from '../../components/RefusalAlert'
import { FileInput } from './FileInput'
import { Report } from './Report'
import { TemplateButton } from './TemplateButton'
import { useSheetImport } from './useSheetImport'
import './import-records.css'

/** Brings a list from paper in as a sheet: template, file, photo of the list, check, import. */
export default function ImportPage() {
  const { t } = useTranslation('import-records')
  const sheet = useSheetImport()
  const { file, report, isChecking, isImporting } = sheet
  const isBusy = isChecking || isImporting
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Flex vertical gap={16} className="import">
        <Step number={1} title={t('step.template')} hint={t('step.templateHint')}>
          <TemplateButton />
        </Step>
        <Step number={2} title={t('step.file')} hint={t('step.fileHint')}>
          <FileInput file={file} isDisabled={isBusy} onChange={sheet.choose} />
        </Step>
        <Step number={3} title={t('step.evidence')} hint={t('step.evidenceHint')}>
          <div className="import-evidence">
            <EvidenceInput value={sheet.evidence} onChange={sheet.attach} />
          </div>
        </Step>
        <Step number={4} title={t('step.check')} hint={t('step.checkHint')}>
          <Flex vertical gap={12} align="start">
            {report === null && (
              <Button type="primary" disabled={file === null} loading={isChecking} onClick={sheet.check}>
                {t('check')}
              </Button>
            )}
            {isImporting && (
              <Alert
                role="status"
                type="info"
                showIcon
                icon={<Spin size="small" />}
                message={t('importing', { count: report?.sound ?? 0 })}
              />
            )}
            <RefusalAlert error={sheet.error} namespace="import-records" />
          </Flex>
          {report !== null && <Report report={report} sheet={sheet} />}
        </Step>
      </Flex>
    </>
  )
}

interface StepProps {
  number: number
  title: string
  hint: string
  children: ReactNode
}

function Step({ number, title, hint, children }: StepProps) {
  return (
    <Card size="small">
      <div className="import-step">
        <span className="import-number num" aria-hidden="true">
          {number}
        </span>
        <div style={{ minWidth: 0 }}>
          <h2>{title}</h2>
          <p>{hint}</p>
          {children}
        </div>
      </div>
    </Card>
  )
}
