import { Button, Checkbox, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Column } from '../components/DataTable'
import { DialogFrame } from '../components/DialogFrame'
import { RefusalAlert } from '../components/RefusalAlert'
import { isAlwaysShown, shownColumns } from './columns'
import type { KeptViews } from './useKeptViews'

interface ColumnsDialogProps {
  columns: readonly Column<never>[]
  views: KeptViews
  onClose: () => void
}

/** Ticks columns on and off; the list behind follows at once. */
export function ColumnsDialog({ columns, views: { kept, keep, error }, onClose }: ColumnsDialogProps) {
  const { t } = useTranslation(['lists', 'common'])
  const shown = shownColumns(columns, kept.columns).map(({ key }) => key)
  const change = (next: string[] | null) => void keep({ columns: next }).catch(() => undefined)
  return (
    <DialogFrame
      title={t('columns.dialog')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button disabled={kept.columns === null} onClick={() => change(null)}>
            {t('columns.reset')}
          </Button>
          <Button type="primary" onClick={onClose}>
            {t('common:action.ok')}
          </Button>
        </>
      }
    >
      <p className="list-quiet">{t('columns.hint')}</p>
      <Flex vertical className="list-columns">
        {columns.map((column, index) => (
          <Checkbox
            key={column.key}
            checked={shown.includes(column.key)}
            disabled={isAlwaysShown(column, index)}
            onChange={({ target }) =>
              change(target.checked ? [...shown, column.key] : shown.filter((key) => key !== column.key))
            }
          >
            {column.title}
          </Checkbox>
        ))}
      </Flex>
      <RefusalAlert error={error} />
    </DialogFrame>
  )
}
