import { Spin } from 'antd'
import { Suspense } from 'react'
import type { ReactNode } from 'react'

const PATIENCE_MS = 300

/** Stands around a dialog or a drawer that is fetched when it is first opened: on a slow line one sees that it comes. */
export function Opening({ children }: { children: ReactNode }) {
  return <Suspense fallback={<Spin fullscreen delay={PATIENCE_MS} />}>{children}</Suspense>
}
