import { useEffect, useRef, useState } from 'react'
import { useMe } from '../../app/me'
import { draftName, putOnShelf, takeFromShelf } from '../../scoring/outbox/shelf'
import { EMPTY_DRAFT, isRecordDraft } from './draft'
import type { RecordDraft } from './draft'

/** See `useRecordDraft`. */
export interface RecordDrafting {
  draft: RecordDraft
  change: (part: Partial<RecordDraft>) => void
}

/** What is being recorded, kept on this device with its photos; null until it was looked for. */
export function useRecordDraft(): RecordDrafting | null {
  const { username } = useMe()
  const name = draftName('record', username)
  const [draft, setDraft] = useState<RecordDraft | null>(null)
  const shown = useRef(draft)

  useEffect(() => {
    let isGone = false
    void takeFromShelf(name).then((kept) => {
      if (isGone) return
      shown.current = isRecordDraft(kept) ? { ...EMPTY_DRAFT, ...kept } : EMPTY_DRAFT
      setDraft(shown.current)
    })
    return () => {
      isGone = true
    }
  }, [name])

  function change(part: Partial<RecordDraft>): void {
    const next = { ...(shown.current ?? EMPTY_DRAFT), ...part }
    shown.current = next
    setDraft(next)
    void putOnShelf(name, next)
  }

  return draft === null ? null : { draft, change }
}
