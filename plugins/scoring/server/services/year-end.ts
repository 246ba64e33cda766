import { setImmediate } from 'node:timers/promises'
import { inTransaction, lineageOf, service, type Instant, type SystemActor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { decidingSet, lapsing, pointsToLapse, yearEndBefore } from '../../domain'
import { lockCardAccount } from '../store/accounts'
import { lockCard } from '../store/card-lock'
import { nextValue } from '../store/counters'
import { findLatest } from '../store/rule-sets'
import { causeExists } from '../store/transfers'
import {
  findHoldingCards,
  findReplacedAccounts,
  findSitesToClose,
  heldBefore,
  movementsSince,
  yearEndKey,
  type HoldingCard,
} from '../store/year-end'
import { move } from './move'

const BATCH = 200

const YEAR_END: SystemActor = { kind: 'system', because: 'year-end' }

/** What one run took. */
export interface Lapsed {
  cards: number
  points: number
}

/** What becomes of points at the end of the year. */
export const yearEnd = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Lets lapse what cards held at the last New Year and have not spent since, at every site whose set of rules as it
   * stood at that New Year carries nothing over; a set that was changed since decides the next year's end. May be run as
   * often as one likes, by any number of servers, and after a fall goes on where it was: a site that was gone through
   * is marked, and a card's points lapse once for a year by their cause.
   */
  async run(now: Instant): Promise<Lapsed> {
    const { year, endedAt } = yearEndBefore(now)
    const done: Lapsed = { cards: 0, points: 0 }
    for (const siteCode of await findSitesToClose(strapi.db.connection, year)) {
      try {
        const set = decidingSet(siteCode, await findLatest(strapi.db.connection, lineageOf(siteCode), endedAt))
        const lapsed = set === null || set.carryOver ? { cards: 0, points: 0 } : await closeSite(strapi, siteCode, now)
        await markClosed(strapi, siteCode, year, lapsed, now)
        done.cards += lapsed.cards
        done.points += lapsed.points
      } catch (error) {
        // One site's trouble is not the others'; it stays unmarked, and the next run tries again.
        strapi.log.error(`the year ${year} could not be closed at ${siteCode}: ${String(error)}`)
      }
    }
    return done
  },
})

async function closeSite(strapi: Core.Strapi, siteCode: string, now: Instant): Promise<Lapsed> {
  const lapsed: Lapsed = { cards: 0, points: 0 }
  let after = 0
  for (;;) {
    const cards = await findHoldingCards(strapi.db.connection, siteCode, { after, limit: BATCH })
    for (const card of cards) {
      const points = await closeCard(strapi, card, now)
      lapsed.cards += points > 0 ? 1 : 0
      lapsed.points += points
      after = card.id
      // SQLite answers within one turn of the event loop; everybody else has a turn between two cards.
      await setImmediate()
    }
    if (cards.length < BATCH) return lapsed
  }
}

/** Takes what lapses of one card, in a transaction of its own: how much that was now. */
async function closeCard(
  strapi: Core.Strapi,
  { number, siteCode, accountId }: HoldingCard,
  now: Instant,
): Promise<number> {
  const { year, endedAt } = yearEndBefore(now)
  const done = await inTransaction<number, 'card_closed'>(strapi, async (trx) => {
    const card = await lockCard(trx, number)
    // Its successor, if it was replaced just now, is gone through as well.
    if (card === null || card.state === 'closed') return 0
    const account = await lockCardAccount(trx, number)
    const accounts = [accountId, ...(await findReplacedAccounts(trx, number))]
    const held = await heldBefore(trx, accounts, endedAt)
    const points = Math.min(account.balance, pointsToLapse(held, await movementsSince(trx, accounts, endedAt)))
    const transfer = lapsing({ number, siteCode }, year, points)
    if (transfer === null || (await causeExists(trx, transfer.cause))) return 0
    const moved = await move(trx, transfer, YEAR_END, now)
    if (!moved.ok) throw new Error(`${transfer.cause} could not lapse: ${moved.code}`)
    return points
  })
  return done.ok ? done.value : 0
}

async function markClosed(
  strapi: Core.Strapi,
  siteCode: string,
  year: number,
  lapsed: Lapsed,
  now: Instant,
): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    await nextValue(trx, yearEndKey(year, siteCode), new Date(now))
    if (lapsed.cards === 0) return
    await service(strapi, 'access', 'audit').record(
      {
        actor: YEAR_END,
        action: 'lapse',
        subjectType: 'site',
        subjectId: siteCode,
        siteCode,
        detail: { year, ...lapsed },
      },
      trx,
    )
  })
}
