import { useCallback, useMemo } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { readQuery, writeQuery } from './queue'
import type { DeskQuery, Group } from './queue'

/** See `useDeskAddress`. */
export interface DeskAddress {
  query: DeskQuery
  /** The order that is open, or null. */
  chosen: string | null
  /** Changes the filters; unless told, begins at the first page again. */
  change: (part: Partial<DeskQuery>) => void
  /** The address of an order that keeps the filters. */
  addressOf: (documentId: string | null) => string
  open: (documentId: string | null) => void
}

/** The desk's state lives in its address: it can be shared, and going back goes back. */
export function useDeskAddress(fallback: Group): DeskAddress {
  const [params] = useSearchParams()
  const { documentId = null } = useParams()
  const navigate = useNavigate()
  const query = useMemo(() => readQuery(params, fallback), [params, fallback])

  const addressOf = useCallback(
    (id: string | null) => `/desk${id === null ? '' : `/${id}`}?${writeQuery(query).toString()}`,
    [query],
  )
  const change = useCallback(
    (part: Partial<DeskQuery>) => {
      const next = writeQuery({ ...query, page: 1, ...part })
      void navigate(`/desk${documentId === null ? '' : `/${documentId}`}?${next.toString()}`)
    },
    [navigate, query, documentId],
  )
  const open = useCallback((id: string | null) => void navigate(addressOf(id)), [navigate, addressOf])

  return { query, chosen: documentId, change, addressOf, open }
}
