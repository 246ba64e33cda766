import { useEffect, useRef } from 'react'
import { isSingleKey } from '../../shortcuts/keyboard'
import { moveOf } from './keys'

interface ReviewKeys {
  mayDecide: { approve: boolean; reject: boolean }
  onApprove: () => void
  onReject: () => void
  onMove: (step: 1 | -1) => void
}

/** `a` approves, `r` rejects, `j` and `k` move, while nothing covers the page. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const { mayDecide, onApprove, onReject, onMove } = latest.current
      const move = moveOf(
        {
          key: event.key,
          hasModifier: event.ctrlKey || event.metaKey || event.altKey,
          isRepeated: event.repeat,
          isTaken: !isSingleKey(event) || document.querySelector('dialog[open]') !== null,
        },
        mayDecide,
      )
      if (move === null) return
      // Else the letter would be typed into the dialog that it opens.
      event.preventDefault()
      if (move === 'approve') onApprove()
      if (move === 'reject') onReject()
      if (move === 'next') onMove(1)
      if (move === 'previous') onMove(-1)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
