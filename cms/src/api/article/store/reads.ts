import { newDocumentId, type Instant } from '@practice/kernel'
import type { Knex } from 'knex'

const READS = 'article_reads'
const READERS = 'article_readers'

/** Counts a reader of an article on a day, unless that reader counts already. Answers whether it counted. */
export async function countReader(
  trx: Knex.Transaction,
  { articleId, day, mark }: { articleId: string; day: string; mark: string },
  now: Instant,
): Promise<boolean> {
  const at = new Date(now)
  const columns = { article_id: articleId, day, created_at: at, updated_at: at, published_at: at }
  const rows: { id: number }[] = await trx(READERS)
    .insert({ ...columns, mark, document_id: newDocumentId() })
    .onConflict(['article_id', 'mark'])
    .ignore()
    .returning('id')
  if (rows.length === 0) return false
  await trx(READS)
    .insert({ ...columns, reads: 1, document_id: newDocumentId() })
    .onConflict(['article_id', 'day'])
    .merge({ reads: trx.raw('?? + 1', [`${READS}.reads`]), updated_at: at })
  return true
}

/** Forgets who read on days before this one. */
export async function dropReadersBefore(db: Knex, day: string): Promise<void> {
  await db(READERS).where('day', '<', day).delete()
}

/** How often each of these articles was read, on all days; those that nobody read are absent. */
export async function countReads(db: Knex, articleIds: readonly string[]): Promise<Map<string, number>> {
  if (articleIds.length === 0) return new Map()
  const rows: { article_id: string; total: number | string }[] = await db(READS)
    .whereIn('article_id', [...articleIds])
    .groupBy('article_id')
    .select('article_id')
    .sum({ total: 'reads' })
  return new Map(rows.map(({ article_id, total }) => [article_id, Number(total)]))
}
