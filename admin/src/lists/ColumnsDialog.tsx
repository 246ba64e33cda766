import { Button, Checkbox, Flex } from 'antd'
import { useState } from 'react'
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
  // A tick answers at once and the next one builds on it, however long the list behind takes to be drawn.
  const [ticked, setTicked] = useState<{ keys: string[] | null } | null>(null)
  const chosen = ticked === null ? kept.columns : ticked.keys
  const shown = shownColumns(columns, chosen).map(({ key }) => key)

  function change(keys: string[] | null): void {
    setTicked({ keys })
    keep({ columns: keys }).catch(() => setTicked(null))
  }

  return (
    <DialogFrame
      title={t('columns.dialog')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button disabled={chosen === null} onClick={() => change(null)}>
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
