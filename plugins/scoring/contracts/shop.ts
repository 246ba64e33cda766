import { z } from 'zod'
import { MOVEMENT_KINDS, REDEMPTION_STATES } from '../domain/vocabulary'
import { code, instant, Person, points, reason, Ref } from './shared'

export { MOVEMENT_KINDS, REDEMPTION_STATES, type MovementKind, type RedemptionState } from '../domain/vocabulary'

/** GET /api/scoring/shops */
export const ShopView = z.strictObject({
  code: z.string(),
  name: z.string(),
  site: Ref,
  active: z.boolean(),
  /** Points taken in since the last settlement. */
  unsettled: z.int(),
  allowed: z.array(z.enum(['update', 'goods', 'stock', 'stocktake', 'redeem', 'settle'])),
})
export type Shop = z.infer<typeof ShopView>

const shopName = z.string().trim().min(2).max(40)
/** POST /api/scoring/shops — its code is made. */
export const CreateShop = { body: z.strictObject({ name: shopName, site: code }) }
export type CreateShopBody = z.infer<typeof CreateShop.body>
/** PUT /api/scoring/shops/:code */
export const UpdateShop = { body: z.strictObject({ name: shopName.optional(), active: z.boolean().optional() }) }
export type UpdateShopBody = z.infer<typeof UpdateShop.body>

/** GET /api/scoring/goods */
export const GoodsView = z.strictObject({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  /** The price. */
  points: z.int(),
  /** What one cost the shop, in fen; for staff. */
  costFen: z.int().nullable(),
  stock: z.int(),
  /** At or below this it is running out. */
  lowStock: z.int(),
  active: z.boolean(),
  shop: Ref,
  version: z.int(),
})
export type Goods = z.infer<typeof GoodsView>

const goodsFields = {
  name: z.string().trim().min(1).max(40),
  unit: z.string().trim().min(1).max(8),
  points,
  costFen: z.int().min(0).max(100_000_000).nullable(),
  lowStock: z.int().min(0).max(100_000),
  active: z.boolean(),
}
/** POST /api/scoring/goods — its code is made, its stock is none. */
export const CreateGoods = {
  body: z.strictObject({
    shop: code,
    name: goodsFields.name,
    unit: goodsFields.unit,
    points: goodsFields.points,
    costFen: goodsFields.costFen.optional(),
    lowStock: goodsFields.lowStock.optional(),
  }),
}
export type CreateGoodsBody = z.infer<typeof CreateGoods.body>
/** PUT /api/scoring/goods/:code */
export const UpdateGoods = {
  body: z.strictObject({ version: z.int32() }).extend(z.object(goodsFields).partial().shape),
}
export type UpdateGoodsBody = z.infer<typeof UpdateGoods.body>

/** POST /api/scoring/shops/:code/stock — a purchase (above zero) or a correction (below). */
export const MoveStock = {
  body: z.strictObject({
    goods: code,
    change: z
      .int()
      .min(-100_000)
      .max(100_000)
      .refine((change) => change !== 0, 'Must not be zero'),
    reason,
  }),
}
export type MoveStockBody = z.infer<typeof MoveStock.body>
export const MovementView = z.strictObject({
  goods: Ref,
  kind: z.enum(MOVEMENT_KINDS),
  change: z.int(),
  stockAfter: z.int(),
  reason: z.string().nullable(),
  /** The number of the redemption or stocktake that it belongs to. */
  document: z.string().nullable(),
  who: Person,
  at: instant,
})
export type Movement = z.infer<typeof MovementView>
/** GET /api/scoring/shops/:code/movements */
export const MOVEMENT_FILTERS = ['goods', 'kind', 'at'] as const
export const MOVEMENT_SORTS = ['at'] as const

/** POST /api/scoring/shops/:code/stocktake — what was counted; what is not named is left as it is. */
export const TakeStock = {
  body: z.strictObject({
    lines: z
      .array(z.strictObject({ goods: code, counted: z.int().min(0).max(1_000_000) }))
      .min(1)
      .max(500)
      .refine((lines) => new Set(lines.map(({ goods }) => goods)).size === lines.length, 'Names one twice'),
    reason: reason.optional(),
  }),
}
export type TakeStockBody = z.infer<typeof TakeStock.body>
export const StocktakeView = z.strictObject({
  documentId: z.string(),
  number: z.string(),
  shop: Ref,
  lines: z.array(z.strictObject({ goods: Ref, booked: z.int(), counted: z.int(), difference: z.int() })),
  reason: z.string().nullable(),
  who: Person,
  at: instant,
})
export type Stocktake = z.infer<typeof StocktakeView>

/** POST /api/scoring/redemptions, with an `Idempotency-Key` header of 8 to 128 characters. */
export const Redeem = {
  body: z.strictObject({
    /** A card's number. */
    card: code,
    shop: code,
    lines: z
      .array(z.strictObject({ goods: code, quantity: z.int().min(1).max(1000) }))
      .min(1)
      .max(50)
      .refine((lines) => new Set(lines.map(({ goods }) => goods)).size === lines.length, 'Names one twice'),
  }),
}
export type RedeemBody = z.infer<typeof Redeem.body>

export const RedemptionView = z.strictObject({
  documentId: z.string(),
  /** The receipt's number. */
  number: z.string(),
  /** What the receipt's QR code carries. */
  receipt: z.string(),
  state: z.enum(REDEMPTION_STATES),
  card: z.strictObject({ number: z.string(), holder: z.string() }),
  shop: Ref,
  site: Ref,
  lines: z.array(z.strictObject({ goods: Ref, unit: z.string(), quantity: z.int(), points: z.int() })),
  points: z.int(),
  /** The card's balance right after it, or after its voiding. */
  balanceAfter: z.int(),
  transfer: z.string(),
  who: Person,
  at: instant,
  void: z.strictObject({ by: Person, at: instant, reason: z.string(), transfer: z.string() }).nullable(),
  allowed: z.array(z.enum(['void'])),
})
export type Redemption = z.infer<typeof RedemptionView>

/** POST /api/scoring/redemptions/:documentId/void {reason} */
export const VoidRedemption = { body: z.strictObject({ reason }) }
export const REDEMPTION_FILTERS = ['number', 'state', 'card', 'shop', 'site', 'at'] as const
export const REDEMPTION_SORTS = ['at', 'number', 'points'] as const

/** POST /api/scoring/shops/:code/settle {day} — a day that is over, once (the cron does the same each night). */
export const Settle = { body: z.strictObject({ day: z.iso.date() }) }
/** GET /api/scoring/shops/:code/settlements */
export const SettlementView = z.strictObject({
  shop: Ref,
  day: z.string(),
  redemptions: z.int(),
  voids: z.int(),
  /** Taken in less given back, by everything that happened until the end of that day and was not settled before. */
  points: z.int(),
  /** What that is worth by the rule set, in fen. */
  fen: z.int(),
  who: Person,
  at: instant,
})
export type Settlement = z.infer<typeof SettlementView>
