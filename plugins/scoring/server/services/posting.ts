import { setImmediate as immediate } from 'node:timers/promises'
import { inTransaction, refuse, Refused, type Actor, type Instant } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import {
  accountOfCard,
  actOn,
  admitsRecord,
  decidePosting,
  issuanceOf,
  posting as postingOf,
  type RecordRefusal,
} from '../../domain'
import { lockAccounts } from '../store/accounts'
import { lockSuccessor } from '../store/card-lock'
import type { StoredCard } from '../store/cards'
import type { StoredRecord } from '../store/record-rows'
import { findDue, findRecords, noteTransfer } from '../store/records'
import { move } from './move'
import { settlePending, takeStep } from './steps'

const BATCH_SIZE = 100

/** What one run of posting did. */
export interface PostedLines {
  posted: number
  /** Lines whose card was closed without a successor meanwhile. */
  voided: number
}

/** What becomes of one line; `missed` when somebody was quicker. */
type Outcome = 'posted' | 'voided' | 'missed'

/** A record that a reversal undoes. */
export interface Undoing {
  recordId: string
  reason: string
  actor: Actor
  now: Instant
  verb: 'reverse'
}

/** What stood its notice goes to the ledger, once. */
export const posting = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Posts every line whose notice is over, of the whole district or of a range of sites, batch by batch and each in a
   * transaction of its own. Any number of servers may run this at once: a line is claimed by its state, and its
   * transfer by its cause. A line that fails is left for the next run, and said in the log.
   */
  async postDue(actor: Actor, now: Instant, site: { from: string; below: string } | null): Promise<PostedLines> {
    const done = { posted: 0, voided: 0, missed: 0 }
    for (;;) {
      const due = await findDue(strapi.db.connection, now, BATCH_SIZE, site)
      const before = done.posted + done.voided
      for (const record of due) {
        done[await postSafely(strapi, record, actor, now)] += 1
        // SQLite answers within the turn: without this nobody else is heard until the batch is done.
        await immediate()
      }
      if (due.length < BATCH_SIZE || done.posted + done.voided === before) break
    }
    return { posted: done.posted, voided: done.voided }
  },

  /**
   * Voids the record of a posting that is being reversed, within the reversal's transaction and before its transfer:
   * caps are taken before accounts. Refused when the record is not posted, or is the actor's own household's.
   */
  async voidRecord(trx: Knex.Transaction, { recordId, reason, actor, now, verb }: Undoing): Promise<StoredRecord> {
    const record = (await findRecords(trx, [recordId])).get(recordId)
    if (record === undefined) throw new Refused<RecordRefusal>(refuse('not_found'))
    const admitted = admitsRecord(record, verb, actor, now)
    if (!admitted.ok) throw new Refused<RecordRefusal>(admitted)
    const decision = actOn(record, { act: verb, actor, now, note: reason })
    return takeStep(strapi, trx, { actor, record, decision, now })
  },
})

async function postSafely(strapi: Core.Strapi, record: StoredRecord, actor: Actor, now: Instant): Promise<Outcome> {
  try {
    const done = await inTransaction<Outcome, RecordRefusal>(strapi, (trx) => post(strapi, trx, record, actor, now))
    return done.ok ? done.value : 'missed'
  } catch (error) {
    strapi.log.error(`record ${record.number} could not be posted: ${String(error)}`)
    return 'missed'
  }
}

async function post(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  record: StoredRecord,
  actor: Actor,
  now: Instant,
): Promise<Outcome> {
  const card = await lockSuccessor(trx, record.cardNumber)
  const decision = decidePosting(record, card, actor, now)
  if (!decision.ok) throw new Refused<RecordRefusal>(decision)
  const step = { actor, record, decision: decision.value, now }
  await takeStep(strapi, trx, step)
  if (decision.value.to === 'posted' && card !== null) await transfer(trx, record, card, actor, now)
  await settlePending(trx, step)
  return decision.value.to === 'posted' ? 'posted' : 'voided'
}

/** A deduction takes at most what the card has, and moves nothing when that is nothing. */
async function transfer(
  trx: Knex.Transaction,
  record: StoredRecord,
  card: StoredCard,
  actor: Actor,
  now: Instant,
): Promise<void> {
  const [account] = await lockAccounts(trx, accountOfCard(card), issuanceOf(card.siteCode), now)
  const wanted = postingOf(record, card, account.balance)
  if (wanted === null) return
  const moved = await move(trx, wanted, actor, now)
  if (!moved.ok) throw new Error(`${wanted.cause} of a record on notice: ${moved.code}`)
  await noteTransfer(trx, record.documentId, moved.value.documentId)
}
