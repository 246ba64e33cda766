import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DATA_FOLDER, integerOf, listOf, readRows } from './csv'
import { SAMPLE_DISTRICT } from './sites'

/** A row of a flat vocabulary: theme, platform or method. */
export interface TermSeed {
  code: string
  name: string
  position: number
}

export interface PlatformSeed {
  code: string
  name: string
  national: boolean
  description: string
  sample: boolean
}

export interface CategorySeed extends TermSeed {
  /** The code of the theme that it belongs to. */
  theme: string
}

export type Handling = 'agency' | 'instant' | 'visit' | 'activity'

export interface ItemSeed {
  code: string
  name: string
  categoryCode: string
  theme: string
  handling: Handling
  skill: string
  urgency: 'urgent' | 'general'
  resolveDays: number
}

/** A site's own setting of an item; null is "not said here", and the nearest site upwards decides. */
export interface OfferingSeed {
  siteCode: string
  itemCode: string
  enabled: boolean | null
  hours: string | null
  contact: string | null
  materials: string[] | null
  resolveDays: number | null
  form: Readonly<Record<string, unknown>> | null
}

const HANDLINGS: Readonly<Record<string, Handling>> = {
  代办: 'agency',
  即办: 'instant',
  上门: 'visit',
  活动: 'activity',
}

/** When the center serves, by the way of handling. */
const CENTER_HOURS: Readonly<Record<Handling, string>> = {
  agency: '周一至周五 8:30-12:00，14:30-18:00',
  instant: '周一至周五 8:30-12:00，14:30-18:00',
  visit: '每天 8:00-19:00',
  activity: '按约定的日期',
}
const CENTER_CONTACT = '原州区新时代文明实践中心派单台'

const ITEM_COLUMNS = ['code', 'category', 'name', 'handling', 'skill', 'emergency', 'resolve_days'] as const

/** The six themes, in the article's order. */
export function themes(): TermSeed[] {
  return readRows('themes.csv', ['code', 'name', 'position']).map(termOf)
}

/** The five ways of working. */
export function methods(): TermSeed[] {
  return readRows('methods.csv', ['code', 'name', 'position']).map(termOf)
}

/** The seven platforms, five of them national. */
export function platforms(): PlatformSeed[] {
  return readRows('platforms.csv', ['code', 'name', 'national', 'description', 'sample']).map((row) => ({
    ...row,
    national: row.national === 'true',
    sample: row.sample === 'true',
  }))
}

function termOf(row: { code: string; name: string; position: string }): TermSeed {
  return { code: row.code, name: row.name, position: Number(row.position) }
}

function itemRows() {
  const service = readRows('service-items.csv', ITEM_COLUMNS).map((row) => ({ ...row, theme: 'service' }))
  return [...service, ...readRows('menu-items.csv', [...ITEM_COLUMNS, 'theme'])]
}

/** The 46 items of the theme service and the menus of the other five themes. */
export function items(): ItemSeed[] {
  return itemRows().map((row) => {
    const handling = HANDLINGS[row.handling]
    const resolveDays = integerOf(row.resolve_days)
    if (handling === undefined || resolveDays === null) throw new Error(`service item ${row.code} is incomplete`)
    return {
      code: row.code,
      name: row.name,
      categoryCode: categoryCodeOf(row.code),
      theme: row.theme,
      handling,
      skill: row.skill,
      urgency: row.emergency === 'urgent' ? 'urgent' : 'general',
      resolveDays,
    }
  })
}

/** The categories that the items name: 8 of the theme service, and those of the other themes. */
export function categories(): CategorySeed[] {
  const byCode = new Map<string, Omit<CategorySeed, 'position'>>()
  for (const row of itemRows()) {
    const code = categoryCodeOf(row.code)
    byCode.set(code, { code, name: row.category, theme: row.theme })
  }
  return [...byCode.values()].map((category, at) => ({ ...category, position: at + 1 }))
}

/** C08-03 belongs to C08. */
function categoryCodeOf(itemCode: string): string {
  return itemCode.slice(0, itemCode.indexOf('-'))
}

/** What the center offers (everything), and what towns and villages set for themselves. */
export function sampleOfferings(): OfferingSeed[] {
  const own = readRows('settings.csv', [
    'site',
    'item',
    'enabled',
    'hours',
    'contact',
    'materials',
    'resolve_days',
    'form',
  ]).map((row): OfferingSeed => ({
    siteCode: row.site,
    itemCode: row.item,
    enabled: row.enabled === '' ? null : row.enabled === 'true',
    hours: row.hours || null,
    contact: row.contact || null,
    materials: row.materials === '' ? null : listOf(row.materials),
    resolveDays: integerOf(row.resolve_days),
    form: row.form === '' ? null : formOf(row.form),
  }))
  const forms = new Map(
    own.filter((offering) => offering.siteCode === SAMPLE_DISTRICT).map((o) => [o.itemCode, o.form]),
  )
  const materials = new Map(
    readRows('materials.csv', ['item', 'materials']).map((row) => [row.item, listOf(row.materials)]),
  )
  const center = items().map((item): OfferingSeed => ({
    siteCode: SAMPLE_DISTRICT,
    itemCode: item.code,
    enabled: true,
    hours: CENTER_HOURS[item.handling],
    contact: CENTER_CONTACT,
    materials: materials.get(item.code) ?? [],
    resolveDays: null,
    form: forms.get(item.code) ?? null,
  }))
  return [...center, ...own.filter((offering) => offering.siteCode !== SAMPLE_DISTRICT)]
}

/** A JSON Schema of `data/forms`, by name. */
function formOf(name: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(DATA_FOLDER, 'forms', `${name}.json`), 'utf8')) as Readonly<
    Record<string, unknown>
  >
}
