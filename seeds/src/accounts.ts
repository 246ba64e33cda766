import type { Role } from '@practice/kernel'

/** An account of the console or the phone, as the contract lists them. */
export interface DemoAccount {
  username: string
  role: Role
  displayName: string
  siteCode: string
  teamCode: string | null
  householdCode: string | null
}

/** The password of the demo accounts unless `DEMO_PASSWORD` says otherwise; refused in production. */
export const DEFAULT_DEMO_PASSWORD = 'Practice-2026'

/** A maintenance team of 三营镇 that serves C08-03 there. */
export const DEMO_TEAM = '640402100-T04'

/** The PIN of the card of the demo account's household, 640402100207-H001; the other cards have none yet. */
export const DEMO_PIN = '246810'

const DISTRICT = '640402'
const VILLAGE = '640402100207'

function account(
  username: string,
  role: Role,
  displayName: string,
  siteCode: string,
  tied: { teamCode?: string; householdCode?: string } = {},
): DemoAccount {
  const { teamCode = null, householdCode = null } = tied
  return { username, role, displayName, siteCode, teamCode, householdCode }
}

/** The demo accounts of contract.md. Villagers with a duty in points live in households of their own village. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account('county-editor', 'county-editor', '杨晓梅', DISTRICT),
  account('county-editor-2', 'county-editor', '邵雨晴', DISTRICT),
  account('county-dispatcher', 'county-dispatcher', '王志强', DISTRICT),
  account('county-dispatcher-2', 'county-dispatcher', '龚立新', DISTRICT),
  account('town-officer', 'town-officer', '马文斌', '640402100'),
  account('village-admin', 'village-admin', '马秀兰', VILLAGE),
  account('points-reviewer', 'points-reviewer', '穆占山', VILLAGE, { householdCode: `${VILLAGE}-H002` }),
  account('points-supervisor', 'points-supervisor', '田玉林', VILLAGE, { householdCode: `${VILLAGE}-H003` }),
  account('town-officer-2', 'town-officer', '李国栋', '640402107'),
  account('village-admin-2', 'village-admin', '苏桂花', '640402107200'),
  account('team-leader', 'team-leader', '海永军', '640402100', { teamCode: DEMO_TEAM }),
  account('leader', 'leader', '虎志远', DISTRICT),
  account('resident', 'resident', '马建国', VILLAGE, { householdCode: `${VILLAGE}-H001` }),
]

/** The name of a household's head or a team's leader where an account already names that person. */
export function displayNameAt(tie: { teamCode: string } | { householdCode: string }): string | null {
  const found = DEMO_ACCOUNTS.find((one) =>
    'teamCode' in tie ? one.teamCode === tie.teamCode : one.householdCode === tie.householdCode,
  )
  return found?.displayName ?? null
}
