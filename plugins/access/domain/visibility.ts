import { isWithin, maskIdNumber, maskName, maskPhone, SCOPES, type Actor, type Cell } from '@practice/kernel'
import { notesShown } from './article-pictures'
import type { Columns, Mask, MasterType } from './master-types'

const MASKS: Readonly<Record<Mask, (value: string) => string>> = { phone: maskPhone, idNumber: maskIdNumber }
const ADULT_YEARS = 18

/** The cells of what anybody may read. */
const IN_PUBLIC: readonly Cell[] = ['all', 'published']

/** Which rows an actor reads of a type, as permissions.md says it. */
function readCellOf(type: MasterType, actor: Actor): Cell {
  if (type.resource === null || actor.kind === 'system' || actor.kind === 'panel') return 'all'
  return SCOPES[type.resource][actor.kind === 'user' ? actor.role : 'public'][0]
}

/** Whether somebody sees a type as outsiders do. */
export function isOutsider(actor: Actor): boolean {
  return actor.kind === 'public' || (actor.kind === 'user' && actor.role === 'resident')
}

/** What an actor may see of a row of this type that stands at `siteCode`. */
export function columnsShown(type: MasterType, actor: Actor, siteCode: unknown): Columns {
  const cell = readCellOf(type, actor)
  if (isOutsider(actor)) return IN_PUBLIC.includes(cell) && type.resource !== null ? type.shown.public : 'all'
  if (cell !== 'lineage' || actor.kind !== 'user' || actor.siteCode === null) return 'all'
  return typeof siteCode === 'string' && isWithin(siteCode, actor.siteCode) ? 'all' : type.shown.above
}

/** What may be asked about (filtered, sorted, populated) of a type: at most what may be seen somewhere. */
export function columnsAskable(type: MasterType, actor: Actor): Columns {
  return isOutsider(actor) ? columnsShown(type, actor, null) : 'all'
}

/**
 * Whether an actor sees less of some rows of a type than of others: then a question about a column that is not shown
 * of all of them has to keep to the actor's own site, or its answer would tell what is not shown.
 */
export function columnsOfEveryRow(type: MasterType, actor: Actor): Columns {
  return readCellOf(type, actor) === 'lineage' ? type.shown.above : 'all'
}

/** Whether a list of columns holds one; the two ids are always shown. */
export function includes(columns: Columns, name: string): boolean {
  return columns === 'all' || name === 'id' || name === 'documentId' || columns.includes(name)
}

/** A row as an actor may see it: hidden columns left out, private numbers masked. */
export function rowShown(
  type: MasterType,
  actor: Actor,
  row: Readonly<Record<string, unknown>>,
  year: number,
): Record<string, unknown> {
  const columns = columnsShown(type, actor, row.siteCode)
  const seen = Object.entries(row).filter(([name]) => includes(columns, name))
  const shown = Object.fromEntries(seen.map(([name, value]) => [name, masked(type.masks[name], value)]))
  if (type.resource === 'article' && 'pictures' in shown) {
    shown.pictures = notesShown(actor, row.siteCode, shown.pictures)
  }
  const hidesMinors = type.resource === 'volunteer' && isOutsider(actor) && isMinor(row, year)
  if (hidesMinors && typeof shown.name === 'string') shown.name = maskName(shown.name)
  return shown
}

function masked(mask: Mask | undefined, value: unknown): unknown {
  return mask === undefined || typeof value !== 'string' ? value : MASKS[mask](value)
}

function isMinor(row: Readonly<Record<string, unknown>>, year: number): boolean {
  const hasGuardian = typeof row.guardian === 'string' && row.guardian !== ''
  return hasGuardian || (typeof row.birthYear === 'number' && year - row.birthYear <= ADULT_YEARS)
}
