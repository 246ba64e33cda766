import { Suspense, lazy, useSyncExternalStore } from 'react'
import { hasUpdate, onUpdate } from './update'

const UpdateBar = lazy(() => import('./UpdateBar'))

/** Where a newer version is offered once there is one. */
export function UpdatePlace() {
  const isThere = useSyncExternalStore(onUpdate, hasUpdate)
  return (
    <div role="status">
      {isThere && (
        <Suspense fallback={null}>
          <UpdateBar />
        </Suspense>
      )}
    </div>
  )
}
