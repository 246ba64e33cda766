import { DownloadOutlined } from '@ant-design/icons'
import type { ImportReport } from '@practice/scoring/contracts'
import { Alert, Button, Flex } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import { saveSheet } from '../../export/sheet'
import { Faults } from './Faults'
import { faultyLines, outcomeOf } from './sheet'
import type { Outcome } from './sheet'
import { useFaultText } from './useFaultText'
import type { SheetImport } from './useSheetImport'

interface ReportProps {
  report: ImportReport
  sheet: SheetImport
}

const LOOK = { clean: 'success', partly: 'warning', hopeless: 'error', imported: 'success' } as const satisfies Record<
  Outcome,
  string
>

/** What a check found or an import did, what is wrong cell by cell, and what can be done next. */
export function Report({ report, sheet }: ReportProps) {
  const { t } = useTranslation('import-records')
  const outcome = outcomeOf(report)
  const frame = useRef<HTMLDivElement>(null)
  // What was found stands below everything that was filled in: nobody should have to look for it.
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'start' })
  }, [report])
  const figures = {
    lines: report.lines,
    sound: report.sound,
    imported: report.imported,
    faulty: faultyLines(report.faults),
    faults: report.faults.length,
  }
  return (
    <Flex ref={frame} vertical gap={12} className="import-report">
      <Alert
        role="status"
        showIcon
        type={LOOK[outcome]}
        message={t(`outcome.${outcome}`, figures)}
        description={t(`outcomeHint.${outcome}`, figures)}
      />
      <Next report={report} sheet={sheet} />
      {report.faults.length > 0 && (
        <>
          <Faults faults={report.faults} />
          <SaveFaults report={report} fileName={sheet.file?.name ?? ''} />
        </>
      )}
    </Flex>
  )
}

function Next({ report, sheet }: ReportProps) {
  const { t } = useTranslation('import-records')
  const me = useMe()
  const outcome = outcomeOf(report)
  if (outcome === 'hopeless') return null
  if (outcome === 'imported') {
    const query = new URLSearchParams({ recordedBy: me.username })
    if (sheet.sentAt !== null) query.set('since', new Date(sheet.sentAt - CLOCKS_APART_MS).toISOString())
    return (
      <div>
        <Link to={`/records?${query.toString()}`}>
          <Button type="primary">{t('toRecords', { count: report.imported })}</Button>
        </Link>
      </div>
    )
  }
  return (
    <div>
      <Button
        type="primary"
        loading={sheet.isImporting}
        onClick={() => sheet.run(outcome === 'clean' ? 'all' : 'sound')}
      >
        {t(outcome === 'clean' ? 'importAll' : 'importSound', { count: report.sound })}
      </Button>
    </div>
  )
}

/** A device's clock may be that much ahead of the server's. */
const CLOCKS_APART_MS = 5 * 60_000

const CELL_WIDTH = 10
const COLUMN_WIDTH = 16
const TEXT_WIDTH = 60

function SaveFaults({ report, fileName }: { report: ImportReport; fileName: string }) {
  const { t } = useTranslation('import-records')
  const textOf = useFaultText()
  const name = t('faultsName', { name: fileName.replace(/\.xlsx$/i, '') })
  const save = () =>
    saveSheet({
      name,
      above: [name],
      columns: [
        { title: t('column.cell'), width: CELL_WIDTH, value: ({ cell }: ImportReport['faults'][number]) => cell },
        { title: t('column.column'), width: COLUMN_WIDTH, value: ({ column }) => column },
        { title: t('column.what'), width: TEXT_WIDTH, value: textOf },
      ],
      rows: report.faults,
    })
  return (
    <div>
      <Button icon={<DownloadOutlined />} onClick={() => void save()}>
        {t('saveFaults')}
      </Button>
    </div>
  )
}
