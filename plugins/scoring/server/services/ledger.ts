import { inTransaction, Refused, type Actor, type Instant, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { NewTransfer } from '../../domain'
import { move, type Moved, type MoveRefusal } from './move'

/** The ledger, for what moves points by itself: a transfer in a transaction of its own. */
export const ledger = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Moves points as `move` does; refused as a whole, also with `card_closed` when the card was closed meanwhile. */
  move: (transfer: NewTransfer, actor: Actor, now: Instant): Promise<Result<Moved, MoveRefusal | 'card_closed'>> =>
    inTransaction(strapi, async (trx) => {
      const moved = await move(trx, transfer, actor, now)
      if (!moved.ok) throw new Refused<MoveRefusal>(moved)
      return moved.value
    }),
})
