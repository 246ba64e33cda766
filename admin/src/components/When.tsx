import { useTimeWords } from '../time/useTime'

interface WhenProps {
  /** ISO. */
  at: string
  /** Also on other days the time counts (appointments, planned publications). */
  withTime?: boolean
}

/** An instant as people say it, the whole date on hover. */
export function When({ at, withTime = false }: WhenProps) {
  const { when, full } = useTimeWords()
  return (
    <time dateTime={at} title={full(at)} className="num">
      {when(at, withTime)}
    </time>
  )
}
