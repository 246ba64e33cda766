import { isWithin, parentOf, type UserActor } from '@practice/kernel'
import { sampleHouseholds, type HouseholdSeed } from '../households'
import { actorAt } from '../orders/cast'
import { sampleSites, type SiteSeed } from '../sites'

/** A pilot village with those who keep its points. */
export interface Village {
  site: SiteSeed
  townCode: string
  /** Whether it has a history of months, under most rules; the others have a few lines each. */
  lively: boolean
  households: readonly HouseholdSeed[]
  admin: UserActor
  /** Two villagers: neither decides what concerns the own household. */
  reviewers: readonly [UserActor, UserActor]
  supervisor: UserActor
}

/** The villages whose admins have demo accounts. */
export const LIVELY = ['640402100207', '640402107200'] as const

/** The households of those who keep the points: the first reviewer's, the supervisor's and the second reviewer's. */
const DUTY = { reviewer: 'H002', supervisor: 'H003', secondReviewer: 'H004' } as const

/** Whether somebody of a household reviews or decides. */
export function isOnDuty({ code }: { code: string }): boolean {
  return Object.values(DUTY).some((duty) => code.endsWith(duty))
}

/** The twelve pilot villages, those with the longer histories first. */
export function sampleVillages(): Village[] {
  const sites = sampleSites()
  const households = sampleHouseholds(sites)
  const pilots = sites.filter((site) => site.tier === 'village' && site.pilot)
  const villages = pilots.map((site) =>
    villageOf(
      site,
      households.filter(({ siteCode }) => siteCode === site.code),
    ),
  )
  return villages.sort((left, right) => Number(right.lively) - Number(left.lively))
}

function villageOf(site: SiteSeed, households: readonly HouseholdSeed[]): Village {
  const { code } = site
  const reviewer = villager(actorAt('points-reviewer', code), households, DUTY.reviewer)
  const second = { ...reviewer, username: `points-reviewer-${code}-2` }
  return {
    site,
    townCode: parentOf(code) ?? code,
    lively: LIVELY.some((lively) => isWithin(code, lively)),
    households,
    admin: actorAt('village-admin', code),
    reviewers: [reviewer, villager(second, households, DUTY.secondReviewer, true)],
    supervisor: villager(actorAt('points-supervisor', code), households, DUTY.supervisor),
  }
}

/** An invented person takes the name of the household; a demo account has both already. */
function villager(
  actor: UserActor,
  households: readonly HouseholdSeed[],
  duty: string,
  invented = actor.householdCode === null,
): UserActor {
  if (!invented) return actor
  const household = households.find(({ code }) => code.endsWith(duty))
  if (household === undefined) throw new Error(`no household ${duty} for ${actor.username}`)
  return { ...actor, displayName: household.name, householdCode: household.code }
}
