import { isoOf, ok, refuse, type Actor, type Instant, type Result } from '@practice/kernel'
import { endOfDay, startOfDay } from './calendar'
import type { ShopRefusal } from './refusals-shop'
import { checkShop, type ShopStanding } from './shop'

/** Whether an actor who sees a shop may settle this day, `YYYY-MM-DD`; gives the instant until which it counts. */
export function checkSettling(
  shop: ShopStanding,
  day: string,
  actor: Actor,
  now: Instant,
): Result<{ until: Instant }, ShopRefusal> {
  const admitted = checkShop(actor, 'settle', shop)
  if (!admitted.ok) return admitted
  const start = startOfDay(day)
  const until = start === null ? null : endOfDay(start)
  return until === null || until > now ? refuse('day_not_over', { day, until: isoOf(until) }) : ok({ until })
}
