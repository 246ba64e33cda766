import { cached, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { MenuItem } from '../../contracts'
import { menuOf } from '../../domain'
import { loadCatalogue, type Catalogue } from '../store/offerings'

/** How long another server's change of an offering may go unseen. */
const LIFETIME_MS = 3_000

interface Menus {
  catalogue: Catalogue
  bySite: Map<string, MenuItem[]>
}

/** What each site offers, with everything inherited resolved. */
export const offerings = ({ strapi }: { strapi: Core.Strapi }) => {
  const menus = cached<Menus>(
    async () => ({ catalogue: await loadCatalogue(strapi.db.connection), bySite: new Map() }),
    LIFETIME_MS,
  )
  return {
    /** The menu of a site: what is on there, as the nearest site upwards says. Empty for a code that is no site's. */
    async effective(siteCode: string): Promise<MenuItem[]> {
      const [{ catalogue, bySite }, { clocks }, { sites }] = await Promise.all([
        menus.get(),
        service(strapi, 'dispatch', 'settings').read(),
        service(strapi, 'dispatch', 'directory').read(),
      ])
      const known = bySite.get(siteCode)
      if (known !== undefined) return known
      // Only sites that there are, so that made-up codes cannot fill the memory.
      if (!sites.has(siteCode)) return []
      const menu = menuOf(siteCode, catalogue.items, catalogue.settings, clocks.resolveDays)
      bySite.set(siteCode, menu)
      return menu
    },
    /** Forgets the menus, since an item, an offering or a category changed. */
    drop: (): void => menus.drop(),
  }
}
