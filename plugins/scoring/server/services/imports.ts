import crypto from 'node:crypto'
import {
  inScope,
  inTransaction,
  newDocumentId,
  ok,
  refuse,
  Refused,
  scopeOf,
  service,
  type Actor,
  type Instant,
  type Result,
  type UserActor,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { ImportMode, ImportReport } from '../../contracts'
import { dayOf, hasRole, RECORDING_ROLES, type FiledEvidence, type ImportRefusal } from '../../domain'
import { addToCaps, lockCaps, type CapShare } from '../store/caps'
import { nextValue } from '../store/counters'
import { readSiteNames } from '../store/directory'
import { findImport, insertImport } from '../store/record-imports'
import { insertRecords } from '../store/records'
import { reserve } from '../store/standings'
import { capKeysOf, decideLines, type Accepted, type Deciding } from './import-lines'
import { readSheet, type ReadSheet } from './import-sheet'
import { once, type Made } from './once'
import { filedEvidence, newRecord, recordNumber, sharesOf } from './recording'
import { tellOfImport } from './telling'
import { templateOf } from './template'
import type { DecidingSet } from './rule-sets'

/** A workbook to be imported. */
export interface Importing {
  file: Buffer
  mode: ImportMode
  /** documentIds of the files that belong to every line: the photographed list. */
  evidence: readonly string[]
  key: string | null
}

/** What became of it, and whether this very call did it. */
export interface Imported {
  report: ImportReport
  fresh: boolean
}

/** A file to be saved. */
export interface Download {
  name: string
  content: Buffer
}

/** Lists of records on paper, brought in as workbooks. */
export const imports = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Imports a workbook in one transaction: all of its sound lines, or nothing, as its mode says. Every fault names its
   * cell. Only what was imported takes the key; a file that changed nothing may be sent again and again.
   */
  async run(actor: Actor, importing: Importing, now: Instant): Promise<Result<Imported, ImportRefusal>> {
    if (!hasRole(actor, RECORDING_ROLES) || actor.siteCode === null) return refuse('role_not_allowed')
    const site = actor.siteCode
    const evidence = await filedEvidence(strapi, importing.evidence)
    if (evidence.unknown.length > 0) return refuse('file_unknown', { files: evidence.unknown })
    const sheet = await readSheet(strapi, importing.file, site, now)
    if (!sheet.ok) return sheet
    const done = await commit(strapi, actor, { ...importing, site, filed: evidence, sheet: sheet.value }, now)
    if (done.ok) {
      const { documentId, fresh, report } = done.value
      const kept = fresh ? report : await findImport(strapi.db.connection, documentId)
      return ok({ report: kept ?? report, fresh })
    }
    if (done.code !== 'nothing_imported') return { ...done, code: done.code }
    return ok({ report: done.details['report'] as ImportReport, fresh: false })
  },

  /** The workbook to fill in, with the cards and the rules of a site (the actor's own unless told). */
  async template(
    actor: Actor,
    site: string | undefined,
    now: Instant,
  ): Promise<Result<Download, 'role_not_allowed' | 'site_unknown' | 'no_rule_set'>> {
    const code = site ?? (actor.kind === 'user' ? actor.siteCode : null) ?? ''
    if (!hasRole(actor, RECORDING_ROLES)) return refuse('role_not_allowed')
    if (!(await readSiteNames(strapi)).has(code)) return refuse('site_unknown', { site: code })
    if (!inScope(scopeOf(actor, 'card', 'read'), { siteCode: code })) return refuse('role_not_allowed')
    return templateOf(strapi, code, now)
  },
})

interface Committing extends Importing {
  site: string
  filed: FiledEvidence
  sheet: ReadSheet
}

/** Why a transaction that decided everything was undone: it changed nothing, and its report is in the details. */
type CommitRefusal = ImportRefusal | 'nothing_imported'

