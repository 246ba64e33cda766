import type { VillageDeed } from '@practice/access/contracts'
import { instantOf, scopeSql, type CodeRange, type Instant, type Moment, type Scope } from '@practice/kernel'
import type { Knex } from 'knex'

/** When each was done last at a village, null for never. */
export type LastDeeds = Readonly<Record<VillageDeed, Instant | null>>

/** A village's code is the beginning of the codes of its points. */
const VILLAGE_LENGTH = 12

interface DeedRow {
  village: string
  at: Moment
}

/**
 * When an order was placed, a record made and an article written last in each village of a range, from one index each.
 * Drafts count for whom `drafts` lets see them, what is published for everybody.
 */
export async function findLastDeeds(db: Knex, range: CodeRange, drafts: Scope): Promise<Map<string, LastDeeds>> {
  const written = scopeSql(drafts, { siteCode: 'site_code' })
  const [orders, records, articles] = (await Promise.all([
    lastOf(db, 'dispatch_orders', 'created_at', range),
    lastOf(db, 'scoring_records', 'recorded_at', range),
    lastOf(db, 'articles', 'coalesce(published_at, created_at)', range).where((query) => {
      void query.whereNotNull('published_at').orWhereRaw(written.text, written.bindings as Knex.Value[])
    }),
  ])) as [DeedRow[], DeedRow[], DeedRow[]]
  const deeds = new Map<string, Record<VillageDeed, Instant | null>>()
  const note = (deed: VillageDeed, rows: readonly DeedRow[]) => {
    for (const { village, at } of rows) {
      const known = deeds.get(village) ?? { order: null, record: null, article: null }
      deeds.set(village, { ...known, [deed]: instantOf(at) })
    }
  }
  note('order', orders)
  note('record', records)
  note('article', articles)
  return deeds
}

function lastOf(db: Knex, table: string, moment: string, range: CodeRange): Knex.QueryBuilder {
  return db(table)
    .where('site_code', '>=', range.from)
    .where('site_code', '<', range.below)
    .groupByRaw('1')
    .select(db.raw('substr(site_code, 1, ?) as village', [VILLAGE_LENGTH]), db.raw(`max(${moment}) as at`))
}
