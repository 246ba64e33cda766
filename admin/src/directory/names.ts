import { isWithin } from '@practice/kernel'
import { useQuery } from '@tanstack/react-query'
import { sitesQuery } from '../api/directory'
import { useMe } from '../app/me'

/**
 * Names of the sites that one may see, by code: nothing until they have come, and after that a code that is not known
 * stands for itself.
 */
export function useSiteName(): (code: string) => string {
  const sites = useQuery(sitesQuery())
  const names = new Map((sites.data ?? []).map(({ code, name }) => [code, name]))
  return (code) => names.get(code) ?? (sites.isPending ? '' : code)
}

/** Tells whether rows of a site are one's own: those of the site itself and of everything below. */
export function useIsOwn(): (siteCode: string) => boolean {
  const { site } = useMe()
  return (siteCode) => site !== null && isWithin(siteCode, site.code)
}
