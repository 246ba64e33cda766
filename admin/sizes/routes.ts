import type { MeView } from '@practice/access/contracts'
import { abilitiesOf } from '@practice/access/domain'
import { PAGES } from '../src/pages/registry'
import { HEAVIER_KB, HOMES, LIMITS_KB, PUBLIC } from './budget'
import type { Bundle } from './bundle'

const ENTRY = 'index.html'
const APP = 'src/app/App.tsx'
const HOME_PAGE = 'src/pages/home/HomePage.tsx'

/** The language that everybody begins with; a route loads its texts in one. */
const LOCALE = 'src/locales/zh-CN/'

type Parts = ReadonlySet<string>

/** What one route loads, against what it may. */
export interface Line {
  kind: keyof typeof LIMITS_KB
  name: string
  bytes: number
  limitKb: number
}

/** What every route weighs, and where the budget and the bundle do not speak of the same. */
export interface Sizes {
  lines: Line[]
  unlisted: string[]
}

/** Weighs every route. A screen counts by what it adds to the home of the role to whom it adds most. */
export function sizesOf(bundle: Bundle): Sizes {
  const load = (parts: readonly string[], namespaces: readonly string[]): Parts =>
    bundle.closure(...parts, ...namespaces.map((namespace) => `${LOCALE}${namespace}.json`))
  const login = load([ENTRY], ['auth'])
  const homes = Object.entries(HOMES).map(([role, { parts, namespaces }]) => ({
    role: role as keyof typeof HOMES,
    parts: load([ENTRY, APP, ...parts], ['auth', 'common', ...namespaces]),
  }))
  const screens = PAGES.filter(({ name }) => name !== 'home').map((page) => {
    const parts = load([ENTRY, APP, pagePart(bundle, page.name)], ['auth', 'common', ...page.namespaces])
    const seenBy = homes.filter(({ role }) => page.isFor(someone(role)))
    const added = seenBy.map((home) => addedBytes(bundle, parts, home.parts))
    return { name: page.name, parts, bytes: Math.max(0, ...added) }
  })
  const publics = PUBLIC.map(({ name, parts, namespaces }) => ({
    name,
    parts: load([ENTRY, ...parts], ['auth', ...namespaces]),
  }))
  const routes = [login, ...[...homes, ...screens, ...publics].map(({ parts }) => parts)]
  return {
    lines: [
      lineOf('login', 'login', bundle.bytesOf(login)),
      ...homes.map(({ role, parts }) => lineOf('home', role, bundle.bytesOf(parts))),
      ...screens.map(({ name, bytes }) => lineOf('screen', name, bytes)),
      ...publics.map(({ name, parts }) => lineOf('public', name, bundle.bytesOf(parts))),
      ...partLines(bundle, routes),
    ],
    unlisted: unlistedIn(bundle, login),
  }
}

/** One readable line for each thing that weighs more than it may, or that the budget does not know. */
export function offencesOf({ lines, unlisted }: Sizes): string[] {
  const over = lines
    .filter(({ bytes, limitKb }) => bytes > limitKb * 1000)
    .map((line) => `${line.kind} ${line.name}: ${(line.bytes / 1000).toFixed(1)} KB, and may have ${line.limitKb} KB`)
  return [...over, ...unlisted]
}

function lineOf(kind: Line['kind'], name: string, bytes: number): Line {
  return { kind, name, bytes, limitKb: HEAVIER_KB[name] ?? LIMITS_KB[kind] }
}

function addedBytes(bundle: Bundle, parts: Parts, base: Parts): number {
  return bundle.bytesOf([...parts].filter((part) => !base.has(part)))
}

/** The page's own part: the one in its folder that the console fetches. */
function pagePart(bundle: Bundle, name: string): string {
  const own = new RegExp(`^src/pages/${name}/\\w+Page\\.tsx$`)
  const part = [...bundle.fetchedBy(bundle.closure(APP))].find((fetched) => own.test(fetched))
  if (part === undefined) throw new Error(`the console fetches no page from src/pages/${name}/`)
  return part
}

/** What each part that opens later adds to the route, or to the other part, on which it adds most. */
function partLines(bundle: Bundle, routes: readonly Parts[]): Line[] {
  const known = new Set([
    ...[APP, HOME_PAGE, ...PAGES.filter(({ name }) => name !== 'home').map(({ name }) => pagePart(bundle, name))],
    ...[...Object.values(HOMES), ...PUBLIC].flatMap(({ parts }) => parts),
  ])
  const added = new Map<string, number>()
  const open = [...routes]
  for (let base = open.pop(); base !== undefined; base = open.pop()) {
    for (const part of bundle.fetchedBy(base)) {
      if (known.has(part) || part.startsWith('src/locales/')) continue
      const parts = bundle.closure(part)
      if (!added.has(part)) open.push(new Set([...base, ...parts]))
      added.set(part, Math.max(added.get(part) ?? 0, addedBytes(bundle, parts, base)))
    }
  }
  return [...added].map(([name, bytes]) => lineOf('part', name, bytes))
}

/** Pages without the console that have no line in the budget, and parts with a limit of their own that are gone. */
function unlistedIn(bundle: Bundle, login: Parts): string[] {
  const listed = new Set([APP, ...PUBLIC.flatMap(({ parts }) => parts)])
  return [
    ...[...bundle.fetchedBy(login)]
      .filter((part) => /^src\/(pages|resident)\//.test(part) && !listed.has(part))
      .map((part) => `${part} opens without the console and has no line in PUBLIC of admin/sizes/budget.ts`),
    ...Object.keys(HEAVIER_KB)
      .filter((part) => !bundle.has(part))
      .map((part) => `${part} has a limit in admin/sizes/budget.ts and is not in the bundle`),
  ]
}

/** A person of a role, as far as it decides which pages are theirs. */
function someone(role: MeView['role']): MeView {
  return {
    role,
    username: role,
    displayName: role,
    can: abilitiesOf(role),
    team: { code: 'team', name: 'team' },
    site: null,
  } as MeView
}
