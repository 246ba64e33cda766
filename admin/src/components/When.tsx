import { useTimeWords } from '../time/useTime'

/** An instant as people say it, the whole date on hover. */
export function When({ at }: { at: string }) {
  const { when, full } = useTimeWords()
  return (
    <time dateTime={at} title={full(at)} className="num">
      {when(at)}
    </time>
  )
}
