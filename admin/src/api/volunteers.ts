import { queryOptions, skipToken } from '@tanstack/react-query'
import qs from 'qs'
import { requestData } from './client'

/** A volunteer as a list of names needs it. */
export interface VolunteerRow {
  documentId: string
  number: string
  name: string
}

function loadTeamVolunteers(team: string): Promise<VolunteerRow[]> {
  const query = qs.stringify(
    {
      filters: { teamCode: { $eq: team } },
      fields: ['number', 'name'],
      sort: ['number'],
      pagination: { pageSize: 100 },
    },
    { encodeValuesOnly: true },
  )
  return requestData<VolunteerRow[]>(`/volunteers?${query}`)
}

/** The volunteers of a team, by number; nothing is asked without a team. */
export function teamVolunteersQuery(team: string | null) {
  return queryOptions({
    queryKey: ['volunteers', team],
    queryFn: team === null ? skipToken : () => loadTeamVolunteers(team),
    staleTime: 300_000,
  })
}
