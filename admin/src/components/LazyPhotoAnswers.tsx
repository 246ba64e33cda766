import { Skeleton } from 'antd'
import { Suspense, lazy } from 'react'
import type { PhotoAnswersProps } from './PhotoAnswers'

const PhotoAnswers = lazy(() => import('./PhotoAnswers'))

/** Fetched with the first field that asks for photos; most forms have none. */
export function LazyPhotoAnswers(props: PhotoAnswersProps) {
  return (
    <Suspense fallback={<Skeleton.Input active block />}>
      <PhotoAnswers {...props} />
    </Suspense>
  )
}
