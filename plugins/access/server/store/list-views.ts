import { jsonOf, newDocumentId, type Instant } from '@practice/kernel'
import type { Knex } from 'knex'
import type { KeptList, ListViewsView, SavedView } from '../../contracts'

const TABLE = 'access_list_views'

/** How an account looks at a list, or that it never said. */
export async function findListViews(db: Knex, userId: number, list: KeptList): Promise<ListViewsView> {
  const row: { columns: unknown; views: unknown } | undefined = await db(TABLE)
    .where({ user_id: userId, list })
    .first('columns', 'views')
  return { list, columns: jsonOf<string[]>(row?.columns), views: jsonOf<SavedView[]>(row?.views) ?? [] }
}

/** Keeps how an account looks at a list, in the place of what it kept before. */
export async function keepListViews(
  db: Knex,
  userId: number,
  { list, columns, views }: ListViewsView,
  now: Instant,
): Promise<void> {
  const at = new Date(now)
  const kept = {
    columns: columns === null ? null : JSON.stringify(columns),
    views: JSON.stringify(views),
    updated_at: at,
  }
  await db(TABLE)
    .insert({ ...kept, user_id: userId, list, document_id: newDocumentId(), created_at: at, published_at: at })
    .onConflict(['user_id', 'list'])
    .merge(kept)
}
