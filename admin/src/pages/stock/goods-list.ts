import type { Goods } from '@practice/scoring/contracts'

/** How the stock of goods stands. */
export type StockLevel = 'none' | 'low' | 'enough'

/** Nothing left, at or below what its keeper calls low, or enough. */
export function levelOf({ stock, lowStock }: Pick<Goods, 'stock' | 'lowStock'>): StockLevel {
  if (stock <= 0) return 'none'
  return stock <= lowStock ? 'low' : 'enough'
}

const URGENCY: Readonly<Record<StockLevel, number>> = { none: 0, low: 1, enough: 2 }

/** What is sold before what is not, what runs out first before what is plenty, then by name. */
export function inOrderOfNeed(goods: readonly Goods[]): Goods[] {
  return [...goods].sort(
    (one, other) =>
      Number(other.active) - Number(one.active) ||
      URGENCY[levelOf(one)] - URGENCY[levelOf(other)] ||
      one.name.localeCompare(other.name, 'zh-CN'),
  )
}

/** How many kinds that are sold need buying. */
export function shortOf(goods: readonly Goods[]): number {
  return goods.filter((one) => one.active && levelOf(one) !== 'enough').length
}

/** Whether so much can be taken off a stock. */
export function canTake(stock: number, count: number | null): count is number {
  return count !== null && count >= 1 && count <= stock
}

const FEN_PER_YUAN = 100

/** Yuan as they are typed in whole fen; nothing typed is no cost. */
export function fenOf(yuan: number | null | undefined): number | null {
  return yuan === null || yuan === undefined ? null : Math.round(yuan * FEN_PER_YUAN)
}
