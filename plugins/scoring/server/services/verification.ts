import {
  cached,
  ok,
  rangeOf,
  refuse,
  scopeOf,
  tierOf,
  inScope,
  type Actor,
  type Cached,
  type Instant,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { headOf } from '../../domain'
import { readSiteNames, siteRef } from '../store/directory'
import { snapshotAccounts, type LedgerPart } from '../store/ledger-check'
import { verify, type Verifying } from './ledger-walk'

const HEAD_LIFETIME_MS = 10_000

export type VerifyRefusal = 'role_not_allowed' | 'site_unknown' | 'site_not_yours'

/** The ledger recomputed. */
export const verification = ({ strapi }: { strapi: Core.Strapi }) => {
  const heads = new Map<string, Cached<{ head: string; accounts: number }>>()

  const readHead = async (siteCode: string) => {
    const accounts = await snapshotAccounts(strapi.db.connection, partOfSite(siteCode))
    return { head: headOf(accounts), accounts: accounts.length }
  }

  const service = {
    /**
     * Begins to verify a site and everything below it (the actor's own unless told), or, for a resident, their own
     * cards. Everything is compared as it stood at one moment, whatever is posted meanwhile. Transfers that lead out of
     * the part (a redemption at the shop of a site above) give their points outside: such are left out of `sum`, so
     * that it is zero for every sound part as it is for the district.
     */
    async begin(actor: Actor, site: string | undefined, now: Instant): Promise<Result<Verifying, VerifyRefusal>> {
      const part = await partFor(strapi, actor, site)
      return part.ok ? ok(verify(strapi.db.connection, part.value, now)) : part
    },

    /**
     * The hash over the heads of a site's accounts, and how many there are. Of the large sites it may be some seconds
     * old: everybody may ask, and there are many accounts to read.
     */
    headOf(siteCode: string): Promise<{ head: string; accounts: number }> {
      const tier = tierOf(siteCode)
      if (tier === 'village' || tier === 'point') return readHead(siteCode)
      const kept = heads.get(siteCode) ?? cached(() => readHead(siteCode), HEAD_LIFETIME_MS)
      heads.set(siteCode, kept)
      return kept.get()
    },

    /** GET /api/scoring/ledger/head: the district's unless told. */
    async head(site: string | undefined, now: Instant) {
      const names = await readSiteNames(strapi)
      const code = site ?? [...names.values()].find(({ tier }) => tier === 'center')?.code ?? ''
      if (!names.has(code)) return refuse('site_unknown')
      return ok({ site: siteRef(names, code), ...(await service.headOf(code)), at: new Date(now).toISOString() })
    },
  }
  return service
}

/** The part of the ledger that an actor may verify, or why none. */
async function partFor(
  strapi: Core.Strapi,
  actor: Actor,
  site: string | undefined,
): Promise<Result<LedgerPart, VerifyRefusal>> {
  const scope = scopeOf(actor, 'transfer', 'read')
  if (scope.kind === 'none' || actor.kind !== 'user') return refuse('role_not_allowed')
  if (actor.role === 'resident') {
    return actor.householdCode === null ? refuse('role_not_allowed') : ok(partOfHousehold(actor.householdCode))
  }
  const code = site ?? actor.siteCode
  if (code === null || !(await readSiteNames(strapi)).has(code)) return refuse('site_unknown')
  return inScope(scope, { siteCode: code }) ? ok(partOfSite(code)) : refuse('site_not_yours')
}

/** A site and everything below it. Every transfer that touches an account there carries a site there: the card's. */
function partOfSite(siteCode: string): LedgerPart {
  const { from, below } = rangeOf(siteCode)
  const within = (column: string) => ({ text: `${column} >= ? and ${column} < ?`, bindings: [from, below] })
  return { accounts: within('a.site_code'), transfers: within('t.site_code'), sites: { from, below } }
}

function partOfHousehold(householdCode: string): LedgerPart {
  const cards = "a.kind = 'card' and a.owner in (select number from scoring_cards where household_code = ?)"
  return {
    accounts: { text: cards, bindings: [householdCode] },
    transfers: { text: 't.household_code = ?', bindings: [householdCode] },
    sites: null,
  }
}
