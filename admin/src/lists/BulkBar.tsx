import { Button } from 'antd'
import { lazy, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Opening } from '../components/Opening'
import type { BulkAction } from './bulk'
import './lists.css'

const BulkDialog = lazy(() => import('./BulkDialog').then((module) => ({ default: module.BulkDialog })))

interface BulkBarProps<Row> {
  rows: readonly Row[]
  actions: readonly BulkAction<Row>[]
  nameOf: (row: Row) => string
  onClear: () => void
  /** What else can be done with them. */
  children?: ReactNode
}

/** How many rows are picked, and what can be done to them: each verb with the number of rows that it is allowed for. */
export function BulkBar<Row>({ rows, actions, nameOf, onClear, children }: BulkBarProps<Row>) {
  const { t } = useTranslation('lists')
  const [asked, setAsked] = useState<{ action: BulkAction<Row>; rows: readonly Row[] } | null>(null)
  const close = () => {
    setAsked(null)
    onClear()
  }
  return (
    <>
      {rows.length > 0 && (
        <div className="list-picked">
          <span role="status">{t('bulk.picked', { count: rows.length })}</span>
          {children}
          {actions.map((action) => {
            const able = rows.filter(action.isFor)
            return (
              <Button
                key={action.key}
                danger={action.isHarsh === true}
                disabled={able.length === 0}
                onClick={() => setAsked({ action, rows: able })}
              >
                {t('bulk.button', { verb: action.label, count: able.length })}
              </Button>
            )
          })}
          <Button type="text" onClick={onClear}>
            {t('bulk.clear')}
          </Button>
        </div>
      )}
      {asked !== null && (
        <Opening>
          <BulkDialog
            action={asked.action as BulkAction<unknown>}
            rows={asked.rows}
            nameOf={nameOf as (row: unknown) => string}
            onClose={(isChanged) => (isChanged ? close() : setAsked(null))}
          />
        </Opening>
      )}
    </>
  )
}
