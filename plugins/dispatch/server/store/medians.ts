import { isPostgres, type CodeRange } from '@practice/kernel'
import type { Knex } from 'knex'

/** The four waits that are measured, and between which moments. */
const WAITS = {
  toDispatch: ['created_at', 'dispatched_at'],
  toAccept: ['dispatched_at', 'accepted_at'],
  toResolve: ['accepted_at', 'completed_at'],
  toRate: ['completed_at', 'rated_at'],
} as const

export type Wait = keyof typeof WAITS
const NAMES = Object.keys(WAITS) as Wait[]

/** Medians in milliseconds; null where nothing was measured. */
export type Medians = Record<Wait, number | null>

/** Medians of a range of sites as a whole, and of each group of sites within it. */
export interface MediansOfRange {
  whole: Medians
  /** By the first characters of the site. */
  groups: ReadonlyMap<string, Medians>
}

/** The medians of the four waits of the orders within a range, whole and by the first `length` characters of the site. */
export function findMedians(db: Knex, range: CodeRange, length: number): Promise<MediansOfRange> {
  return isPostgres(db) ? asked(db, range, length) : computed(db, range, length)
}

const NONE: Medians = { toDispatch: null, toAccept: null, toResolve: null, toRate: null }

/** PostgreSQL knows medians. */
async function asked(db: Knex, range: CodeRange, length: number): Promise<MediansOfRange> {
  const medians = NAMES.map((name) => {
    const [from, to] = WAITS[name]
    return `percentile_cont(0.5) within group (order by extract(epoch from ${to} - ${from}) * 1000) as "${name}"`
  })
  const rows: (Medians & { site: string | null })[] = await db
    .select(db.raw(`site, ${medians.join(', ')}`))
    .from(ordersOf(db, range, length).as('measured'))
    .groupByRaw('grouping sets ((), (site))')
  const groups = new Map(rows.flatMap(({ site, ...measured }) => (site === null ? [] : [[site, measured] as const])))
  const { site: _whole, ...whole } = rows.find(({ site }) => site === null) ?? { site: null, ...NONE }
  return { whole, groups }
}

type Moments = Record<'created_at' | 'dispatched_at' | 'accepted_at' | 'completed_at' | 'rated_at', number | null>

/** SQLite does not, and takes ten times as long to number rows in windows as it takes to hand them over. */
async function computed(db: Knex, range: CodeRange, length: number): Promise<MediansOfRange> {
  const rows = (await ordersOf(db, range, length)) as (Moments & { site: string })[]
  const whole = samples()
  const groups = new Map<string, Samples>()
  for (const row of rows) {
    const group = groups.get(row.site) ?? samples()
    groups.set(row.site, group)
    for (const name of NAMES) {
      const [from, to] = WAITS[name]
      const [began, ended] = [row[from], row[to]]
      if (began === null || ended === null) continue
      whole[name].push(ended - began)
      group[name].push(ended - began)
    }
  }
  return { whole: mediansOf(whole), groups: new Map([...groups].map(([site, group]) => [site, mediansOf(group)])) }
}

function ordersOf(db: Knex, range: CodeRange, length: number) {
  return db('dispatch_orders')
    .where('site_code', '>=', range.from)
    .where('site_code', '<', range.below)
    .select(db.raw('substr(site_code, 1, ?) as site', [length]))
    .select('created_at', 'dispatched_at', 'accepted_at', 'completed_at', 'rated_at')
}

type Samples = Record<Wait, number[]>

const samples = (): Samples => ({ toDispatch: [], toAccept: [], toResolve: [], toRate: [] })

function mediansOf(measured: Samples): Medians {
  return Object.fromEntries(NAMES.map((name) => [name, medianOf(measured[name])])) as Medians
}

/** The middle of some figures, between two of them when their number is even; null when there are none. */
function medianOf(figures: readonly number[]): number | null {
  const sorted = Float64Array.from(figures).sort()
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
