import { displayNameAt, DEMO_ACCOUNTS } from './accounts'
import { listOf, readRows } from './csv'
import { sampleOrganisations } from './organisations'
import { nameOf, phoneOf } from './people'
import { randomOf } from './random'
import type { SiteSeed } from './sites'

export interface TeamSeed {
  code: string
  name: string
  tier: 'center' | 'town' | 'village'
  siteCode: string
  skills: string[]
  /** Orders that it carries at once. */
  capacity: number
  organisationCode: string | null
  leaderUsername: string
}

export interface VolunteerSeed {
  /** Not an ID number. */
  number: string
  name: string
  phone: string
  teamCode: string
  siteCode: string
  birthYear: number
  /** Who answers for a minor. */
  guardian: string | null
}

interface Template {
  at: string
  name: string
  skills: string[]
  capacity: number
}

/** Where a template applies: a kind of place, or one site by its code. */
const APPLIES: Readonly<Record<string, (site: SiteSeed) => boolean>> = {
  center: (site) => site.tier === 'center',
  'rural-town': (site) => site.tier === 'town' && !isStreet(site),
  street: (site) => site.tier === 'town' && isStreet(site),
  'pilot-town': (site) => site.tier === 'town' && site.pilot,
  'pilot-village': (site) => site.tier === 'village' && site.pilot,
}

function isStreet(site: SiteSeed): boolean {
  return site.name.endsWith('街道')
}

function templates(): Template[] {
  return readRows('team-templates.csv', ['at', 'name', 'skills', 'capacity']).map((row) => ({
    at: row.at,
    name: row.name,
    skills: listOf(row.skills),
    capacity: Number(row.capacity),
  }))
}

/** 115 teams at the center, in every town, in the pilot villages and a few others. */
export function sampleTeams(sites: readonly SiteSeed[]): TeamSeed[] {
  const all = templates()
  return sites.flatMap((site) =>
    all
      .filter((template) => (APPLIES[template.at] ?? isAt(template.at))(site))
      .map((template, at) => teamOf(site, template, at + 1)),
  )
}

function isAt(code: string): (site: SiteSeed) => boolean {
  return (site) => site.code === code
}

function teamOf(site: SiteSeed, template: Template, number: number): TeamSeed {
  const code = `${site.code}-T${String(number).padStart(2, '0')}`
  const local = APPLIES[template.at] !== undefined && site.tier !== 'center'
  return {
    code,
    name: local ? site.name + template.name : template.name,
    tier: site.tier === 'point' ? 'village' : site.tier,
    siteCode: site.code,
    skills: template.skills,
    capacity: template.capacity,
    organisationCode: site.tier === 'center' ? organisationFor(code, template.skills) : null,
    leaderUsername: leaderOf(code),
  }
}

/** The demo account where there is one; otherwise the name that the account will have once it is opened. */
function leaderOf(teamCode: string): string {
  return DEMO_ACCOUNTS.find((one) => one.teamCode === teamCode)?.username ?? `leader-${teamCode.toLowerCase()}`
}

/** A team of the center stands under an organisation of the federation with one of its skills, where there is one. */
function organisationFor(teamCode: string, skills: readonly string[]): string | null {
  const fitting = sampleOrganisations().filter((organisation) => skills.includes(organisation.skill))
  return fitting.length === 0 ? null : randomOf(`organisation-of:${teamCode}`).pick(fitting).code
}

/** The members of every team, its leader first; some are minors, who have a guardian. */
export function sampleVolunteers(teams: readonly TeamSeed[], thisYear: number): VolunteerSeed[] {
  let position = 0
  return teams.flatMap((team) => {
    const size = randomOf(`members:${team.code}`).integer(6, 11)
    return Array.from({ length: size }, (_, at) => {
      position += 1
      return volunteerOf(team, at, position, thisYear)
    })
  })
}

function volunteerOf(team: TeamSeed, at: number, position: number, thisYear: number): VolunteerSeed {
  const random = randomOf(`volunteer:${team.code}:${at}`)
  const minor = at > 0 && team.skills.includes('教育') && random.chance(0.12)
  const name = nameOf(random, random.chance(0.5) ? 'male' : 'female')
  return {
    number: `YZ${String(position).padStart(6, '0')}`,
    name: (at === 0 ? displayNameAt({ teamCode: team.code }) : null) ?? name,
    phone: phoneOf('volunteer', position - 1),
    teamCode: team.code,
    siteCode: team.siteCode,
    birthYear: minor ? thisYear - random.integer(14, 17) : random.integer(1955, 2004),
    guardian: minor ? nameOf(random, 'female') : null,
  }
}
