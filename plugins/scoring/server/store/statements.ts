import { instantOf, jsonOf, momentOf, rowsOf, type Instant, type Moment } from '@practice/kernel'
import type { Knex } from 'knex'
import type { Theme, TransferKind } from '../../domain'

/** A name that is shown, and the account's. */
export interface StoredPerson {
  username: string
  name: string
}

/** One line of a card's account with the record or the redemption that it came from. */
export interface StoredLine {
  sequence: number
  at: Instant
  change: number
  balance: number
  hash: string
  previous: string
  transfer: string
  kind: TransferKind
  cause: string
  /** Of the transfer itself. */
  reason: string | null
  actor: StoredPerson
  record: {
    number: string
    rule: { code: string; name: string }
    theme: Theme
    quantity: number
    occurredAt: Instant
    note: string | null
    evidence: string[]
    recordedBy: StoredPerson
  } | null
  redemption: { number: string; goods: { name: string; quantity: number }[] } | null
}

interface LineRow {
  sequence: number
  at: Moment
  change: number
  balance: number
  hash: string
  previous: string
  transfer: string
  kind: TransferKind
  cause: string
  reason: string | null
  actor: string
  actor_name: string
  record_number: string | null
  rule_code: string
  rule_name: string
  theme: Theme
  quantity: number
  occurred_at: Moment
  note: string | null
  evidence: unknown
  recorded_by: string
  recorded_by_name: string
  redemption_number: string | null
  lines: unknown
}

const SQL = `select e.sequence, e.at, e.change, e.balance, e.hash, e.previous,
    t.document_id as transfer, t.kind, t.cause, t.reason, t.actor, t.actor_name,
    r.number as record_number, r.rule_code, r.rule_name, r.theme, r.quantity, r.occurred_at, r.note, r.evidence,
    r.recorded_by, r.recorded_by_name, d.number as redemption_number, d.lines
  from scoring_entries e
  join scoring_transfers t on t.document_id = e.transfer_id
  left join scoring_records r on r.document_id = t.record_id
  left join scoring_redemptions d on d.document_id = t.redemption_id
  where e.account_id = ? order by e.sequence desc limit ? offset ?`

/** A page of the lines of an account, the latest first. */
export async function findLines(
  db: Knex,
  accountId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<StoredLine[]> {
  return rowsOf<LineRow>(await db.raw(SQL, [accountId, limit, offset])).map(lineOf)
}

function lineOf(row: LineRow): StoredLine {
  return {
    sequence: row.sequence,
    at: momentOf(row.at),
    change: row.change,
    balance: row.balance,
    hash: row.hash,
    previous: row.previous,
    transfer: row.transfer,
    kind: row.kind,
    cause: row.cause,
    reason: row.reason,
    actor: { username: row.actor, name: row.actor_name },
    record: recordOf(row),
    redemption: redemptionOf(row),
  }
}

function recordOf(row: LineRow): StoredLine['record'] {
  if (row.record_number === null) return null
  return {
    number: row.record_number,
    rule: { code: row.rule_code, name: row.rule_name },
    theme: row.theme,
    quantity: row.quantity,
    occurredAt: instantOf(row.occurred_at) ?? 0,
    note: row.note,
    evidence: jsonOf<string[]>(row.evidence) ?? [],
    recordedBy: { username: row.recorded_by, name: row.recorded_by_name },
  }
}

function redemptionOf(row: LineRow): StoredLine['redemption'] {
  if (row.redemption_number === null) return null
  const lines = jsonOf<{ name: string; quantity: number }[]>(row.lines) ?? []
  return { number: row.redemption_number, goods: lines.map(({ name, quantity }) => ({ name, quantity })) }
}
