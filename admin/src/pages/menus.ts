import type { MeView } from '@practice/access/contracts'
import { PAGES } from './registry'
import { addressOf } from './page-route'
import type { PageRoute } from './page-route'

type Role = MeView['role']

/** A page's place in a menu; `label` is a key of `common:menu`, the page's name unless a role calls it otherwise. */
interface Place {
  page: string
  label?: string
}

const HOME: Place = { page: 'home' }

/** console.md, "Pages by role": the order of each menu. */
const MENUS: Readonly<Record<Role, readonly Place[]>> = {
  'county-editor': [
    HOME,
    { page: 'articles' },
    { page: 'activities' },
    { page: 'media' },
    { page: 'desk', label: 'orders' },
  ],
  'county-dispatcher': [
    HOME,
    { page: 'desk' },
    { page: 'teams' },
    { page: 'organisations' },
    { page: 'venues' },
    { page: 'offerings', label: 'catalogue' },
    { page: 'points' },
    { page: 'audit' },
    { page: 'settings' },
  ],
  'town-officer': [
    HOME,
    { page: 'desk' },
    { page: 'offerings' },
    { page: 'sites' },
    { page: 'teams' },
    { page: 'points', label: 'townPoints' },
    { page: 'articles' },
    { page: 'activities' },
  ],
  'village-admin': [
    HOME,
    { page: 'record' },
    { page: 'redeem' },
    { page: 'place' },
    { page: 'households' },
    { page: 'notice' },
    { page: 'stock' },
    { page: 'cards' },
    { page: 'desk' },
    { page: 'articles' },
    { page: 'activities' },
  ],
  'team-leader': [HOME, { page: 'inbox' }, { page: 'members' }, { page: 'finished' }],
  'points-reviewer': [{ page: 'review' }, { page: 'reviewed' }],
  'points-supervisor': [
    HOME,
    { page: 'objections' },
    { page: 'flags' },
    { page: 'ledger' },
    { page: 'stocktake' },
    { page: 'notice' },
    { page: 'desk', label: 'orders' },
    { page: 'audit' },
  ],
  leader: [
    { page: 'home', label: 'overview' },
    { page: 'assigned' },
    { page: 'escalated' },
    { page: 'desk', label: 'orders' },
    { page: 'points' },
    { page: 'teams' },
  ],
  // Residents have pages of their own.
  resident: [],
}

/** A line of the menu. */
export interface MenuEntry {
  page: PageRoute
  /** Key in `common`. */
  label: string
  to: string
}

/** The menu of a person: only pages that exist and are for them. */
export function menuOf(me: MeView): MenuEntry[] {
  return MENUS[me.role].flatMap((place) => {
    const page = PAGES.find(({ name }) => name === place.page)
    if (page === undefined || !page.isFor(me)) return []
    return [{ page, label: `menu.${place.label ?? page.name}`, to: addressOf(page) }]
  })
}
