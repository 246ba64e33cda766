import type { KeptList } from '@practice/access/contracts'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Column } from '../components/DataTable'
import { ColumnsButton } from './ColumnsButton'
import { ExportMenu } from './ExportMenu'
import type { Exported } from './ExportMenu'
import { ViewsMenu } from './ViewsMenu'
import { cleared, isNarrowed } from './address'
import { useKeptViews } from './useKeptViews'
import { useListAddress } from './useListAddress'
import './lists.css'

interface ListToolsProps<Row> {
  list: KeptList
  /** Null where nothing is there to be written. */
  exported: Exported<Row> | null
  /** All columns, to choose among; left out where the list is no table. */
  columns?: readonly Column<Row>[]
  /** Whether the list says itself how its filters are taken away. */
  hasOwnClear?: boolean
}

/** What every list has beside its filters: take them away, keep them, choose columns, write a file. */
export function ListTools<Row>({ list, exported, columns, hasOwnClear = false }: ListToolsProps<Row>) {
  const { t } = useTranslation('lists')
  const address = useListAddress()
  const views = useKeptViews(list)
  return (
    <div className="list-tools">
      {!hasOwnClear && isNarrowed(address.params) && (
        <Button type="text" onClick={() => address.go(cleared(address.params))}>
          {t('clear')}
        </Button>
      )}
      <ViewsMenu address={address} views={views} />
      {columns !== undefined && <ColumnsButton columns={columns} views={views} />}
      {exported !== null && <ExportMenu {...exported} />}
    </div>
  )
}
