import { lazy } from 'react'
import { Opening } from '../../components/Opening'
import type { RowForm } from './spec'
import type { Editing } from './useEditing'

const RowDrawer = lazy(() => import('./RowDrawer').then((module) => ({ default: module.RowDrawer })))

interface EditRowProps {
  form: RowForm
  editing: Editing
}

/** The drawer of the row that is edited, fetched when it is first opened. */
export function EditRow({ form, editing: { documentId, close } }: EditRowProps) {
  if (documentId === undefined) return null
  return (
    <Opening>
      <RowDrawer key={documentId ?? 'new'} form={form} documentId={documentId} onClose={close} />
    </Opening>
  )
}
