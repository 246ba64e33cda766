import {
  displayNameOf,
  instantOf,
  jsonOf,
  lockRow,
  momentOf,
  nameOf,
  type Actor,
  type Instant,
  type Moment,
  type Sql,
} from '@practice/kernel'
import type { Knex } from 'knex'
import type { RedemptionState } from '../../domain/vocabulary'
import { rowStamp } from './row-stamp'

const REDEMPTIONS = 'scoring_redemptions'

/** What was handed over, at the price of that moment. */
export interface RedemptionLine {
  goods: string
  name: string
  unit: string
  quantity: number
  /** Of the whole line. */
  points: number
}

/** A redemption to be kept. */
export interface NewRedemption {
  documentId: string
  number: string
  cardNumber: string
  holderKey: string
  householdCode: string
  holderName: string
  shopCode: string
  /** The card's: where its points are counted, and whose people may see it. */
  siteCode: string
  lines: readonly RedemptionLine[]
  points: number
  transferId: string
  /** What the receipt's QR code carries. */
  receipt: string
}

/** A redemption as it is kept. */
export interface StoredRedemption extends NewRedemption {
  shopName: string
  state: RedemptionState
  version: number
  actor: string
  actorName: string
  at: Instant
  voidedBy: string | null
  voidedByName: string | null
  voidedAt: Instant | null
  voidReason: string | null
  voidTransferId: string | null
  /** What the card held right after it, or after its voiding. */
  balanceAfter: number
}

/** A row as lists and single reads find it. */
export interface RedemptionRow {
  document_id: string
  number: string
  card_number: string
  holder_key: string
  household_code: string
  holder_name: string
  shop_code: string
  shop_name: string | null
  site_code: string
  lines: unknown
  points: number
  state: RedemptionState
  transfer_id: string
  receipt: string
  actor: string
  actor_name: string
  at: Moment
  voided_by: string | null
  voided_by_name: string | null
  voided_at: Moment
  void_reason: string | null
  void_transfer_id: string | null
  version: number
  balance_after: number | null
}

const COLUMNS = [
  ...['document_id', 'number', 'card_number', 'holder_key', 'household_code', 'holder_name', 'shop_code', 'site_code'],
  ...['lines', 'points', 'state', 'transfer_id', 'receipt', 'actor', 'actor_name', 'at', 'voided_by', 'voided_by_name'],
  ...['voided_at', 'void_reason', 'void_transfer_id', 'version'],
]

/** Of the two entries of a transfer the card's is the one below zero when it pays, above when it gets back. */
const BALANCE_AFTER =
  '(select e.balance from scoring_entries e where e.transfer_id = coalesce(r.void_transfer_id, r.transfer_id) ' +
  'and (e.change < 0) = (r.void_transfer_id is null))'

/** What is read of a redemption (alias `r`), and the table that its shop's name comes from. */
export const REDEMPTION_SQL = `${COLUMNS.map((column) => `r.${column}`).join(', ')}, s.name as shop_name, ${BALANCE_AFTER} as balance_after`
export const REDEMPTION_JOINS = 'left join scoring_shops s on s.code = r.shop_code'

/** The columns of `scoring_redemptions` that a boundary stands on. */
export const REDEMPTION_SCOPE = { siteCode: 'r.site_code', householdCode: 'r.household_code' } as const

/** A row as a redemption. */
export function redemptionOf(row: RedemptionRow): StoredRedemption {
  return {
    documentId: row.document_id,
    number: row.number,
    cardNumber: row.card_number,
    holderKey: row.holder_key,
    householdCode: row.household_code,
    holderName: row.holder_name,
    shopCode: row.shop_code,
    shopName: row.shop_name ?? row.shop_code,
    siteCode: row.site_code,
    lines: jsonOf<RedemptionLine[]>(row.lines) ?? [],
    points: row.points,
    state: row.state,
    transferId: row.transfer_id,
    receipt: row.receipt,
    actor: row.actor,
    actorName: row.actor_name,
    at: momentOf(row.at),
    voidedBy: row.voided_by,
    voidedByName: row.voided_by_name,
    voidedAt: instantOf(row.voided_at),
    voidReason: row.void_reason,
    voidTransferId: row.void_transfer_id,
    version: row.version,
    balanceAfter: row.balance_after ?? 0,
  }
}

/** The redemption with this documentId or with this receipt, if `visible` holds of it (alias `r`); else null. */
export async function findRedemption(db: Knex, id: string, visible: Sql): Promise<StoredRedemption | null> {
  const row = await db(`${REDEMPTIONS} as r`)
    .joinRaw(REDEMPTION_JOINS)
    .where((query) => void query.where('r.document_id', id).orWhere('r.receipt', id))
    .whereRaw(visible.text, visible.bindings as Knex.Value[])
    .first<RedemptionRow | undefined>(db.raw(REDEMPTION_SQL))
  return row === undefined ? null : redemptionOf(row)
}

/** Keeps a redemption. */
export async function insertRedemption(
  trx: Knex.Transaction,
  redemption: NewRedemption,
  actor: Actor,
  now: Instant,
): Promise<void> {
  await trx(REDEMPTIONS).insert({
    ...rowStamp(now),
    document_id: redemption.documentId,
    number: redemption.number,
    card_number: redemption.cardNumber,
    holder_key: redemption.holderKey,
    household_code: redemption.householdCode,
    holder_name: redemption.holderName,
    shop_code: redemption.shopCode,
    site_code: redemption.siteCode,
    lines: JSON.stringify(redemption.lines),
    points: redemption.points,
    state: 'done',
    version: 1,
    transfer_id: redemption.transferId,
    receipt: redemption.receipt,
    actor: nameOf(actor),
    actor_name: displayNameOf(actor),
    at: new Date(now),
  })
}

/** How a redemption stands, and stands until the transaction ends. */
export async function lockRedemption(trx: Knex.Transaction, documentId: string): Promise<RedemptionState> {
  const query = trx(REDEMPTIONS).where({ document_id: documentId }).select<{ state: RedemptionState }[]>('state')
  const [row] = (await lockRow(trx, query)) as { state: RedemptionState }[]
  if (row === undefined) throw new Error(`the redemption ${documentId} is gone`)
  return row.state
}

/** How a redemption is voided. */
export interface Voiding {
  reason: string
  transferId: string
}

/**
 * Voids a redemption as long as it is done; whether this call did. The transfer is noted in the same breath, because a
 * voided redemption never changes again.
 */
export async function voidRedemption(
  trx: Knex.Transaction,
  { documentId, version }: Pick<StoredRedemption, 'documentId' | 'version'>,
  { reason, transferId }: Voiding,
  actor: Actor,
  now: Instant,
): Promise<boolean> {
  const at = new Date(now)
  const changed = await trx(REDEMPTIONS)
    .where({ document_id: documentId, state: 'done', version })
    .update({
      state: 'voided',
      version: version + 1,
      voided_by: nameOf(actor),
      voided_by_name: displayNameOf(actor),
      voided_at: at,
      void_reason: reason,
      void_transfer_id: transferId,
      updated_at: at,
    })
  return changed > 0
}
