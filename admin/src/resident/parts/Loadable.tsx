import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Loaded } from '../data/useLoad'
import { useFailureText, useTimeWords } from '../useWords'

interface LoadableProps<Data> {
  loaded: Loaded<Data>
  /** How many lines the skeleton has. */
  lines?: number
  children: (data: Data) => ReactNode
}

/** What was read, its outline while it is on the way, or what went wrong. What is of an earlier visit says so. */
export function Loadable<Data>({ loaded, lines = 4, children }: LoadableProps<Data>) {
  const { t } = useTranslation('resident')
  const failureText = useFailureText()
  const { when } = useTimeWords()
  const { data, error, isBusy, oldSince, reload } = loaded
  if (data === undefined)
    return error === null ? <Skeleton lines={lines} /> : <Failure error={error} onAgain={reload} />
  const isOld = oldSince !== null && !isBusy
  return (
    <>
      {error !== null && (
        <p className="my-note my-waits" role="status">
          {isOld ? t('load.old', { when: when(new Date(oldSince).toISOString()) }) : failureText(error)}{' '}
          <button type="button" className="my-plain" onClick={reload}>
            {t('load.again')}
          </button>
        </p>
      )}
      {children(data)}
    </>
  )
}

/** The outline of a list. */
export function Skeleton({ lines }: { lines: number }) {
  const { t } = useTranslation('resident')
  return (
    <div aria-busy="true" role="status" aria-label={t('load.busy')}>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="my-skeleton" />
      ))}
    </div>
  )
}

/** What went wrong, and how to try again. */
export function Failure({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const { t } = useTranslation('resident')
  const failureText = useFailureText()
  return (
    <div className="my-empty" role="alert">
      <p>{failureText(error)}</p>
      <button type="button" className="my-button" onClick={onAgain}>
        {t('load.again')}
      </button>
    </div>
  )
}
