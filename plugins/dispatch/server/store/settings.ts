import { jsonOf, newDocumentId } from '@practice/kernel'
import type { Knex } from 'knex'
import type { Settings } from '../../domain'

const TABLE = 'dispatch_settings'
/** There is one row, and its key is unique: nobody can make a second. */
const KEY = 'dispatch'

interface SettingsRow {
  clocks: unknown
  weights: unknown
  rating_prior: number
  distance_half_km: number
}

/** The settings as they are kept, not checked, or null before the first start. */
export async function findSettings(db: Knex): Promise<unknown> {
  const row = await db(TABLE).where({ key: KEY }).first<SettingsRow | undefined>('*')
  if (row === undefined) return null
  return {
    clocks: jsonOf(row.clocks),
    weights: jsonOf(row.weights),
    ratingPrior: row.rating_prior,
    distanceHalfKm: row.distance_half_km,
  }
}

/** Writes the settings; with `ifAbsent`, only where there are none. */
export async function saveSettings(
  db: Knex,
  settings: Settings,
  now: Date,
  { ifAbsent = false }: { ifAbsent?: boolean } = {},
): Promise<void> {
  const columns = {
    clocks: JSON.stringify(settings.clocks),
    weights: JSON.stringify(settings.weights),
    rating_prior: settings.ratingPrior,
    distance_half_km: settings.distanceHalfKm,
    updated_at: now,
  }
  const insert = db(TABLE)
    .insert({ ...columns, key: KEY, document_id: newDocumentId(), created_at: now, published_at: now })
    .onConflict('key')
  await (ifAbsent ? insert.ignore() : insert.merge(columns))
}
