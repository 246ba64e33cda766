import type { Role } from '@practice/kernel'

/** What a route may load at most, in KB (1000 bytes) of gzipped JavaScript. */
export const LIMITS_KB = {
  /** The login page, where everybody begins on whatever line there is. */
  login: 120,
  /** A role's home, everything before it included. */
  home: 420,
  /** What a further screen adds to the home of the role that opens it. */
  screen: 80,
  /** A page for everybody, everything included. */
  public: 110,
  /** A dialog, a drawer or a tool, fetched when it is opened, beyond the page on which it is. */
  part: 80,
} as const

/** Parts that may weigh more, by their place in the bundle. */
export const HEAVIER_KB: Readonly<Record<string, number>> = {
  // Whole documents are written in it: it comes while the rest of the form can be filled in.
  'src/components/rich-text/RichTextEditor.tsx': 150,
}

interface Route {
  parts: readonly string[]
  /** Namespaces of its texts beside those that are there already. */
  namespaces: readonly string[]
}

function home(name: string): Route {
  return { parts: ['src/pages/home/HomePage.tsx', `src/pages/home/homes/${name}.tsx`], namespaces: ['home'] }
}

/** What each role's home is made of. The reviewer's is the queue itself. */
export const HOMES: Readonly<Record<Exclude<Role, 'resident'>, Route>> = {
  'county-editor': home('EditorHome'),
  'county-dispatcher': home('DispatcherHome'),
  'town-officer': home('TownHome'),
  'village-admin': home('VillageHome'),
  'team-leader': home('TeamHome'),
  'points-reviewer': { parts: ['src/pages/review/ReviewPage.tsx'], namespaces: ['review', 'scoring'] },
  'points-supervisor': home('SupervisorHome'),
  leader: home('OverviewHome'),
}

const RESIDENT = 'src/resident/ResidentApp.tsx'

/** Pages without the console: for everybody, and residents' own. */
export const PUBLIC: readonly (Route & { name: string })[] = [
  { name: 'news', parts: ['src/pages/articles/reader/NewsApp.tsx'], namespaces: ['news'] },
  { name: 'notice', parts: ['src/pages/notice/public/NoticeApp.tsx'], namespaces: ['notice'] },
  { name: 'statement', parts: ['src/resident/StatementApp.tsx'], namespaces: ['resident'] },
  { name: 'my', parts: [RESIDENT], namespaces: ['resident'] },
  {
    name: 'my/notice',
    parts: [RESIDENT, 'src/resident/pages/NoticePage.tsx'],
    namespaces: ['resident', 'notice'],
  },
  { name: 'my/news', parts: [RESIDENT, 'src/resident/pages/NewsPages.tsx'], namespaces: ['resident'] },
]
