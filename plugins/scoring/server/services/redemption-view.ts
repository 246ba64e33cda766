import type { Actor } from '@practice/kernel'
import type { Redemption } from '../../contracts'
import { allowedOfRedemption } from '../../domain'
import { siteRef, type SiteNames } from '../store/directory'
import type { StoredRedemption } from '../store/redemptions'

/** A redemption as the contract shows it: its receipt. */
export function redemptionView(redemption: StoredRedemption, actor: Actor, names: SiteNames): Redemption {
  return {
    documentId: redemption.documentId,
    number: redemption.number,
    receipt: redemption.receipt,
    state: redemption.state,
    card: { number: redemption.cardNumber, holder: redemption.holderName },
    shop: { code: redemption.shopCode, name: redemption.shopName },
    site: siteRef(names, redemption.siteCode),
    lines: redemption.lines.map(({ goods, name, unit, quantity, points }) => ({
      goods: { code: goods, name },
      unit,
      quantity,
      points,
    })),
    points: redemption.points,
    balanceAfter: redemption.balanceAfter,
    transfer: redemption.transferId,
    who: { username: redemption.actor, name: redemption.actorName },
    at: new Date(redemption.at).toISOString(),
    void: voidOf(redemption),
    allowed: allowedOfRedemption(redemption, actor),
  }
}

function voidOf(redemption: StoredRedemption): Redemption['void'] {
  const { voidedBy, voidedByName, voidedAt, voidReason, voidTransferId } = redemption
  if (voidedBy === null || voidedAt === null || voidTransferId === null) return null
  return {
    by: { username: voidedBy, name: voidedByName ?? voidedBy },
    at: new Date(voidedAt).toISOString(),
    reason: voidReason ?? '',
    transfer: voidTransferId,
  }
}