async function commit(
  strapi: Core.Strapi,
  actor: UserActor,
  work: Committing,
  now: Instant,
): Promise<Result<Made & { report: ImportReport }, CommitRefusal>> {
  const { sheet, mode, key, evidence, site } = work
  const sets = await decidingSets(strapi, sheet)
  const fileHash = crypto.createHash('sha256').update(work.file).digest('hex')
  let report: ImportReport = { lines: sheet.reading.count, sound: 0, imported: 0, faults: [] }
  const done = await inTransaction<Made, CommitRefusal>(strapi, async (trx) =>
    once(strapi, trx, { actor, operation: 'record.import', key, input: { fileHash, mode, evidence } }, async () => {
      const deciding: Deciding = { actor, sheet, sets, evidence, filed: work.filed, now }
      const used = await lockCaps(trx, capKeysOf(deciding))
      const { accepted, faults } = await decideLines(trx, deciding, used)
      const all = [...sheet.reading.faults, ...faults].sort((left, right) => left.row - right.row)
      const isImported = mode !== 'check' && accepted.length > 0 && (mode === 'sound' || all.length === 0)
      report = { ...report, sound: accepted.length, imported: isImported ? accepted.length : 0, faults: viewsOf(all) }
      if (!isImported) throw new Refused<CommitRefusal>(refuse('nothing_imported', { report }))
      const documentId = newDocumentId()
      await write(strapi, trx, actor, { documentId, accepted, site, evidence }, now)
      await insertImport(trx, { documentId, siteCode: site, fileHash, mode, report, evidence }, actor, now)
      return documentId
    }),
  )
  return done.ok ? ok({ ...done.value, report }) : done
}

function viewsOf(faults: ReadSheet['reading']['faults']): ImportReport['faults'] {
  return faults.map((fault) => ({ ...fault, details: { ...fault.details } }))
}

/** The sets that decide at the sites of the cards that the lines name. */
async function decidingSets(strapi: Core.Strapi, { reading, cards }: ReadSheet): Promise<Map<string, DecidingSet>> {
  const codes = new Set(reading.lines.flatMap(({ card }) => cards.get(card)?.siteCode ?? []))
  const sets = new Map<string, DecidingSet>()
  for (const code of codes) {
    const set = await service(strapi, 'scoring', 'ruleSets').deciding(code)
    if (set !== null) sets.set(code, set)
  }
  return sets
}

interface Writing {
  documentId: string
  accepted: readonly Accepted[]
  site: string
  evidence: readonly string[]
}

/** Everything that recording one by one would write, some lines at a time. */
async function write(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  actor: UserActor,
  { documentId, accepted, site, evidence }: Writing,
  now: Instant,
): Promise<void> {
  await addToCaps(trx, sharesOfAll(accepted))
  for (const [siteCode, points] of pointsBySite(accepted)) {
    // The room under the budget was looked at, and is held, by whoever accepted the lines.
    const reserved = await reserve(trx, { siteCode, outstandingBudget: null }, siteCode, points)
    if (!reserved.ok) throw new Error('a reservation without a budget was refused')
  }
  const day = dayOf(now).replaceAll('-', '')
  const last = await nextValue(trx, `record:${day}`, new Date(now), accepted.length)
  const made = accepted.map(({ draft, row }, index) =>
    newRecord(actor, draft, recordNumber(day, last - accepted.length + 1 + index), { import: documentId, row }),
  )
  await insertRecords(trx, made)
  const subject = { type: 'record-import', documentId, siteCode: site, teamCode: null, householdCode: null }
  const bound = await service(strapi, 'access', 'files').bind(trx, evidence, subject, actor)
  if (!bound.ok) throw new Refused<CommitRefusal>(bound)
  const detail = { records: accepted.length, first: made[0]?.record.number, last: made.at(-1)?.record.number }
  await service(strapi, 'access', 'audit').record(
    { actor, action: 'import', subjectType: 'record-import', subjectId: documentId, siteCode: site, detail },
    trx,
  )
  await tellOfImport(strapi, trx, { documentId, site, count: accepted.length }, actor, now)
  await service(strapi, 'access', 'live').changed()
}

function sharesOfAll(accepted: readonly Accepted[]): CapShare[] {
  const points = new Map<string, number>()
  for (const { draft, cap } of accepted) {
    for (const share of sharesOf(draft, cap)) points.set(share.key, (points.get(share.key) ?? 0) + share.points)
  }
  return [...points].sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, sum]) => ({ key, points: sum }))
}

function pointsBySite(accepted: readonly Accepted[]): [string, number][] {
  const points = new Map<string, number>()
  for (const { draft } of accepted) {
    points.set(draft.siteCode, (points.get(draft.siteCode) ?? 0) + Math.max(0, draft.points))
  }
  return [...points].sort(([left], [right]) => (left < right ? -1 : 1))
}
