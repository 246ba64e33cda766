import { appendOnly, installBans, type Ban } from '@practice/kernel'
import type { Knex } from 'knex'

/** The tables that only grow. */
const APPEND_ONLY: readonly Ban[] = [
  ...appendOnly('scoring_rule_sets', 'rule sets'),
  ...appendOnly('scoring_point_rules', 'point rules'),
  ...appendOnly('scoring_record_events', 'events'),
  ...appendOnly('scoring_record_imports', 'imports'),
  ...appendOnly('scoring_transfers', 'transfers'),
  ...appendOnly('scoring_entries', 'entries'),
  ...appendOnly('scoring_stock_movements', 'stock movements'),
  ...appendOnly('scoring_stocktakes', 'stocktakes'),
  ...appendOnly('scoring_settlements', 'settlements'),
]

const ACCOUNTS = 'scoring_accounts'
const BELOW_ZERO = "new.kind = 'card' and new.balance < 0"

/** An account moves by its entries alone: its sequence grows whenever its balance changes. */
const OF_ACCOUNTS: readonly Ban[] = [
  {
    name: 'scoring_accounts_opened',
    table: ACCOUNTS,
    on: 'insert',
    when: BELOW_ZERO,
    message: 'a card is never below zero',
  },
  {
    name: 'scoring_accounts_covered',
    table: ACCOUNTS,
    on: 'update',
    when: BELOW_ZERO,
    message: 'a card is never below zero',
  },
  {
    name: 'scoring_accounts_owned',
    table: ACCOUNTS,
    on: 'update',
    when: 'new.kind <> old.kind or new.owner <> old.owner or new.document_id <> old.document_id',
    message: 'an account never changes hands',
  },
  {
    name: 'scoring_accounts_chained',
    table: ACCOUNTS,
    on: 'update',
    when:
      'new.sequence < old.sequence or ' +
      '(new.sequence = old.sequence and (new.balance <> old.balance or new.head <> old.head))',
    message: 'an account moves by its entries alone',
  },
  { name: 'scoring_accounts_kept', table: ACCOUNTS, on: 'delete', message: 'accounts are never deleted' },
]

const OUT_OF_STOCK = 'new.stock < 0'

/** What is decided stays decided, and nothing that points hang on disappears. */
const OF_THE_REST: readonly Ban[] = [
  {
    name: 'scoring_records_closed',
    table: 'scoring_records',
    on: 'update',
    when: "old.state in ('rejected', 'withdrawn', 'voided')",
    message: 'a closed record never changes',
  },
  { name: 'scoring_records_kept', table: 'scoring_records', on: 'delete', message: 'records are never deleted' },
  {
    name: 'scoring_objections_decided',
    table: 'scoring_objections',
    on: 'update',
    when: "old.state <> 'open'",
    message: 'a decided objection never changes',
  },
  {
    name: 'scoring_objections_kept',
    table: 'scoring_objections',
    on: 'delete',
    message: 'objections are never deleted',
  },
  {
    name: 'scoring_redemptions_voided',
    table: 'scoring_redemptions',
    on: 'update',
    when: "old.state = 'voided'",
    message: 'a voided redemption never changes',
  },
  {
    name: 'scoring_redemptions_kept',
    table: 'scoring_redemptions',
    on: 'delete',
    message: 'redemptions are never deleted',
  },
  { name: 'scoring_cards_kept', table: 'scoring_cards', on: 'delete', message: 'cards are never deleted' },
  { name: 'scoring_flags_kept', table: 'scoring_flags', on: 'delete', message: 'flags are never deleted' },
  {
    name: 'scoring_goods_entered',
    table: 'scoring_goods',
    on: 'insert',
    when: OUT_OF_STOCK,
    message: 'stock is never below zero',
  },
  {
    name: 'scoring_goods_covered',
    table: 'scoring_goods',
    on: 'update',
    when: OUT_OF_STOCK,
    message: 'stock is never below zero',
  },
]

/** Makes the database itself hold what points must never lose, whoever writes. */
export function installTriggers(db: Knex): Promise<void> {
  return installBans(db, [...APPEND_ONLY, ...OF_ACCOUNTS, ...OF_THE_REST])
}
