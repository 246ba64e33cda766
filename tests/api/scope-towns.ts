import { randomUUID } from 'node:crypto'
import { newDocumentId, ROLES, type Role } from '@practice/kernel'
import type { AccessServices } from '@practice/access/services'
import { app, asSystem, callerWith, nobody, onPostgres, type Caller } from '../support/api'

/** A row that a test made. */
export interface Made {
  id: number
  documentId: string
}

/** Everything of one town, by what it is; `codes` are what other rows call it by. */
export interface Town {
  letter: string
  site: string
  village: string
  rows: Record<string, Made>
  codes: Record<string, string>
  /** Of each role one account, named `<role>-<letter>-…`. */
  users: Record<Role, { username: string; id: number; token: string }>
}

/** Who asks in a probe: an account of a town, or nobody. */
export type Asker = Role | 'public'
export const ASKERS: readonly Asker[] = [...ROLES, 'public']

/** Words that stand in rows of a town and must reach nobody of the other, but for those whom permissions.md lets. */
export const secretOf = (letter: string, what: string) => `SECRET-${letter}-${what}`

const PUBLIC_SECRETS = ['site', 'venue', 'offering', 'activity']

/** Whether a role may read a secret of the *other* town: what is public, and the order that one's own team carries out. */
export function maySeeForeign(asker: Asker, what: string): boolean {
  if (asker === 'public' || asker === 'resident') return PUBLIC_SECRETS.includes(what)
  return asker === 'team-leader' && what === 'carried'
}

/** The secrets of the other town that a text gives away to somebody who may not have them. */
export function leaksIn(text: string, asker: Asker, letter: string): string[] {
  const found = [...text.matchAll(/SECRET-([A-Z])-(\w+)/g)]
  return found.filter(([, town, what]) => town === letter && !maySeeForeign(asker, what ?? '')).map(([word]) => word)
}

/** A request as one of a town's accounts, or as nobody. */
export function caller(town: Town, asker: Asker): Caller {
  return asker === 'public' ? nobody() : callerWith(town.users[asker].token)
}

const services = () => app().plugin('access').service('tokens') as AccessServices['tokens']

type Data = Record<string, unknown>
type Documents = { create(params: { data: Data; status?: string }): Promise<Made> }

async function make(uid: string, data: Data, status?: string): Promise<Made> {
  const documents = app().documents(uid as Parameters<ReturnType<typeof app>['documents']>[0]) as unknown as Documents
  return documents.create(status === undefined ? { data } : { data, status })
}

/**
 * Two towns of a district that the sample does not have, with a village, a point, a team, people and orders each. One
 * order of A is carried out by a team of B and one of B by a team of A.
 */
export function makeTowns(district: string): Promise<{ a: Town; b: Town }> {
  return asSystem(async () => {
    const mark = randomUUID().slice(0, 8)
    await make('api::site.site', { code: district, name: '测试区', tier: 'center', deskHours: '区中心' })
    await make('api::organisation.organisation', {
      code: `ORG-D-${mark}`,
      name: '区社',
      siteCode: district,
      contactName: 'ABOVE',
    })
    const item = await make('api::service-item.service-item', {
      code: `T-${mark}`,
      name: '测试事项',
      category: 'C08',
      theme: 'service',
      handling: 'visit',
      skill: '水电维修',
      urgency: 'general',
      resolveDays: 3,
      active: true,
    })
    const itemCode = `T-${mark}`
    const a = await makeTown({ letter: 'A', site: `${district}100`, mark, item, itemCode })
    const b = await makeTown({ letter: 'B', site: `${district}101`, mark, item, itemCode })
    a.rows.carried = await makeOrder(a, b.codes.team ?? '', 'carried', itemCode)
    b.rows.carried = await makeOrder(b, a.codes.team ?? '', 'carried', itemCode)
    return { a, b }
  })
}

interface Plan {
  letter: string
  site: string
  mark: string
  item: Made
  itemCode: string
}

