import { momentOf, newDocumentId, type Instant, type Moment } from '@practice/kernel'
import type { Knex } from 'knex'
import type { NewTransfer, TransferKind } from '../../domain'

const TABLE = 'scoring_transfers'

/** A transfer as it is kept. Points go from `debit` to `credit`, which are documentIds of accounts. */
export interface StoredTransfer extends Omit<NewTransfer, 'debit' | 'credit' | 'theme'> {
  documentId: string
  debit: string
  credit: string
  actor: string
  actorName: string
  at: Instant
}

export const TRANSFER_COLUMNS = [
  ...(['document_id', 'kind', 'cause', 'debit', 'credit', 'points', 'site_code', 'card_number'] as const),
  ...(['record_id', 'redemption_id', 'reverses', 'reason', 'actor', 'actor_name', 'at'] as const),
]

/** A new documentId for a transfer, which its entries are hashed with before it is written. */
export const newTransferId = newDocumentId

/**
 * Appends a transfer; false when there is one with its cause already. On PostgreSQL this waits for a rival with the
 * same cause that has not committed yet.
 */
export async function insertTransfer(trx: Knex.Transaction, transfer: StoredTransfer): Promise<boolean> {
  const at = new Date(transfer.at)
  const rows: { id: number }[] = await trx(TABLE)
    .insert({
      document_id: transfer.documentId,
      kind: transfer.kind,
      cause: transfer.cause,
      debit: transfer.debit,
      credit: transfer.credit,
      points: transfer.points,
      site_code: transfer.siteCode,
      card_number: transfer.cardNumber,
      // Whose it is follows from the card, so that no caller can say otherwise.
      household_code: trx.raw('(select household_code from scoring_cards where number = ?)', [
        transfer.cardNumber ?? '',
      ]),
      record_id: transfer.recordId,
      redemption_id: transfer.redemptionId,
      reverses: transfer.reverses,
      reason: transfer.reason,
      actor: transfer.actor,
      actor_name: transfer.actorName,
      at,
      created_at: at,
      updated_at: at,
      published_at: at,
    })
    .onConflict('cause')
    .ignore()
    .returning('id')
  return rows.length === 1
}

/** Whether there is a transfer with this cause. */
export async function causeExists(db: Knex, cause: string): Promise<boolean> {
  const row: unknown = await db(TABLE).where({ cause }).first('id')
  return row !== undefined
}

/** A row of `scoring_transfers`. */
export interface TransferRow {
  document_id: string
  kind: TransferKind
  cause: string
  debit: string
  credit: string
  points: number
  site_code: string
  card_number: string | null
  record_id: string | null
  redemption_id: string | null
  reverses: string | null
  reason: string | null
  actor: string
  actor_name: string
  at: Moment
}

/** The transfer with this documentId, or null. */
export async function findTransfer(db: Knex, documentId: string): Promise<StoredTransfer | null> {
  const row = await db(TABLE)
    .where({ document_id: documentId })
    .first<TransferRow | undefined>(...TRANSFER_COLUMNS)
  return row === undefined ? null : transferOf(row)
}

/** A row as a transfer. */
export function transferOf(row: TransferRow): StoredTransfer {
  return {
    documentId: row.document_id,
    kind: row.kind,
    cause: row.cause,
    debit: row.debit,
    credit: row.credit,
    points: row.points,
    siteCode: row.site_code,
    cardNumber: row.card_number,
    recordId: row.record_id,
    redemptionId: row.redemption_id,
    reverses: row.reverses,
    reason: row.reason,
    actor: row.actor,
    actorName: row.actor_name,
    at: momentOf(row.at),
  }
}
