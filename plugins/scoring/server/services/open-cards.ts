import { randomBytes } from 'node:crypto'
import {
  inTransaction,
  nameOf,
  refuse,
  Refused,
  service,
  type Actor,
  type Instant,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { OpenCardsBody } from '../../contracts'
import {
  actsAt,
  CARD_OPENING_ROLES,
  cardNumberOf,
  checkOpening,
  hasRole,
  holderKeyOf,
  type Holder,
  type OpenCardRefusal,
} from '../../domain'
import { findCardAccount, openAccounts } from '../store/accounts'
import { findCurrentCards, insertCard, type NewCard } from '../store/cards'
import { nextValue } from '../store/counters'
import { findHousehold, findHouseholdsOf, readSiteNames, type Household } from '../store/directory'
import { initialsOfName } from './initials'

/** A card that may be opened. */
interface Opening {
  household: Household
  member: string | null
  holder: Holder
}

/** Opens one card, or those that a site still lacks: their numbers. */
export async function openCards(
  strapi: Core.Strapi,
  actor: Actor,
  body: OpenCardsBody,
  now: Instant,
): Promise<Result<string[], OpenCardRefusal>> {
  const openings = 'site' in body ? await missingAt(strapi, actor, body.site) : await oneOpening(strapi, actor, body)
  if (!openings.ok) return openings
  return inTransaction<string[], OpenCardRefusal>(strapi, async (trx) => {
    const numbers: string[] = []
    for (const opening of openings.value) {
      const number = await openCard(trx, actor, opening, now)
      if (number !== null) numbers.push(number)
      // Of the many of a site, a card that somebody else has opened meanwhile is none that is lacking.
      else if (!('site' in body)) throw new Refused<OpenCardRefusal>(refuse('card_exists'))
    }
    const site = 'site' in body ? body.site : openings.value[0]?.household.siteCode
    await service(strapi, 'access', 'audit').record(
      { actor, action: 'open', subjectType: 'card', subjectId: numbers[0], siteCode: site, detail: { cards: numbers } },
      trx,
    )
    return numbers
  })
}

async function oneOpening(
  strapi: Core.Strapi,
  actor: Actor,
  body: { household: string; member?: string | undefined },
): Promise<Result<Opening[], OpenCardRefusal>> {
  const household = await findHousehold(strapi.db.connection, body.household)
  const set = household === null ? null : await service(strapi, 'scoring', 'ruleSets').deciding(household.siteCode)
  const member = body.member ?? null
  const key = holderKeyOf(body.household, member)
  const current = (await findCurrentCards(strapi.db.connection, [key])).get(key) ?? null
  const facts = { household, holder: set?.holder ?? null, current }
  const checked = checkOpening(actor, { household: body.household, member }, facts)
  if (!checked.ok) return checked
  if (household === null || set === null) throw new Error('a card was admitted without a household or a rule set')
  return { ok: true, value: [{ household, member, holder: set.holder }] }
}

/** The cards that the households of a site, or their people, have not got yet. */
async function missingAt(strapi: Core.Strapi, actor: Actor, site: string): Promise<Result<Opening[], OpenCardRefusal>> {
  if (!hasRole(actor, CARD_OPENING_ROLES)) return refuse('role_not_allowed')
  if (!(await readSiteNames(strapi)).has(site)) return refuse('site_unknown', { site })
  if (!actsAt(actor, CARD_OPENING_ROLES, site)) return refuse('site_not_yours', { site })
  const openings: Opening[] = []
  const holders = new Map<string, Holder | null>()
  for (const household of await findHouseholdsOf(strapi.db.connection, site)) {
    const { siteCode } = household
    const known = holders.get(siteCode)
    const holder =
      known === undefined ? ((await service(strapi, 'scoring', 'ruleSets').deciding(siteCode))?.holder ?? null) : known
    holders.set(siteCode, holder)
    if (holder === null) return refuse('no_rule_set', { site: siteCode })
    const members = holder === 'person' ? household.members : [null]
    openings.push(...members.map((member) => ({ household, member, holder })))
  }
  const keyOf = ({ household, member }: Opening) => holderKeyOf(household.code, member)
  const current = await findCurrentCards(strapi.db.connection, openings.map(keyOf))
  return { ok: true, value: openings.filter((opening) => !current.has(keyOf(opening))) }
}

/** The number of the card, or null when its holder has one already. */
async function openCard(
  trx: Knex.Transaction,
  actor: Actor,
  { household, member, holder }: Opening,
  now: Instant,
): Promise<string | null> {
  const holderName = member ?? household.name
  const number = await drawNumber(trx, household.siteCode, now)
  const opened = await addCard(trx, {
    number,
    siteCode: household.siteCode,
    holder,
    householdCode: household.code,
    member,
    holderKey: holderKeyOf(household.code, member),
    holderName,
    initials: await initialsOfName(holderName),
    openedAt: now,
    openedBy: nameOf(actor),
  })
  return opened ? number : null
}

/** The next number of a site's cards. Who draws one holds the site's counter until the transaction ends. */
export async function drawNumber(trx: Knex.Transaction, siteCode: string, now: Instant): Promise<string> {
  return cardNumberOf(siteCode, await nextValue(trx, `card:${siteCode}`, new Date(now)))
}

/** Adds a card with its account and a token of its own; false when its holder uses a card already. */
export async function addCard(trx: Knex.Transaction, card: Omit<NewCard, 'token' | 'accountId'>): Promise<boolean> {
  await openAccounts(trx, [{ kind: 'card', owner: card.number, siteCode: card.siteCode }], card.openedAt)
  const account = await findCardAccount(trx, card.number)
  if (account === null) throw new Error(`the account of card ${card.number} was not opened`)
  const token = randomBytes(TOKEN_BYTES).toString('hex')
  return insertCard(trx, { ...card, token, accountId: account.documentId })
}

/** 128 bits: nobody guesses the code of a card. */
const TOKEN_BYTES = 16
