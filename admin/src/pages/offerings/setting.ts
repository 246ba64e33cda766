import type { FormSchema } from '../../components/json-schema'

/** What a site may say of a service item beside whether it offers it. */
export const DETAILS = ['hours', 'contact', 'materials', 'resolveDays', 'form'] as const
export type Detail = (typeof DETAILS)[number]

/** What one site says of one item. What is null is not said there: the nearest site upwards decides. */
export interface Setting {
  enabled: boolean | null
  hours: string | null
  contact: string | null
  materials: readonly string[] | null
  resolveDays: number | null
  form: FormSchema | null
}

/** A setting as the server keeps it. */
export interface OfferingRow extends Setting {
  documentId: string
  siteCode: string
  itemCode: string
}

/** A service item of the catalogue. */
export interface ItemRow {
  documentId: string
  code: string
  name: string
  categoryCode: string
  handling: string
  resolveDays: number | null
  form: FormSchema | null
}

/** One cell of the matrix: an item at a site. */
export interface CellRef {
  siteCode: string
  itemCode: string
}

export const NOTHING_SAID: Setting = {
  enabled: null,
  hours: null,
  contact: null,
  materials: null,
  resolveDays: null,
  form: null,
}

/** A text for each cell, to find it by. */
export function keyOf({ siteCode, itemCode }: CellRef): string {
  return `${siteCode}|${itemCode}`
}

/** Whether a site says nothing at all of an item, so that its row may go. */
export function saysNothing(setting: Setting): boolean {
  return setting.enabled === null && !hasDetails(setting)
}

/** The parts of a setting that are other than before. */
export function changesOf(before: Setting, after: Setting): Partial<Setting> {
  const parts = (['enabled', ...DETAILS] as const).filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  )
  return Object.fromEntries(parts.map((part) => [part, after[part]]))
}

/** Whether a site says more of an item than whether it offers it. */
export function hasDetails(setting: Setting): boolean {
  return DETAILS.some((detail) => setting[detail] !== null)
}

/** How a cell is drawn: nothing of its own, switched off here, or on here. */
export type Mark = 'inherited' | 'off' | 'on'

/** The mark of what a site says. */
export function markOf(enabled: boolean | null): Mark {
  return enabled === null ? 'inherited' : enabled ? 'on' : 'off'
}

/** What the next click says: inherited → off → on → inherited (console.md, "Service items"). */
export function nextOf(enabled: boolean | null): boolean | null {
  return enabled === null ? false : enabled ? null : true
}

/** What a switch says: the site's own word only where it differs from what it would inherit. */
export function switched(isOn: boolean, isInheritedOn: boolean): boolean | null {
  return isOn === isInheritedOn ? null : isOn
}

/** What holds at a site when it says nothing itself, and for each part the site that says it (null: unknown, above). */
export interface Inherited extends Omit<Setting, 'enabled'> {
  enabled: boolean
  from: Readonly<Record<'enabled' | Detail, string | null>>
}

/** A line of the menu of the site above the highest one that is shown; undefined where it is not offered there. */
export type MenuLine = Omit<Setting, 'enabled'> & { decidedBy: string | null }

/**
 * What a site inherits of an item. `above` are the settings of the sites between it and the one whose menu `line` is
 * of, nearest first; each part is decided by the first that says something. What nobody says comes from the catalogue.
 */
export function inheritedOf(
  item: Pick<ItemRow, 'resolveDays' | 'form'>,
  line: MenuLine | undefined,
  above: readonly { siteCode: string; setting: Setting }[],
): Inherited {
  const base: Setting =
    line !== undefined
      ? { ...line, enabled: true }
      : { ...NOTHING_SAID, resolveDays: item.resolveDays, form: item.form }
  const sayer = (part: 'enabled' | Detail) => above.find(({ setting }) => setting[part] !== null)
  const decided = <Name extends Detail>(part: Name): Setting[Name] => sayer(part)?.setting[part] ?? base[part]
  return {
    enabled: sayer('enabled')?.setting.enabled ?? line !== undefined,
    hours: decided('hours'),
    contact: decided('contact'),
    materials: decided('materials'),
    resolveDays: decided('resolveDays'),
    form: decided('form'),
    from: {
      enabled: sayer('enabled')?.siteCode ?? line?.decidedBy ?? null,
      hours: sayer('hours')?.siteCode ?? null,
      contact: sayer('contact')?.siteCode ?? null,
      materials: sayer('materials')?.siteCode ?? null,
      resolveDays: sayer('resolveDays')?.siteCode ?? null,
      form: sayer('form')?.siteCode ?? null,
    },
  }
}

/** What residents of a site get of an item: its own word, else what it inherits. */
export function resolvedOf(setting: Setting, inherited: Inherited): Omit<Inherited, 'from'> {
  return {
    enabled: setting.enabled ?? inherited.enabled,
    hours: setting.hours ?? inherited.hours,
    contact: setting.contact ?? inherited.contact,
    materials: setting.materials ?? inherited.materials,
    resolveDays: setting.resolveDays ?? inherited.resolveDays,
    form: setting.form ?? inherited.form,
  }
}
