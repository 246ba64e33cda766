import { DAY_MS } from '@practice/kernel'
import { momentsOf } from '../days'
import type { Act } from './acts'
import type { Drawing } from './drawing'
import { sampleGoods } from './goods'
import { randomOf } from '../random'

const OPENED_DAY = -148
const RESTOCK_DAYS = [-57, -26] as const
/** Days on which people come to the shop, counted back from today. */
const LIVELY_DAYS = [-54, -50, -45, -41, -38, -34, -31, -27, -24, -20, -17, -13, -10, -6, -3, -1] as const
const QUIET_DAYS = [-5, -2] as const
/** What people spend at once, least and most. */
const LIVELY_SPEND = [25, 80] as const
const QUIET_SPEND = [15, 36] as const
const STOCKTAKE_DAY = -9
/** The demo's own household comes once, for something small. */
const OWN_DAY = -13
const OWN_SPENDS = 30
/** Within a quarter of an hour after midnight the day before is settled. */
const SETTLED_MINUTE = 10

/** What happens in the village's shop: goods come in, are redeemed, counted, and settled night by night. */
export function planShop(draw: Drawing): Act[] {
  const { village, at } = draw
  const days = village.lively ? LIVELY_DAYS : QUIET_DAYS
  const redemptions = days.flatMap((day) => redemptionsOn(day, draw))
  const nights = [...new Set([...days.map((day) => day + 1), 0])]
  return [
    { kind: 'openShop', at: at(OPENED_DAY, 9) },
    ...stocking(draw),
    ...redemptions,
    ...nights.map((day): Act => ({ kind: 'settle', at: at(day, 0, SETTLED_MINUTE) })),
    ...(village.lively ? [voiding(redemptions, draw), counting(draw)].flat() : []),
  ]
}

function stocking({ village, sources, at }: Drawing): Act[] {
  const random = randomOf(`stock:${village.site.code}`)
  return sampleGoods(village.lively).flatMap(({ name, firstStock, restock }, line) => {
    const days = [
      { day: OPENED_DAY + 1, quantity: firstStock },
      ...(village.lively ? RESTOCK_DAYS.map((day) => ({ day, quantity: restock })) : []),
    ]
    return days
      .filter(({ quantity }) => quantity > 0)
      .map(({ day, quantity }): Act => {
        const reason = sources.words.of('restock', random)
        return { kind: 'restock', at: at(day, 10, line), goods: name, quantity, reason }
      })
  })
}

function redemptionsOn(day: number, { village, at }: Drawing): Act[] {
  const random = randomOf(`redemptions:${village.site.code}:${day}`)
  const count = village.lively ? random.integer(1, 2) : 1
  const [first] = village.households
  const own = village.lively && day === OWN_DAY && first !== undefined ? [first.code] : []
  return [...own, ...Array.from({ length: count }, () => null)].map((householdCode, line): Act => {
    const [least, most] = village.lively ? LIVELY_SPEND : QUIET_SPEND
    const spendable = householdCode === null ? random.integer(least, most) : OWN_SPENDS
    const moment = at(day, 9 + 2 * line, random.integer(0, 59))
    return { kind: 'redeem', at: moment, key: `redeem:${day}:${line}`, householdCode, spendable }
  })
}

/** One of a few weeks ago was a mistake, which was made good on the next day. */
function voiding(redemptions: readonly Act[], { village, sources }: Drawing): Act[] {
  const mistaken = redemptions.find(({ kind, at }) => kind === 'redeem' && at >= sources.now - VOID_WITHIN_MS)
  if (mistaken?.kind !== 'redeem') return []
  const reason = sources.words.of('void', randomOf(`void:${village.site.code}`))
  return [{ kind: 'void', at: momentsOf(mistaken.at)(1, 10), key: mistaken.key, reason }]
}

const VOID_WITHIN_MS = 22 * DAY_MS

function counting({ village, sources, at }: Drawing): Act[] {
  const reason = sources.words.of('stocktake', randomOf(`stocktake:${village.site.code}`))
  return [{ kind: 'stocktake', at: at(STOCKTAKE_DAY, 18), missing: '毛巾', reason }]
}
