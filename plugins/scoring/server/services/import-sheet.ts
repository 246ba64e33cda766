import { ok, refuse, service, type Instant, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { IMPORT_LINES_MAX } from '../../contracts'
import {
  IMPORT_HEADINGS,
  readImport,
  textOf,
  type Cell,
  type ImportReading,
  type ImportRefusal,
  type ImportSheet,
} from '../../domain'
import type { StoredCard } from '../store/cards'
import { findSiteCards } from '../store/site-cards'
import { findSources, sourceKey, type FoundSource } from '../store/sources'
import { firstSheetOf } from './workbook'

/** A sheet that was read, with what its lines name. */
export interface ReadSheet {
  reading: ImportReading
  cards: ReadonlyMap<string, StoredCard>
  /** By documentId. */
  sources: ReadonlyMap<string, FoundSource>
}

const SOURCE_LENGTH_MAX = 60

/** Reads a workbook by what the cards, rules and sources of a site are called. */
export async function readSheet(
  strapi: Core.Strapi,
  file: Buffer,
  siteCode: string,
  now: Instant,
): Promise<Result<ReadSheet, ImportRefusal>> {
  const rows = await firstSheetOf(file)
  if (!rows.ok) return refuse('file_unreadable', { because: rows.code })
  const sheet = sheetOf(rows.value)
  if (sheet === null) return refuse('file_unreadable', { because: 'empty' })
  if (sheet.rows.length > IMPORT_LINES_MAX) {
    return refuse('too_many_lines', { lines: sheet.rows.length, most: IMPORT_LINES_MAX })
  }
  const [cards, set, found] = await Promise.all([
    findSiteCards(strapi.db.connection, siteCode),
    service(strapi, 'scoring', 'ruleSets').deciding(siteCode),
    findNamedSources(strapi, sheet),
  ])
  const sources = [...found].map(([number, { type, documentId }]) => ({ number, type, documentId }))
  const reading = readImport(sheet, { cards, rules: set?.rules ?? [], sources }, now)
  return ok({
    reading,
    cards: new Map(cards.map((card) => [card.number, card])),
    sources: new Map([...found.values()].map((source) => [source.documentId, source])),
  })
}

/** The first line that is not empty is the heading; null for a sheet without any. */
function sheetOf(rows: readonly Cell[][]): ImportSheet | null {
  const filled = rows
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''))
  const [header, ...others] = filled
  return header === undefined ? null : { header, rows: others }
}

/** The orders and activities that the sheet's column of sources names, by the text that names them. */
async function findNamedSources(strapi: Core.Strapi, { header, rows }: ImportSheet): Promise<Map<string, FoundSource>> {
  const headings: readonly string[] = IMPORT_HEADINGS.source
  const column = header.cells.findIndex((cell) => headings.includes(textOf(cell).replace(/[\s*]/g, '')))
  const names = new Set(rows.map(({ cells }) => textOf(cells[column])))
  const wanted = [...names].filter(
    (name) => name !== '' && name.length <= SOURCE_LENGTH_MAX && !/[\0\p{Cs}]/u.test(name),
  )
  const found = await findSources(
    strapi,
    wanted.flatMap((name) => [
      { type: 'order' as const, name },
      { type: 'activity' as const, name },
    ]),
  )
  const named = new Map<string, FoundSource>()
  for (const name of wanted) {
    const source = found.get(sourceKey('order', name)) ?? found.get(sourceKey('activity', name))
    if (source !== undefined) named.set(name, source)
  }
  return named
}
