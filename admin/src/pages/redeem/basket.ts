import type { Goods, RedeemBody } from '@practice/scoring/contracts'
import { newIdempotencyKey } from '../../api/client'
import { ApiError } from '../../api/error'

/** What is being redeemed. The key is of this very content: other goods are another redemption. */
export interface Basket {
  key: string
  /** The card's number. */
  card: string | null
  shop: string | null
  /** How many of which goods, by code. */
  quantities: Readonly<Record<string, number>>
  /** What was sent and not answered: until it is known what became of it, this and nothing else is sent again. */
  sent: RedeemBody | null
}

/** An empty basket, in the shop that was used last. */
export function newBasket(shop: string | null = null): Basket {
  return { key: newIdempotencyKey(), card: null, shop, quantities: {}, sent: null }
}

/** Whether what an earlier visit kept can be taken up. */
export function isBasket(value: unknown): value is Basket {
  if (typeof value !== 'object' || value === null) return false
  const { key, quantities, sent } = value as Record<string, unknown>
  return typeof key === 'string' && typeof quantities === 'object' && quantities !== null && sent !== undefined
}

/** The basket with another content, and so with another key. */
export function changed(basket: Basket, part: Partial<Pick<Basket, 'card' | 'shop' | 'quantities'>>): Basket {
  return { ...basket, ...part, key: newIdempotencyKey(), sent: null }
}

/** The basket with so many of some goods; none takes them out. */
export function withQuantity(basket: Basket, goods: string, quantity: number): Basket {
  const { [goods]: _before, ...others } = basket.quantities
  return changed(basket, { quantities: quantity > 0 ? { ...others, [goods]: quantity } : others })
}

/** A line of the basket with what it costs and what it leaves. */
export interface BasketLine {
  goods: Goods
  quantity: number
  points: number
  stockAfter: number
}

/** The basket's lines in the order of the goods; what the shop no longer has is left out. */
export function linesOf(basket: Basket, goods: readonly Goods[]): BasketLine[] {
  return goods.flatMap((one) => {
    const quantity = basket.quantities[one.code] ?? 0
    if (quantity === 0) return []
    return [{ goods: one, quantity, points: one.points * quantity, stockAfter: one.stock - quantity }]
  })
}

/** What the lines cost together. */
export function sumOf(lines: readonly BasketLine[]): number {
  return lines.reduce((sum, { points }) => sum + points, 0)
}

/** The body to send, or null while something is not chosen. */
export function bodyOf({ card, shop }: Basket, lines: readonly BasketLine[]): RedeemBody | null {
  if (card === null || shop === null || lines.length === 0) return null
  return { card, shop, lines: lines.map(({ goods, quantity }) => ({ goods: goods.code, quantity })) }
}

/** Whether nobody can say if it was done: no reply came, or one of a server in trouble. */
export function leavesUnsure(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 500)
}
