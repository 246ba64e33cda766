import { SettingOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../components/DataTable'
import { Opening } from '../components/Opening'
import type { KeptViews } from './useKeptViews'

const ColumnsDialog = lazy(() => import('./ColumnsDialog').then((module) => ({ default: module.ColumnsDialog })))

interface ColumnsButtonProps<Row> {
  columns: readonly Column<Row>[]
  views: KeptViews
}

/** Which columns are shown; kept with the account. */
export function ColumnsButton<Row>({ columns, views }: ColumnsButtonProps<Row>) {
  const { t } = useTranslation('lists')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button icon={<SettingOutlined />} onClick={() => setIsOpen(true)}>
        {t('columns.title')}
      </Button>
      {isOpen && (
        <Opening>
          <ColumnsDialog columns={columns as readonly Column<never>[]} views={views} onClose={() => setIsOpen(false)} />
        </Opening>
      )}
    </>
  )
}
