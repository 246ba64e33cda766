import { lazy } from 'react'
import { Opening } from '../components/Opening'
import type { CommandDialogProps } from './CommandDialog'

const CommandDialog = lazy(() => import('./CommandDialog').then((module) => ({ default: module.CommandDialog })))

/** The dialog of a verb, fetched when it is first opened: pickers and uploads weigh as much as the rest of the desk. */
export function LazyCommandDialog(props: CommandDialogProps) {
  return (
    <Opening>
      <CommandDialog {...props} />
    </Opening>
  )
}
