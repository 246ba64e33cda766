import { readRows } from './csv'
import { nameOf, phoneOf } from './people'
import { randomOf } from './random'

export interface OrganisationSeed {
  code: string
  name: string
  contactName: string
  contactPhone: string
  siteCode: string
  /** What it is good at: which teams it stands behind. */
  skill: string
}

export interface PairingSeed {
  code: string
  organisationCode: string
  siteCode: string
  /** YYYY-MM-DD. */
  since: string
  note: string
}

export interface AssignmentSeed {
  code: string
  leaderUsername: string
  leaderName: string
  position: string
  siteCode: string
}

export interface VenueSeed {
  code: string
  name: string
  use: string
  /** Square metres. */
  area: number
  department: string
  siteCode: string
}

/** The federation: 32 organisations. */
export function sampleOrganisations(): OrganisationSeed[] {
  return readRows('organisations.csv', ['code', 'name', 'site', 'skill']).map((row, position) => {
    const random = randomOf(`organisation:${row.code}`)
    return {
      code: row.code,
      name: row.name,
      contactName: nameOf(random, random.chance(0.5) ? 'male' : 'female'),
      contactPhone: phoneOf('organisation', position),
      siteCode: row.site,
      skill: row.skill,
    }
  })
}

/** 结对帮扶: each organisation with one of the 4 pilot towns and 12 pilot villages, several to one site. */
export function samplePairings(): PairingSeed[] {
  return readRows('pairings.csv', ['organisation', 'site', 'since', 'note']).map((row) => ({
    code: `${row.organisation}-${row.site}`,
    organisationCode: row.organisation,
    siteCode: row.site,
    since: row.since,
    note: row.note,
  }))
}

/** 包镇联村: which leader answers for which site. */
export function sampleAssignments(): AssignmentSeed[] {
  return readRows('assignments.csv', ['code', 'leader_username', 'leader_name', 'position', 'site']).map((row) => ({
    code: row.code,
    leaderUsername: row.leader_username,
    leaderName: row.leader_name,
    position: row.position,
    siteCode: row.site,
  }))
}

/** The venues that departments brought in: over 20,000 square metres. */
export function sampleVenues(): VenueSeed[] {
  return readRows('venues.csv', ['code', 'name', 'use', 'area', 'department', 'site']).map((row) => ({
    code: row.code,
    name: row.name,
    use: row.use,
    area: Number(row.area),
    department: row.department,
    siteCode: row.site,
  }))
}
