import { useQuery } from '@tanstack/react-query'
import { sitesQuery } from '../api/directory'

/**
 * Names of the sites that one may see, by code: nothing until they have come, and after that a code that is not known
 * stands for itself.
 */
export function useSiteName(): (code: string) => string {
  const sites = useQuery(sitesQuery())
  const names = new Map((sites.data ?? []).map(({ code, name }) => [code, name]))
  return (code) => names.get(code) ?? (sites.isPending ? '' : code)
}
