import { jsonOf } from '@practice/kernel'
import type { Knex } from 'knex'
import type { CatalogueItem, OfferingSetting } from '../../domain'

/** Every item and what every site says of it. */
export interface Catalogue {
  items: CatalogueItem[]
  settings: OfferingSetting[]
}

interface ItemRow {
  code: string
  name: string
  category_code: string
  category_name: string | null
  theme: string | null
  handling: string
  skill: string | null
  urgency: CatalogueItem['urgency']
  resolve_days: number | null
  form: unknown
  active: boolean | number
}

interface OfferingRow {
  site_code: string
  item_code: string
  enabled: boolean | number | null
  hours: string | null
  contact: string | null
  materials: unknown
  resolve_days: number | null
  form: unknown
}

/** Reads the catalogue in the order of its categories. */
export async function loadCatalogue(db: Knex): Promise<Catalogue> {
  const [items, settings] = await Promise.all([
    db('service_items as i')
      .leftJoin('service_categories as c', 'c.code', 'i.category_code')
      .orderBy(['c.position', 'i.code'])
      .select<ItemRow[]>('i.*', 'c.name as category_name'),
    db('service_offerings').select<OfferingRow[]>('*'),
  ])
  return { items: items.map(itemOf), settings: settings.map(settingOf) }
}

function itemOf(row: ItemRow): CatalogueItem {
  return {
    code: row.code,
    name: row.name,
    category: { code: row.category_code, name: row.category_name ?? row.category_code },
    theme: row.theme ?? '',
    handling: row.handling,
    skill: row.skill ?? '',
    urgency: row.urgency,
    resolveDays: row.resolve_days,
    form: jsonOf<Record<string, unknown>>(row.form),
    active: Boolean(row.active),
  }
}

function settingOf(row: OfferingRow): OfferingSetting {
  return {
    siteCode: row.site_code,
    itemCode: row.item_code,
    enabled: row.enabled === null ? null : Boolean(row.enabled),
    hours: row.hours,
    contact: row.contact,
    materials: jsonOf<string[]>(row.materials),
    resolveDays: row.resolve_days,
    form: jsonOf<Record<string, unknown>>(row.form),
  }
}
