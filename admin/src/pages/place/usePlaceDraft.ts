import { useState } from 'react'
import { useMe } from '../../app/me'
import { storedDraft } from '../../drafts/stored-draft'
import { newIdempotencyKey } from '../../api/client'
import { isBegun, isPlaceDraft, newDraft } from './draft'
import type { PlaceDraft } from './draft'

/** See `usePlaceDraft`. */
export interface PlaceDrafting {
  draft: PlaceDraft
  /** Whether an earlier visit left it. */
  isTakenUp: boolean
  change: (part: Partial<PlaceDraft>) => void
  /** Another intention, though with the same content: a key of its own. */
  renewKey: () => void
  /** Begins anew at the same site. */
  restart: () => void
}

/** The order that is being written; kept in this browser until it is placed. */
export function usePlaceDraft(): PlaceDrafting {
  const { username, site } = useMe()
  const home = site?.tier === 'village' || site?.tier === 'point' ? site.code : null
  const [store] = useState(() => storedDraft(username, 'place', isPlaceDraft))
  const [kept] = useState(store.read)
  const [draft, setDraft] = useState(() => kept ?? newDraft(home))
  const [isTakenUp, setIsTakenUp] = useState(() => kept !== null && isBegun(kept))

  function change(part: Partial<PlaceDraft>): void {
    setDraft((shown) => {
      const next = { ...shown, ...part }
      store.keep(next)
      return next
    })
  }

  return {
    draft,
    isTakenUp,
    change,
    renewKey: () => change({ key: newIdempotencyKey() }),
    restart: () => {
      store.drop()
      setIsTakenUp(false)
      setDraft(newDraft(draft.site))
    },
  }
}