async function makeTown({ letter, site, mark, item, itemCode }: Plan): Promise<Town> {
  const village = `${site}200`
  const secret = (what: string) => secretOf(letter, what)
  const codes = {
    site: village,
    venue: `V-${letter}-${mark}`,
    organisation: `O-${letter}-${mark}`,
    team: `T-${letter}-${mark}`,
    volunteer: `N-${letter}-${mark}`,
    household: `${village}-H901`,
    pairing: `P-${letter}-${mark}`,
    assignment: `L-${letter}-${mark}`,
    activity: `A-${letter}-${mark}`,
  }
  const town: Town = { letter, site, village, rows: { item }, codes, users: {} as Town['users'] }
  const { rows } = town
  rows.town = await make('api::site.site', { code: site, name: `${letter}镇`, tier: 'town', address: secret('site') })
  rows.site = await make('api::site.site', {
    code: village,
    name: `${letter}村`,
    tier: 'village',
    address: secret('site'),
  })
  const venue = { code: codes.venue, name: `${letter}馆`, use: 'exhibition-hall', area: 10, site: village }
  rows.venue = await make('api::venue.venue', { ...venue, department: secret('venue') })
  const organisation = { code: codes.organisation, name: `${letter}社`, contactPhone: '19900000001', site }
  rows.organisation = await make('api::organisation.organisation', {
    ...organisation,
    contactName: secret('organisation'),
  })
  const team = { code: codes.team, name: `${letter}队`, tier: 'town', site, capacity: 5, active: true }
  rows.team = await make('api::team.team', { ...team, organisation: codes.organisation, skills: [secret('team')] })
  const volunteer = { number: codes.volunteer, name: '马建国', phone: '19900000002', team: codes.team, birthYear: 1990 }
  rows.volunteer = await make('api::volunteer.volunteer', { ...volunteer, guardian: secret('volunteer') })
  const offering = { site: village, serviceItem: itemCode, enabled: true }
  rows.offering = await make('api::service-offering.service-offering', { ...offering, hours: secret('offering') })
  const household = { code: codes.household, site: village, phone: '19900000003', idNumber: '640402199001010012' }
  rows.household = await make('api::household.household', {
    ...household,
    name: secret('household'),
    address: secret('household'),
    members: [{ name: secret('household'), relation: '子', birthYear: 2015 }],
  })
  const pairing = { code: codes.pairing, organisation: codes.organisation, site: village }
  rows.pairing = await make('api::pairing.pairing', { ...pairing, note: secret('pairing') })
  const leads = { code: codes.assignment, site, leaderUsername: `leader-${letter}-${mark}`.toLowerCase() }
  rows.assignment = await make('api::assignment.assignment', { ...leads, leaderName: secret('assignment') })
  const activity = { code: codes.activity, title: `${letter}村活动`, site: village, team: codes.team, theme: 'service' }
  const when = { startsAt: '2026-10-01T01:00:00Z', endsAt: '2026-10-01T03:00:00Z' }
  rows.activity = await make('api::activity.activity', { ...activity, ...when, summary: secret('activity') })
  rows.draft = await make('api::article.article', { title: secret('draft'), body: '<p>草稿</p>', site: village })
  rows.article = await make(
    'api::article.article',
    { title: `${letter}村新闻`, body: '<p>新闻</p>', site },
    'published',
  )
  rows.order = await makeOrder(town, codes.team, 'order', itemCode)
  for (const role of ROLES) town.users[role] = await makeUser(town, role, mark)
  return town
}

async function makeUser(town: Town, role: Role, mark: string): Promise<Town['users'][Role]> {
  const roleRow = (await app()
    .db.query('plugin::users-permissions.role')
    .findOne({ where: { type: role } })) as Made
  const username = `${role}-${town.letter}-${mark}`.toLowerCase()
  const inVillage = ['village-admin', 'points-reviewer', 'points-supervisor', 'resident'].includes(role)
  const user = (await app()
    .plugin('users-permissions')
    .service('user')
    .add({
      username,
      email: `${username}@example.invalid`,
      password: PASSWORD,
      provider: 'local',
      confirmed: true,
      displayName: secretOf(town.letter, 'user'),
      role: roleRow.id,
      siteCode: inVillage ? town.village : town.site,
      teamCode: role === 'team-leader' ? town.codes.team : null,
      householdCode: role === 'resident' ? town.codes.household : null,
    })) as Made & { password: string }
  const token = await services().issue(user)
  return { username, id: user.id, token }
}

/** The password of every account that tests make. */
export const PASSWORD = 'Towns-of-a-test-2026'

async function makeOrder(town: Town, teamCode: string, what: string, itemCode: string): Promise<Made> {
  // A date of Jest's own realm is none to the driver of SQLite.
  const now = onPostgres ? new Date().toISOString() : Date.now()
  const documentId = newDocumentId()
  const [row] = (await app()
    .db.connection('dispatch_orders')
    .insert({
      document_id: documentId,
      number: `TEST-${documentId}`,
      state: 'accepted',
      version: 1,
      events: 1,
      queue: 1,
      item_code: itemCode,
      site_code: town.village,
      team_code: teamCode,
      household_code: town.codes.household,
      requester_name: secretOf(town.letter, what),
      requester_phone: '19900000004',
      requester_address: secretOf(town.letter, what),
      channel: 'phone',
      placed_by: 'somebody',
      placed_by_name: '某人',
      note: secretOf(town.letter, what),
      urgency: 'general',
      skill: '水电维修',
      resolve_days: 3,
      overdue: false,
      rework: 0,
      created_at: now,
      updated_at: now,
      published_at: now,
      dispatched_at: now,
      accepted_at: now,
    })
    .returning('id')) as { id: number }[]
  await app().db.connection('dispatch_order_events').insert({
    document_id: newDocumentId(),
    order_id: documentId,
    sequence: 1,
    version: 1,
    verb: 'accept',
    from_state: 'dispatched',
    to_state: 'accepted',
    actor: 'somebody',
    actor_name: '某人',
    role: 'team-leader',
    data: '{}',
    at: now,
    created_at: now,
    updated_at: now,
    published_at: now,
  })
  return { id: row?.id ?? 0, documentId }
}
