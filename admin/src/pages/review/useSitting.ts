import type { ScoreRecord } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { pointsListQuery } from '../../scoring/record-view/requests'
import { NEW_SITTING, decide, neighbour, nextOpen, progressOf, takeUp } from './queue'

const WAITING = { filters: { state: { $eq: 'recorded' } }, sort: ['recordedAt:asc'], pageSize: 100 } as const

/** See `useSitting`. */
export interface ReviewSitting {
  /** The record that is open; null when none waits. */
  open: string | null
  /** The one that comes after it, to be fetched ahead. */
  ahead: string | null
  progress: { at: number; of: number } | null
  /** How many wait in all, and since when the oldest does; null until it is known, and when none waits. */
  waiting: { count: number; since: string } | null
  isLoading: boolean
  error: unknown
  retry: () => void
  move: (step: 1 | -1) => void
  /** Notes a decision and opens the next record. */
  settle: (documentId: string) => void
}

/** What one may review comes first, in its order; what concerns one's own household waits behind it for others. */
function inOrder(records: readonly ScoreRecord[]): string[] {
  const mine = records.filter(({ allowed }) => allowed.includes('approve'))
  const others = records.filter(({ allowed }) => !allowed.includes('approve'))
  return [...mine, ...others].map(({ documentId }) => documentId)
}

/** The reviewer's queue, the oldest first; the open record is in the address, so that it can be shared. */
export function useSitting(): ReviewSitting {
  const { documentId = null } = useParams()
  const navigate = useNavigate()
  const waiting = useQuery(pointsListQuery<ScoreRecord>('/records', WAITING))
  const [kept, setKept] = useState(NEW_SITTING)
  const ids = useMemo(() => (waiting.data === undefined ? undefined : inOrder(waiting.data.rows)), [waiting.data])
  const sitting = useMemo(() => (ids === undefined ? kept : takeUp(kept, ids, documentId)), [kept, ids, documentId])
  // What was taken up stays, so that nothing jumps when the list comes back shorter.
  if (sitting !== kept) setKept(sitting)

  const open = documentId ?? nextOpen(sitting, null)
  const oldest = waiting.data?.rows[0]
  const go = useCallback((id: string | null) => void navigate(id === null ? '/review' : `/review/${id}`), [navigate])

  return {
    open,
    ahead: nextOpen(sitting, open),
    progress: open === null || !sitting.ids.includes(open) ? null : progressOf(sitting, open, waiting.data?.total ?? 0),
    waiting: oldest === undefined ? null : { count: waiting.data?.total ?? 0, since: oldest.recordedAt },
    isLoading: waiting.isPending,
    error: waiting.data === undefined ? waiting.error : null,
    retry: () => void waiting.refetch(),
    move: (step) => {
      const next = neighbour(sitting, open, step)
      if (next !== null) go(next)
    },
    settle: (id) => {
      setKept(decide(sitting, id))
      go(nextOpen(decide(sitting, id), id))
    },
  }
}
