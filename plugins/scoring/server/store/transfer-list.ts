import { allOf, scopeOf, scopeSql, type Actor, type ListQuery, type Sql } from '@practice/kernel'
import type { Knex } from 'knex'
import type { AccountRef, Theme } from '../../domain'
import { readPage, type PageSource } from './page'
import { reachOf } from './reach'
import { TRANSFER_COLUMNS, transferOf, type StoredTransfer, type TransferRow } from './transfers'

/** A side of a transfer as people read it. */
export interface ListedSide extends AccountRef {
  /** The holder's, the shop's; null for issuance, whose site the directory names. */
  name: string | null
}

/** A transfer with its sides, whose it is, and what reversed it. */
export interface ListedTransfer extends StoredTransfer {
  from: ListedSide
  to: ListedSide
  householdCode: string | null
  /** Of the record's rule. */
  theme: Theme | null
  reversedBy: string | null
}

const FILTERS = {
  kind: 't.kind',
  site: 't.site_code',
  card: 't.card_number',
  at: 't.at',
  points: 't.points',
  reverses: 't.reverses',
} as const

const SCOPE = { siteCode: 't.site_code', householdCode: 't.household_code' } as const

const SORTS = { at: 't.at', points: 't.points' } as const

export type TransferFilter = keyof typeof FILTERS
export type TransferSort = keyof typeof SORTS
export type TransferListQuery = ListQuery<TransferFilter, TransferSort>

type Side = 'debit' | 'credit'

type ListedRow = TransferRow &
  Record<`${Side}_kind`, AccountRef['kind']> &
  Record<`${Side}_owner` | `${Side}_site`, string> &
  Record<`${Side}_name` | 'household_code' | 'reversed_by', string | null> & { theme: Theme | null }

const SOURCE: PageSource<TransferFilter, TransferSort> = {
  table: 'scoring_transfers t',
  alias: 't',
  columns: [
    ...TRANSFER_COLUMNS.map((column) => `t.${column}`),
    't.household_code, r.theme, d.kind as debit_kind, d.owner as debit_owner, d.site_code as debit_site',
    'c.kind as credit_kind, c.owner as credit_owner, c.site_code as credit_site',
    'coalesce(dc.holder_name, ds.name) as debit_name',
    'coalesce(cc.holder_name, cs.name) as credit_name',
    '(select u.document_id from scoring_transfers u where u.reverses = t.document_id) as reversed_by',
  ].join(', '),
  joins: [
    'join scoring_accounts d on d.document_id = t.debit',
    "left join scoring_cards dc on d.kind = 'card' and dc.number = d.owner",
    "left join scoring_shops ds on d.kind = 'shop' and ds.code = d.owner",
    'join scoring_accounts c on c.document_id = t.credit',
    "left join scoring_cards cc on c.kind = 'card' and cc.number = c.owner",
    "left join scoring_shops cs on c.kind = 'shop' and cs.code = c.owner",
    'left join scoring_records r on r.document_id = t.record_id',
  ].join(' '),
  filters: FILTERS,
  instants: new Set(['at']),
  sorts: SORTS,
}

/** The transfers that the actor sees, by page, in one round trip. `sites` are the codes of all sites. */
export async function listTransfers(
  db: Knex,
  actor: Actor,
  query: TransferListQuery,
  sites: readonly string[],
): Promise<{ transfers: ListedTransfer[]; total: number | null }> {
  const { found, counted } = reachOf(db, scopeOf(actor, 'transfer', 'read'), SCOPE, sites)
  const { rows, total } = await readPage<ListedRow, TransferFilter, TransferSort>(db, SOURCE, found, query, counted)
  return { transfers: rows.map(listedOf), total }
}

/** The transfer with this documentId, if the actor sees it; else null. */
export async function findListedTransfer(db: Knex, actor: Actor, documentId: string): Promise<ListedTransfer | null> {
  const visible = allOf([visibleTo(actor), { text: 't.document_id = ?', bindings: [documentId] }])
  const query: TransferListQuery = { filters: [], sort: [], page: 1, pageSize: 1, withCount: false }
  const { rows } = await readPage<ListedRow, TransferFilter, TransferSort>(db, SOURCE, visible, query)
  return rows[0] === undefined ? null : listedOf(rows[0])
}

function visibleTo(actor: Actor): Sql {
  return scopeSql(scopeOf(actor, 'transfer', 'read'), SCOPE)
}

function listedOf(row: ListedRow): ListedTransfer {
  const side = (name: Side): ListedSide => ({
    kind: row[`${name}_kind`],
    owner: row[`${name}_owner`],
    siteCode: row[`${name}_site`],
    name: row[`${name}_name`],
  })
  return {
    ...transferOf(row),
    from: side('debit'),
    to: side('credit'),
    householdCode: row.household_code,
    theme: row.theme,
    reversedBy: row.reversed_by,
  }
}
