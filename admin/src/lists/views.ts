import type { KeptList, ListViewsView, SavedView } from '@practice/access/contracts'
import { queryOptions } from '@tanstack/react-query'
import { requestData } from '../api/client'

/** As long as a name may be, and as many as may be kept: the contract's bounds. */
export const VIEW_NAME_MAX = 30
export const VIEWS_MAX = 30

/** How one looks at a list. */
export function listViewsQuery(list: KeptList) {
  return queryOptions({
    queryKey: ['access', 'views', list],
    queryFn: ({ signal }) => requestData<ListViewsView>(`/access/views?list=${list}`, { signal }),
    staleTime: Infinity,
  })
}

/** Keeps how one looks at a list. */
export function keepListViews(views: ListViewsView): Promise<ListViewsView> {
  return requestData<ListViewsView>('/access/views', { method: 'PUT', body: { data: views } })
}

/** With a view under a name: in the place of the one that had it, else at the end. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const at = views.findIndex(({ name }) => name === view.name)
  return at === -1 ? [...views, view] : views.map((one, index) => (index === at ? view : one))
}

/** With another name for one of them; as they were when the name is taken. */
export function renamed(views: readonly SavedView[], from: string, to: string): readonly SavedView[] {
  if (views.some(({ name }) => name === to)) return views
  return views.map((view) => (view.name === from ? { ...view, name: to } : view))
}
