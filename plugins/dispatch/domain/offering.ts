import { lineageOf } from '@practice/kernel'
import type { Urgency } from './vocabulary'

/** A service item as the catalogue keeps it, with its category at hand. */
export interface CatalogueItem {
  code: string
  name: string
  category: { code: string; name: string }
  theme: string
  handling: string
  skill: string
  urgency: Urgency
  resolveDays: number | null
  form: Record<string, unknown> | null
  active: boolean
}

/** What a site says of an item. What is null is not said here, and is looked for further up. */
export interface OfferingSetting {
  siteCode: string
  itemCode: string
  enabled: boolean | null
  hours: string | null
  contact: string | null
  materials: readonly string[] | null
  resolveDays: number | null
  form: Record<string, unknown> | null
}

/** One line of a site's menu, as the contract's `MenuItem`. */
export interface MenuLine {
  code: string
  name: string
  category: { code: string; name: string }
  theme: string
  handling: string
  skill: string
  urgency: Urgency
  hours: string | null
  contact: string | null
  materials: string[]
  resolveDays: number
  form: Record<string, unknown> | null
  decidedBy: string | null
}

/**
 * The menu of a site: for each field of each item, the nearest site upwards that says something decides. An item that
 * is not active, or that nobody said is enabled, is left out. `decidedBy` is the site that enabled it.
 *
 * `settings` may hold those of other sites too; they are passed over. The lines keep the order of `items`.
 * `resolveDays` is for items of which neither a site nor the catalogue says how long they take.
 */
export function menuOf(
  siteCode: string,
  items: readonly CatalogueItem[],
  settings: readonly OfferingSetting[],
  resolveDays: number,
): MenuLine[] {
  const byItem = nearestFirst(siteCode, settings)
  return items.flatMap((item) => {
    if (!item.active) return []
    const said = byItem.get(item.code) ?? []
    const decider = said.find(({ enabled }) => enabled !== null)
    if (decider?.enabled !== true) return []
    return [
      {
        code: item.code,
        name: item.name,
        category: item.category,
        theme: item.theme,
        handling: item.handling,
        skill: item.skill,
        urgency: item.urgency,
        hours: nearest(said, 'hours'),
        contact: nearest(said, 'contact'),
        materials: [...(nearest(said, 'materials') ?? [])],
        resolveDays: nearest(said, 'resolveDays') ?? item.resolveDays ?? resolveDays,
        form: nearest(said, 'form') ?? item.form,
        decidedBy: decider.siteCode,
      },
    ]
  })
}

/** What the site and those above it say, by item, nearest first. */
function nearestFirst(siteCode: string, settings: readonly OfferingSetting[]): Map<string, OfferingSetting[]> {
  const bySite = new Map<string, OfferingSetting[]>(lineageOf(siteCode).map((code) => [code, []]))
  for (const setting of settings) bySite.get(setting.siteCode)?.push(setting)
  const byItem = new Map<string, OfferingSetting[]>()
  for (const setting of [...bySite.values()].flat()) {
    const said = byItem.get(setting.itemCode)
    if (said) said.push(setting)
    else byItem.set(setting.itemCode, [setting])
  }
  return byItem
}

type Field = 'hours' | 'contact' | 'materials' | 'resolveDays' | 'form'

function nearest<Name extends Field>(said: readonly OfferingSetting[], field: Name): OfferingSetting[Name] | null {
  return said.find((setting) => setting[field] !== null)?.[field] ?? null
}
