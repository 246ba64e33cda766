import type { PointsSummary, RuleSet, RuleSetHistory, WriteRuleSetBody } from '@practice/scoring/contracts'
import { queryOptions } from '@tanstack/react-query'
import { requestData } from './client'

const RULE_SETS = '/scoring/rule-sets'

/** How many months a summary tells of unless somebody asks for others. */
export const SUMMARY_MONTHS = 12

const SUMMARY_STALE_MS = 30_000

/** Points of a site (the actor's own without one) and of the sites directly below, by theme and by month. */
export function pointsSummaryQuery(site: string | null = null, months = SUMMARY_MONTHS) {
  const query = new URLSearchParams({ months: String(months), ...(site === null ? {} : { site }) })
  return queryOptions({
    queryKey: ['points', 'summary', site, months],
    queryFn: ({ signal }) => requestData<PointsSummary>(`/scoring/summary?${query.toString()}`, { signal }),
    staleTime: SUMMARY_STALE_MS,
  })
}

/** The rule set that decides at a site. */
export function ruleSetQuery(site: string) {
  return queryOptions({
    queryKey: ['points', 'rule-sets', site],
    queryFn: ({ signal }) => loadRuleSet(site, signal),
  })
}

/** As `ruleSetQuery`, past every cache: what a site's rules are at this moment. */
export function loadRuleSet(site: string, signal?: AbortSignal): Promise<RuleSet> {
  return requestData<RuleSet>(`${RULE_SETS}?site=${encodeURIComponent(site)}`, { signal })
}

/** A site's own versions, the latest first. */
export function ruleSetHistoryQuery(site: string) {
  return queryOptions({
    queryKey: ['points', 'rule-sets', site, 'history'],
    queryFn: ({ signal }) =>
      requestData<RuleSetHistory>(`${RULE_SETS}/${encodeURIComponent(site)}/history`, { signal }),
  })
}

/** Makes a new version of a site's own set, or gives it up; gives the set that decides there now. */
export function writeRuleSet(site: string, body: WriteRuleSetBody): Promise<RuleSet> {
  return requestData<RuleSet>(`${RULE_SETS}/${encodeURIComponent(site)}`, { method: 'PUT', body: { data: body } })
}
