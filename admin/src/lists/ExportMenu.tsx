import { DownloadOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../components/DataTable'
import { useRefusalText } from '../components/useRefusalText'
import { useMoment } from '../scoring/export/useMoment'
import type { LoadPage, Progress } from './load-every'

const FORMATS = ['xlsx', 'csv'] as const
type Format = (typeof FORMATS)[number]

/** What is written: the list as it is narrowed and sorted now, with the columns that are shown. */
export interface Exported<Row> {
  name: string
  columns: readonly Column<Row>[]
  load: LoadPage<Row>
  keyOf: (row: Row) => string
}

/** Writes the list to a file, page by page; that can be seen and stopped. Code comes when it is asked for. */
export function ExportMenu<Row>(exported: Exported<Row>) {
  const { t } = useTranslation('lists')
  const { message } = App.useApp()
  const textOf = useRefusalText()
  const moment = useMoment()
  const running = useRef<AbortController | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  async function run(format: Format): Promise<void> {
    const control = new AbortController()
    running.current = control
    setProgress({ done: 0, total: 0 })
    try {
      const { saveList } = await import('./save-list')
      const { count, isCut } = await saveList(exported, {
        format,
        facts: (rows) => t('export.facts', { count: rows, at: moment(new Date().toISOString()) }),
        signal: control.signal,
        onProgress: setProgress,
      })
      if (isCut) void message.warning(t('export.cut', { count }))
      else void message.success(t('export.done', { count }))
    } catch (error) {
      if (control.signal.aborted) void message.info(t('export.stopped'))
      else void message.error(textOf(error))
    } finally {
      running.current = null
      setProgress(null)
    }
  }

  if (progress !== null) {
    return (
      <span className="list-progress">
        <progress
          aria-label={t('export.running')}
          max={Math.max(1, progress.total)}
          {...(progress.total === 0 ? {} : { value: progress.done })}
        />
        <span role="status" className="num">
          {t('export.progress', { ...progress })}
        </span>
        <Button onClick={() => running.current?.abort()}>{t('export.stop')}</Button>
      </span>
    )
  }
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      menu={{
        items: FORMATS.map((format) => ({ key: format, label: t(`export.${format}`) })),
        onClick: ({ key }) => void run(key as Format),
      }}
    >
      <Button icon={<DownloadOutlined />}>{t('export.title')}</Button>
    </Dropdown>
  )
}
