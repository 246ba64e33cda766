import { inScope, scopeOf, type Instant, type UserActor } from '@practice/kernel'
import type { Knex } from 'knex'
import {
  capKeyOf,
  checkRecording,
  deductionsCount,
  pendingOf,
  type FiledEvidence,
  type ImportFault,
  type ImportLine,
  type Recording,
  type RecordingRefusal,
} from '../../domain'
import { usedOfBudget } from '../store/standings'
import type { ReadSheet } from './import-sheet'
import { recordFrom, sourceShareOf, withUse, type Draft, type Ruled } from './recording'
import type { DecidingSet } from './rule-sets'

/** What the lines of a sheet are decided by. */
export interface Deciding {
  actor: UserActor
  sheet: ReadSheet
  /** By the site of a card. */
  sets: ReadonlyMap<string, DecidingSet>
  /** documentIds of the files that belong to every line. */
  evidence: readonly string[]
  filed: FiledEvidence
  now: Instant
}

/** A line that is to be recorded. */
export interface Accepted {
  row: number
  draft: Draft['record']
  cap: Recording['cap']
}

/** The lines that may be recorded, and what is wrong with the others, beside what the sheet itself had wrong. */
export interface Decided {
  accepted: Accepted[]
  faults: ImportFault[]
}

/** A line with the card and the rule that it names. */
interface Named extends Ruled {
  line: ImportLine
}

function namedOf({ sheet, sets }: Deciding, line: ImportLine): Named | null {
  const card = sheet.cards.get(line.card)
  const set = card === undefined ? undefined : sets.get(card.siteCode)
  const rule = set?.rules.find(({ code }) => code === line.rule)
  return card === undefined || set === undefined || rule === undefined ? null : { line, card, set, rule }
}

/** The caps and sources that the lines would use, which are held before any line is decided. */
export function capKeysOf(deciding: Deciding): string[] {
  return deciding.sheet.reading.lines.flatMap((line) => {
    const named = namedOf(deciding, line)
    if (named === null) return []
    const source = sourceShareOf(sourced(named))
    const cap = named.rule.capPerMonth === null ? [] : [capKeyOf(named.card.holderKey, line.rule, line.occurredAt)]
    return source === null ? cap : [...cap, source.key]
  })
}

function sourced({ line, card }: Named) {
  return {
    sourceType: line.source?.type ?? null,
    sourceId: line.source?.documentId ?? null,
    ruleCode: line.rule,
    holderKey: card.holderKey,
  }
}

/**
 * Decides line by line, in the order of the sheet, as if each were recorded after the one before: caps, sources and
 * the budget are counted along. `used` is what is used of each cap, held by the transaction.
 */
export async function decideLines(
  trx: Knex.Transaction,
  deciding: Deciding,
  used: ReadonlyMap<string, number>,
): Promise<Decided> {
  const { sheet } = deciding
  const taken = new Map(used)
  const rooms = await roomsUnder(trx, deciding)
  const decided: Decided = { accepted: [], faults: [] }
  for (const line of sheet.reading.lines) {
    const fault = (code: RecordingRefusal, details: ImportFault['details']) =>
      void decided.faults.push(sheet.reading.faultOf(line.row, code, details))
    const named = namedOf(deciding, line)
    if (named === null) {
      fault('rule_unknown', { rule: line.rule })
      continue
    }
    const key = named.rule.capPerMonth === null ? null : capKeyOf(named.card.holderKey, line.rule, line.occurredAt)
    const checked = await check(trx, deciding, named, key === null ? 0 : (taken.get(key) ?? 0))
    if (!checked.ok) {
      fault(checked.code, checked.details)
      continue
    }
    const { draft, cap } = checked.value
    const source = sourceShareOf(draft)
    if (source !== null && (taken.get(source.key) ?? 0) > 0) {
      fault('source_used', { source: line.source })
      continue
    }
    const room = rooms.get(named.set.siteCode)
    const points = pendingOf(draft.points)
    if (room !== undefined && points > room.left) {
      fault('budget_exceeded', { ...room.figures, points, site: named.set.siteCode })
      continue
    }
    if (room !== undefined) room.left -= points
    if (key !== null && cap !== null) taken.set(key, cap.usedAfter)
    if (source !== null) taken.set(source.key, 1)
    decided.accepted.push({ row: line.row, draft, cap })
  }
  return decided
}

interface Room {
  left: number
  figures: { budget: number; outstanding: number; pending: number }
}

/** What is left under each budget; others who record under it wait until the transaction ends. */
async function roomsUnder(trx: Knex.Transaction, { sets }: Deciding): Promise<Map<string, Room>> {
  const rooms = new Map<string, Room>()
  const distinct = new Map([...sets.values()].map((set) => [set.siteCode, set]))
  for (const set of [...distinct.values()].sort((left, right) => (left.siteCode < right.siteCode ? -1 : 1))) {
    const figures = await usedOfBudget(trx, set)
    if (figures === null) continue
    rooms.set(set.siteCode, { left: figures.budget - figures.outstanding - figures.pending, figures })
  }
  return rooms
}

async function check(trx: Knex.Transaction, deciding: Deciding, { line, card, set, rule }: Named, capUsed: number) {
  const { actor, sheet, filed, evidence, now } = deciding
  const found = line.source === null ? null : (sheet.sources.get(line.source.documentId) ?? null)
  const source = found === null ? null : await withUse(trx, found, rule.code, card.holderKey)
  const { occurredAt, quantity, note } = line
  const input = { card: card.number, rule: rule.code, quantity, occurredAt, source: line.source ?? undefined }
  const facts = {
    card: { ...card, visible: inScope(scopeOf(actor, 'card', 'read'), card) },
    rule,
    deductionsCount: deductionsCount(set),
    evidence: filed,
    source,
    members: [],
    capUsed,
  }
  const checked = checkRecording(actor, input, facts, now)
  if (!checked.ok) return checked
  const recording = checked.value
  const draft = recordFrom(actor, { card, set, rule }, recording, { occurredAt, note, evidence, source }, now)
  return { ok: true as const, value: { draft, cap: recording.cap } }
}
