import type { Stocktake } from '@practice/scoring/contracts'
import { post } from '../../api/client'

/** What was counted; the same key makes a repeated request count once. */
export function takeStock(
  shop: string,
  lines: readonly { goods: string; counted: number }[],
  reason: string | undefined,
  key: string,
): Promise<Stocktake> {
  return post<Stocktake>(
    `/scoring/shops/${encodeURIComponent(shop)}/stocktake`,
    { lines, ...(reason === undefined ? {} : { reason }) },
    key,
  )
}
