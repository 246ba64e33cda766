import { Spin } from 'antd'
import { Suspense, lazy } from 'react'
import type { CommandDialogProps } from './CommandDialog'

const CommandDialog = lazy(() => import('./CommandDialog').then((module) => ({ default: module.CommandDialog })))

const PATIENCE_MS = 300

/** The dialog of a verb, fetched when it is first opened: pickers and uploads weigh as much as the rest of the desk. */
export function LazyCommandDialog(props: CommandDialogProps) {
  return (
    <Suspense fallback={<Spin fullscreen delay={PATIENCE_MS} />}>
      <CommandDialog {...props} />
    </Suspense>
  )
}
