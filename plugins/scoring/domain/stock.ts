import { ok, refuse, type Result } from '@practice/kernel'
import type { ShopRefusal } from './refusals-shop'
import type { MovementKind } from './vocabulary'

/** Why stock moved, as a text that can exist once only. `movementId` is the movement's own documentId. */
export const stockCauseOf = {
  moved: (kind: 'restock' | 'correction', movementId: string) => `${kind}:${movementId}`,
  redeem: (redemptionNumber: string, goodsCode: string) => `redeem:${redemptionNumber}:${goodsCode}`,
  void: (redemptionNumber: string, goodsCode: string) => `void:${redemptionNumber}:${goodsCode}`,
  stocktake: (stocktakeNumber: string, goodsCode: string) => `stocktake:${stocktakeNumber}:${goodsCode}`,
} as const

/** What a movement by hand is: a purchase above zero, a correction below. */
export function kindOfChange(change: number): 'restock' | 'correction' {
  return change > 0 ? 'restock' : 'correction'
}

/** One movement of one kind of goods. */
export interface StockMovement {
  goods: string
  kind: MovementKind
  change: number
  stockAfter: number
}

/** Moves the stock of goods, which never goes below zero. */
export function moveStock(
  goods: { code: string; stock: number },
  kind: MovementKind,
  change: number,
): Result<StockMovement, 'out_of_stock'> {
  const stockAfter = goods.stock + change
  if (stockAfter < 0) return refuse('out_of_stock', { goods: goods.code, stock: goods.stock, asked: -change })
  return ok({ goods: goods.code, kind, change, stockAfter })
}

/** What was counted of goods. */
export interface Counted {
  goods: string
  counted: number
}

/** A line of a stocktake. */
export interface StocktakeLine extends Counted {
  name: string
  booked: number
  /** Counted less booked. */
  difference: number
}

/** A stocktake's lines, and a movement for every difference; what was found as booked moves nothing. */
export function stocktakeOf(
  counted: readonly Counted[],
  goods: readonly { code: string; name: string; stock: number }[],
): Result<{ lines: StocktakeLine[]; movements: StockMovement[] }, Extract<ShopRefusal, 'goods_unknown'>> {
  const byCode = new Map(goods.map((one) => [one.code, one]))
  const lines: StocktakeLine[] = []
  for (const line of counted) {
    const known = byCode.get(line.goods)
    if (known === undefined) return refuse('goods_unknown', { goods: line.goods })
    lines.push({
      goods: line.goods,
      name: known.name,
      booked: known.stock,
      counted: line.counted,
      difference: line.counted - known.stock,
    })
  }
  const movements = lines
    .filter(({ difference }) => difference !== 0)
    .map(({ goods: code, difference, counted: stockAfter }) => ({
      goods: code,
      kind: 'stocktake' as const,
      change: difference,
      stockAfter,
    }))
  return ok({ lines, movements })
}
