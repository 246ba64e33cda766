import type { MeView } from '@practice/access/contracts'
import type { QueryClient } from '@tanstack/react-query'
import { openCardsQuery } from '../../scoring/card-search/requests'
import { archivedOrdersQuery, endedActivitiesQuery, lastRecordsQuery, rulesQuery } from './requests'

/** Reads all that recording needs before it is asked for, so that it is at hand where there is no line. */
export async function keepAtHand(client: QueryClient, { username, site }: MeView): Promise<void> {
  await Promise.allSettled([
    import('./SourceDialog'),
    client.prefetchQuery(openCardsQuery(username)),
    site === null ? undefined : client.prefetchQuery(rulesQuery(username, site.code)),
    client.prefetchQuery(lastRecordsQuery(username)),
    client.prefetchQuery(archivedOrdersQuery(username)),
    client.prefetchQuery(endedActivitiesQuery(username)),
  ])
}
