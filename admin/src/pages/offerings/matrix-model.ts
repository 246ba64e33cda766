import type { CategoryRow } from './queries'
import { NOTHING_SAID, hasDetails, inheritedOf, keyOf, markOf } from './setting'
import type { Inherited, ItemRow, Mark, MenuLine, OfferingRow, Setting } from './setting'

/** A site that has a column. */
export interface Column {
  code: string
  name: string
  /** The site whose settings the others of the matrix inherit. */
  isOwn: boolean
}

/** Everything that the matrix is drawn from. */
export interface Offerings {
  columns: readonly Column[]
  settings: ReadonlyMap<string, OfferingRow>
  menu: ReadonlyMap<string, MenuLine>
  /** What was clicked and is on its way, by cell. */
  pending: ReadonlyMap<string, boolean | null>
}

/** What a cell shows. */
export interface CellView {
  siteCode: string
  mark: Mark
  /** Whether residents there get the item. */
  isOffered: boolean
  hasDetails: boolean
  isPending: boolean
}

/** Items of one category, in the order of the catalogue. */
export interface Group {
  code: string
  name: string
  items: ItemRow[]
}

/** What the list is narrowed to. */
export type Narrowing = 'all' | 'own' | 'off'

/** What a site says of an item now, what was just clicked included. */
export function settingAt(offerings: Offerings, siteCode: string, itemCode: string): Setting {
  const key = keyOf({ siteCode, itemCode })
  const setting = offerings.settings.get(key) ?? NOTHING_SAID
  const clicked = offerings.pending.get(key)
  return clicked === undefined ? setting : { ...setting, enabled: clicked }
}

/** What a column inherits of an item: from the menu above, and for all but the own column from that one. */
export function inheritedAt(offerings: Offerings, column: Column, item: ItemRow): Inherited {
  const own = offerings.columns.find(({ isOwn }) => isOwn)
  const above =
    own === undefined || column.isOwn
      ? []
      : [{ siteCode: own.code, setting: settingAt(offerings, own.code, item.code) }]
  return inheritedOf(item, offerings.menu.get(item.code), above)
}

/** The cells of an item's row. */
export function cellsOf(offerings: Offerings, item: ItemRow): CellView[] {
  return offerings.columns.map((column) => {
    const setting = settingAt(offerings, column.code, item.code)
    return {
      siteCode: column.code,
      mark: markOf(setting.enabled),
      isOffered: setting.enabled ?? inheritedAt(offerings, column, item).enabled,
      hasDetails: hasDetails(setting),
      isPending: offerings.pending.has(keyOf({ siteCode: column.code, itemCode: item.code })),
    }
  })
}

/** Whether two rows of cells look the same, so that only a row that changed is drawn again. */
export function sameCells(one: readonly CellView[], other: readonly CellView[]): boolean {
  return (
    one.length === other.length &&
    one.every((cell, index) => {
      const match = other[index]
      return (
        match !== undefined &&
        cell.siteCode === match.siteCode &&
        cell.mark === match.mark &&
        cell.isOffered === match.isOffered &&
        cell.hasDetails === match.hasDetails &&
        cell.isPending === match.isPending
      )
    })
  )
}

/** Items in their categories, narrowed to those whose name, code or category has `search` in it; empty ones go. */
export function groupsOf(items: readonly ItemRow[], categories: readonly CategoryRow[], search: string): Group[] {
  const wanted = search.trim().toLowerCase()
  const matches = (text: string) => text.toLowerCase().includes(wanted)
  return categories
    .map(({ code, name }) => ({
      code,
      name,
      items: items.filter(
        (item) => item.categoryCode === code && (matches(item.name) || matches(item.code) || matches(name)),
      ),
    }))
    .filter((group) => group.items.length > 0)
}

/** Whether a row belongs into a narrowed list: own settings somewhere, or not offered somewhere. */
export function isWanted(cells: readonly CellView[], narrowing: Narrowing): boolean {
  if (narrowing === 'all') return true
  if (narrowing === 'off') return cells.some((cell) => !cell.isOffered)
  return cells.some((cell) => cell.mark !== 'inherited' || cell.hasDetails)
}
