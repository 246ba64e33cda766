import { integerOf, readRows } from '../csv'

/** Goods to be put on a shop's list. */
export interface GoodsSeed {
  name: string
  unit: string
  points: number
  costFen: number | null
  lowStock: number
  /** How many are bought when the shop opens, and each time after. */
  firstStock: number
  restock: number
}

const COLUMNS = [
  ...(['name', 'unit', 'points', 'cost_fen', 'low_stock', 'first_stock', 'restock'] as const),
  'at',
] as const

/** What a shop of the sample gives for points; a village that shows everything has a longer list. */
export function sampleGoods(lively: boolean): GoodsSeed[] {
  return readRows('goods.csv', COLUMNS)
    .filter(({ at }) => lively || at === 'all')
    .map((row) => ({
      name: row.name,
      unit: row.unit,
      points: Number(row.points),
      costFen: integerOf(row.cost_fen),
      lowStock: Number(row.low_stock),
      firstStock: Number(row.first_stock),
      restock: Number(row.restock),
    }))
}
