import { z } from 'zod'
import { SiteQuery } from './shared'

export const IMPORT_LINES_MAX = 2000

/** What becomes of the sound lines of a file with faults: nothing is imported, or they are. `check` writes nothing. */
export const IMPORT_MODES = ['check', 'all', 'sound'] as const
export type ImportMode = (typeof IMPORT_MODES)[number]

/**
 * POST /api/scoring/records/import — multipart: `file` (.xlsx by the template), `mode`, and `evidence`: documentIds of
 * uploaded files (the photographed paper list), joined by commas, that belong to every line.
 */
export const ImportFields = z.strictObject({ mode: z.enum(IMPORT_MODES), evidence: z.string().max(2000).optional() })

export const ImportFaultView = z.strictObject({
  /** As the sheet shows it: the line, and the cell such as `C17`. */
  row: z.int(),
  cell: z.string(),
  /** The heading of the column. */
  column: z.string(),
  code: z.string(),
  details: z.record(z.string(), z.unknown()),
})
export const ImportView = z.strictObject({
  lines: z.int(),
  sound: z.int(),
  imported: z.int(),
  faults: z.array(ImportFaultView),
})
export type ImportReport = z.infer<typeof ImportView>

/** GET /api/scoring/records/template?site= — the .xlsx to fill in, with the village's cards and rules on sheets of their own. */
export const TemplateQuery = SiteQuery
export const IMPORT_COLUMNS = ['card', 'holder', 'rule', 'quantity', 'occurredOn', 'note', 'source'] as const
export type ImportColumn = (typeof IMPORT_COLUMNS)[number]
