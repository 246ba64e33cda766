import { isRole, jsonOf, lineageOf, type Role, type UserActor } from '@practice/kernel'
import type { Knex } from 'knex'
import type { Choices } from '../../domain/notification'

/** Whom a notification is for. */
export type Audience =
  /** Accounts of these roles at the site or above it. */
  | { roles: readonly Role[]; siteCode: string }
  /** The leaders of these teams. */
  | { teams: readonly string[] }
  /** Residents of this household. */
  | { household: string }
  /** These accounts. */
  | { usernames: readonly string[] }
  /** Leaders who are assigned to the site or to one above it. */
  | { assignedTo: string }

/** Somebody who may be told, and by which ways they want to be. */
export interface Recipient {
  actor: UserActor
  email: string | null
  choices: Choices
}

interface Row {
  id: number
  username: string
  display_name: string | null
  role: string
  site_code: string | null
  team_code: string | null
  household_code: string | null
  email: string | null
  choices: unknown
}

/** Everybody of an audience whose account is open, in no order. */
export async function findRecipients(db: Knex, audience: Audience): Promise<Recipient[]> {
  const query = db('up_users as u')
    .join('up_users_role_lnk as l', 'l.user_id', 'u.id')
    .join('up_roles as r', 'r.id', 'l.role_id')
    .leftJoin('access_notification_choices as c', 'c.user_id', 'u.id')
    .where((open) => void open.whereNull('u.blocked').orWhere('u.blocked', false))
  narrow(query, audience)
  const rows: Row[] = await query.select(
    ...['u.id', 'u.username', 'u.display_name', 'r.type as role', 'u.site_code', 'u.team_code', 'u.household_code'],
    ...['c.email', 'c.choices'],
  )
  return rows.flatMap((row) => recipientOf(row, audience) ?? [])
}

function narrow(query: Knex.QueryBuilder, audience: Audience): void {
  if ('roles' in audience) {
    void query.whereIn('u.site_code', lineageOf(audience.siteCode)).whereIn('r.type', [...audience.roles])
  } else if ('teams' in audience) {
    void query.whereIn('u.team_code', [...audience.teams]).where('r.type', 'team-leader')
  } else if ('household' in audience) {
    void query.where('u.household_code', audience.household).where('r.type', 'resident')
  } else if ('usernames' in audience) {
    void query.whereIn('u.username', [...audience.usernames])
  } else {
    const sites = lineageOf(audience.assignedTo)
    void query
      .where('r.type', 'leader')
      .whereIn(
        'u.username',
        (leaders) => void leaders.from('assignments').whereIn('site_code', sites).select('leader_username'),
      )
  }
}

function recipientOf(row: Row, audience: Audience): Recipient | null {
  const { role } = row
  if (!isRole(role)) return null
  return {
    actor: {
      kind: 'user',
      userId: row.id,
      username: row.username,
      displayName: row.display_name ?? row.username,
      role,
      siteCode: row.site_code,
      teamCode: row.team_code,
      householdCode: row.household_code,
      assignedSiteCodes: 'assignedTo' in audience ? [audience.assignedTo] : [],
    },
    email: row.email,
    choices: jsonOf<Choices>(row.choices) ?? {},
  }
}
