import type { Order } from '@practice/dispatch/contracts'
import type { RuleSet, ScoreRecord } from '@practice/scoring/contracts'
import qs from 'qs'
import { requestData } from '../../api/client'
import { loadRuleSet } from '../../api/points'
import { pollMs } from '../../live/poll'
import { shelvedQuery } from '../../scoring/outbox/shelf'

/** How many of the last records are shown. */
export const LAST_MOST = 5
const SOURCES_MOST = 50

function listAddress(path: string, query: Record<string, unknown>): string {
  return `${path}?${qs.stringify(query, { encodeValuesOnly: true })}`
}

/** The rules that hold at a person's site. */
export function rulesQuery(username: string, site: string) {
  return shelvedQuery<RuleSet>(`rules.${username}.${site}`, () => loadRuleSet(site))
}

/** What a person recorded last, the latest first. */
export function lastRecordsQuery(username: string) {
  const query = {
    filters: { recordedBy: { $eq: username } },
    sort: ['recordedAt:desc'],
    pagination: { pageSize: LAST_MOST, withCount: false },
  }
  return {
    ...shelvedQuery(`last.${username}`, () => requestData<ScoreRecord[]>(listAddress('/scoring/records', query))),
    refetchInterval: pollMs,
  }
}

/** Archived orders of the village, the latest first. */
export function archivedOrdersQuery(username: string) {
  const query = {
    filters: { state: { $eq: 'archived' } },
    sort: ['createdAt:desc'],
    pagination: { pageSize: SOURCES_MOST, withCount: false },
  }
  return shelvedQuery(`orders.${username}`, () => requestData<Order[]>(listAddress('/dispatch/orders', query)))
}

/** An activity as the picker shows it. */
export interface Activity {
  documentId: string
  title: string
  startsAt: string
  endsAt: string
  place: string | null
}

/** Activities that have ended, the latest first. */
export function endedActivitiesQuery(username: string) {
  return shelvedQuery(`activities.${username}`, () =>
    requestData<Activity[]>(
      listAddress('/activities', {
        fields: ['title', 'startsAt', 'endsAt', 'place'],
        filters: { endsAt: { $lt: new Date().toISOString() } },
        sort: ['endsAt:desc'],
        pagination: { pageSize: SOURCES_MOST, withCount: false },
      }),
    ),
  )
}

/** What a small form asks about an activity. */
export interface NewActivity {
  title: string
  startsAt: string
  endsAt: string
  place?: string
}

/** Enters an activity of a site that has taken place. */
export function createActivity(site: string, activity: NewActivity): Promise<Activity> {
  const code = `${site}-A${Date.now().toString(36).toUpperCase()}`
  return requestData<Activity>('/activities', { method: 'POST', body: { data: { ...activity, code, site } } })
}
