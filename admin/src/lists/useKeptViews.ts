import type { KeptList, ListViewsView } from '@practice/access/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keepListViews, listViewsQuery } from './views'

/** How one looks at a list, and how that is changed. */
export interface KeptViews {
  kept: ListViewsView
  /** Whether it is still on its way, the first time. */
  isLoading: boolean
  /** Why it could not be read or kept. */
  error: Error | null
  keep: (part: Partial<Pick<ListViewsView, 'columns' | 'views'>>) => Promise<unknown>
  isKeeping: boolean
}

/** What the account keeps of a list. A change shows at once, and is taken back when the server does not take it. */
export function useKeptViews(list: KeptList): KeptViews {
  const client = useQueryClient()
  const query = listViewsQuery(list)
  const read = useQuery(query)
  const nothing: ListViewsView = { list, columns: null, views: [] }
  const keeping = useMutation({
    mutationFn: keepListViews,
    // Each change is kept whole: of two quick ones the later has to arrive last.
    scope: { id: query.queryKey.join(' ') },
    onMutate: (next: ListViewsView) => {
      const before = client.getQueryData(query.queryKey)
      client.setQueryData(query.queryKey, next)
      return before
    },
    onError: (_error, _next, before) => client.setQueryData(query.queryKey, before),
  })
  return {
    kept: read.data ?? nothing,
    isLoading: read.isLoading,
    error: read.error ?? keeping.error,
    // What stands now, not what stood when the button was drawn: an undo comes later, and a quick hand before it is read.
    keep: async (part) => {
      const now = client.getQueryData(query.queryKey) ?? (await client.fetchQuery(query))
      return keeping.mutateAsync({ ...now, ...part })
    },
    isKeeping: keeping.isPending,
  }
}
