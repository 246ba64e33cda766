import type { Actor, Instant } from '@practice/kernel'
import type { Card } from '../../contracts'
import { actsAt, allowedCardVerbs, CARD_OPENING_ROLES, newYearOf, yearOf } from '../../domain'
import type { CountedCard } from '../store/card-list'
import { siteRef, type SiteNames } from '../store/directory'

/** A card as the contract shows it. What its QR code carries is for those who print cards. */
export function cardView(card: CountedCard, actor: Actor, names: SiteNames): Card {
  return {
    documentId: card.documentId,
    number: card.number,
    holder: { kind: card.holder, name: card.holderName, household: card.householdCode, member: card.member },
    site: siteRef(names, card.siteCode),
    balance: card.balance,
    onNotice: card.onNotice,
    held: card.held,
    earnedThisYear: card.earnedThisYear,
    state: card.state,
    initials: card.initials,
    token: actsAt(actor, CARD_OPENING_ROLES, card.siteCode) ? card.token : null,
    replacedBy: card.replacedBy,
    openedAt: new Date(card.openedAt).toISOString(),
    allowed: allowedCardVerbs(card, actor),
  }
}

/** Since when points count as earned this year: the New Year of China. */
export function yearBegan(now: Instant): Instant {
  return newYearOf(yearOf(now))
}
