import { jsonOf, newDocumentId } from '@practice/kernel'
import type { Knex } from 'knex'

const SETTINGS = 'article_settings'

/** What is kept under a key, or null. */
export async function findSetting<T>(db: Knex, key: string): Promise<T | null> {
  const row: { value: unknown } | undefined = await db(SETTINGS).where({ key }).first('value')
  return jsonOf<T>(row?.value)
}

/** Keeps something under a key; with `ifAbsent`, only where there is nothing yet. */
export async function saveSetting(
  db: Knex,
  key: string,
  value: unknown,
  now: Date,
  { ifAbsent = false }: { ifAbsent?: boolean } = {},
): Promise<void> {
  const columns = { value: JSON.stringify(value), updated_at: now }
  const insert = db(SETTINGS)
    .insert({ ...columns, key, document_id: newDocumentId(), created_at: now, published_at: now })
    .onConflict('key')
  await (ifAbsent ? insert.ignore() : insert.merge(columns))
}

/** Forgets what is kept under keys that begin with `prefix` and come before `key`. */
export async function dropSettings(db: Knex, prefix: string, key: string): Promise<void> {
  await db(SETTINGS).where('key', 'like', `${prefix}%`).where('key', '<', key).delete()
}

const NEWS = 'news'

/** Whether an article goes out only after a second person has approved it. */
export async function findSecondPerson(db: Knex): Promise<boolean> {
  return (await findSetting<{ secondPerson: boolean }>(db, NEWS))?.secondPerson ?? false
}

/** Says whether it does. */
export function saveSecondPerson(db: Knex, secondPerson: boolean, now: Date): Promise<void> {
  return saveSetting(db, NEWS, { secondPerson }, now)
}
