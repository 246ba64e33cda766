import type { Role, UserActor } from '@practice/kernel'
import { parentOf } from '@practice/kernel'
import { DEMO_ACCOUNTS, type DemoAccount } from '../accounts'
import { nameOf } from '../people'
import { randomOf, type Random } from '../random'
import type { TeamSeed } from '../teams'

/** Who acts in the stories: demo accounts where there is one for the place, otherwise invented people. */
export interface Cast {
  /** Whoever dispatches for a site: its town's officer where the town has one, or the district's dispatcher. */
  desk(siteCode: string, random: Random): UserActor
  villageAdmin(siteCode: string): UserActor
  resident(household: { code: string; siteCode: string; name: string }): UserActor
  leader(team: TeamSeed): UserActor
}

/** How often a town with an officer of its own leaves the desk to them. */
const OFFICER_SHARE = 0.7

/** The cast; `leaderNames` gives the name of each team's first member. */
export function castOf(leaderNames: ReadonlyMap<string, string>): Cast {
  return {
    desk(siteCode, random) {
      const town = parentOf(siteCode)
      const officer = DEMO_ACCOUNTS.find((one) => one.role === 'town-officer' && one.siteCode === town)
      return officer !== undefined && random.chance(OFFICER_SHARE)
        ? actorOf(officer)
        : actorOf(demo('county-dispatcher'))
    },
    villageAdmin: (siteCode) => actorAt('village-admin', siteCode),
    resident: residentOf,
    leader(team) {
      const displayName = leaderNames.get(team.code)
      if (displayName === undefined) throw new Error(`team ${team.code} has no members`)
      const { leaderUsername: username, code: teamCode, siteCode } = team
      return { ...invented('team-leader', siteCode), username, displayName, teamCode }
    },
  }
}

/** Who has a role at a site: the demo account where there is one, otherwise an invented person. */
export function actorAt(role: Role, siteCode: string): UserActor {
  const account = DEMO_ACCOUNTS.find((one) => one.role === role && one.siteCode === siteCode)
  return account === undefined ? invented(role, siteCode) : actorOf(account)
}

/** The resident of a household: the demo account where there is one, otherwise its head. */
export function residentOf({ code, siteCode, name }: { code: string; siteCode: string; name: string }): UserActor {
  const account = DEMO_ACCOUNTS.find((one) => one.role === 'resident' && one.householdCode === code)
  if (account !== undefined) return actorOf(account)
  const username = `resident-${code.toLowerCase()}`
  return { ...invented('resident', siteCode), username, displayName: name, householdCode: code }
}

function demo(role: Role): DemoAccount {
  const account = DEMO_ACCOUNTS.find((one) => one.role === role)
  if (account === undefined) throw new Error(`no demo account for ${role}`)
  return account
}

/** Histories name people, they do not load them: no row is needed behind the number. */
const NO_ROW = 0

/** An account as it acts. */
export function actorOf(account: DemoAccount): UserActor {
  return { kind: 'user', userId: NO_ROW, ...account, assignedSiteCodes: [] }
}

function invented(role: Role, siteCode: string): UserActor {
  const username = `${role}-${siteCode}`
  const random = randomOf(`account:${username}`)
  return actorOf({
    username,
    role,
    displayName: nameOf(random, random.chance(0.5) ? 'male' : 'female'),
    siteCode,
    teamCode: null,
    householdCode: null,
  })
}
