import { DAY_MS, instantOf, jsonOf, type CodeRange, type Instant } from '@practice/kernel'
import type { Knex } from 'knex'
import type { TeamLoad } from '../../contracts'
import { OCCUPYING_STATES, type MatchingTeam, type Place } from '../../domain'

/** How far back declines count against a team. */
const DECLINES_DAYS = 90

interface TeamRow {
  code: string
  name: string
  site_code: string
  skills: unknown
  capacity: number
  active: boolean | number
  organisation_code: string | null
  household_code: string | null
}

interface HistoryRow {
  team_code: string
  load: number | string
  rating_sum: number | string | null
  rating_count: number | string
  last_at: unknown
}

interface CountRow {
  team_code: string
  count: number | string
}

/**
 * The teams as the choice of one needs them, with what they have in hand and what they did so far: all, or the one of
 * `code`. `placeOf` tells where a site stands.
 */
export async function findMatchingTeams(
  db: Knex,
  now: Instant,
  placeOf: (siteCode: string) => Place | null,
  code?: string,
): Promise<MatchingTeam[]> {
  const only = (column: string) => (query: Knex.QueryBuilder) => {
    if (code !== undefined) void query.where(column, code)
  }
  const [teams, history, declines, pairings] = await Promise.all([
    findTeamRows(db, only('t.code')),
    findHistory(db, only('team_code')),
    findDeclineCounts(db, new Date(now - DECLINES_DAYS * DAY_MS), only('team_code')),
    db('pairings').select<{ organisation_code: string; site_code: string }[]>('organisation_code', 'site_code'),
  ])
  const historyOf = new Map(history.map((row) => [row.team_code, row]))
  const declinesOf = new Map(declines.map((row) => [row.team_code, Number(row.count)]))
  return teams.map((team) => ({
    code: team.code,
    name: team.name,
    siteCode: team.site_code,
    skills: jsonOf<string[]>(team.skills) ?? [],
    capacity: team.capacity,
    active: Boolean(team.active),
    pairedSiteCodes: pairings
      .filter(({ organisation_code }) => organisation_code === team.organisation_code)
      .map(({ site_code }) => site_code),
    ...pastOf(historyOf.get(team.code), now),
    declines: declinesOf.get(team.code) ?? 0,
    place: placeOf(team.site_code),
    leaderHouseholdCode: team.household_code,
  }))
}

function pastOf(row: HistoryRow | undefined, now: Instant) {
  const lastAt = instantOf(row?.last_at)
  return {
    load: Number(row?.load ?? 0),
    ratingSum: Number(row?.rating_sum ?? 0),
    ratingCount: Number(row?.rating_count ?? 0),
    idleDays: lastAt === null ? null : Math.max(now - lastAt, 0) / DAY_MS,
  }
}

type Narrow = (query: Knex.QueryBuilder) => void

function findTeamRows(db: Knex, narrow: Narrow): Promise<TeamRow[]> {
  return db('teams as t')
    .leftJoin('up_users as u', 'u.username', 't.leader_username')
    .modify(narrow)
    .orderBy('t.code')
    .select<TeamRow[]>(
      ...['t.code', 't.name', 't.site_code', 't.skills', 't.capacity', 't.active', 't.organisation_code'],
      'u.household_code',
    )
}

/** From one index alone, which holds these columns: a hundred thousand orders are counted in some milliseconds. */
function findHistory(db: Knex, narrow: Narrow): Promise<HistoryRow[]> {
  const occupying = OCCUPYING_STATES.map(() => '?').join(', ')
  return db('dispatch_orders')
    .whereNotNull('team_code')
    .modify(narrow)
    .groupBy('team_code')
    .select<HistoryRow[]>(
      'team_code',
      db.raw(`sum(case when state in (${occupying}) then 1 else 0 end) as load`, [...OCCUPYING_STATES]),
      db.raw('sum(stars) as rating_sum, count(stars) as rating_count, max(dispatched_at) as last_at'),
    )
}

function findDeclineCounts(db: Knex, since: Date, narrow: Narrow): Promise<CountRow[]> {
  return db('dispatch_order_events')
    .where({ verb: 'decline' })
    .where('at', '>=', since)
    .whereNotNull('team_code')
    .modify(narrow)
    .groupBy('team_code')
    .select<CountRow[]>('team_code', db.raw('count(*) as count'))
}

interface LoadRow {
  document_id: string
  code: string
  name: string
  capacity: number
  load: number | string | null
  overdue: number | string | null
}

/** What the working teams of a range of sites have in their hands. */
export async function findTeamLoads(db: Knex, range: CodeRange): Promise<TeamLoad[]> {
  const inHand = db('dispatch_orders')
    .whereNotNull('team_code')
    .whereIn('state', [...OCCUPYING_STATES])
    .groupBy('team_code')
    .select('team_code', db.raw('count(*) as load'))
    .select(db.raw('sum(case when overdue = ? then 1 else 0 end) as overdue', [true]))
    .as('h')
  const rows = await db('teams as t')
    .leftJoin(inHand, 'h.team_code', 't.code')
    .where('t.site_code', '>=', range.from)
    .where('t.site_code', '<', range.below)
    .where('t.active', true)
    .select<LoadRow[]>('t.document_id', 't.code', 't.name', 't.capacity', 'h.load', 'h.overdue')
  return rows.map(({ document_id, code, name, capacity, load, overdue }) => ({
    team: { code, name, documentId: document_id },
    load: Number(load ?? 0),
    overdue: Number(overdue ?? 0),
    capacity,
  }))
}

/** How many orders a team may have on its hands; none when there is no such team. */
export async function findCapacity(db: Knex, code: string): Promise<number> {
  const row = await db('teams').where({ code }).first<{ capacity: number } | undefined>('capacity')
  return row?.capacity ?? 0
}

/** Of these numbers those that no volunteer has. */
export async function findUnknownVolunteers(db: Knex, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return []
  const rows = await db('volunteers').whereIn('number', numbers).select<{ number: string }[]>('number')
  const known = new Set(rows.map(({ number }) => number))
  return numbers.filter((number) => !known.has(number))
}
