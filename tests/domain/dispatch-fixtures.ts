import { chinaCalendar, type Role, type UserActor } from '@practice/kernel'
import {
  DEFAULT_CLOCKS,
  NO_FACTS,
  type ClockRules,
  type Command,
  type Facts,
  type Order,
  type OrderState,
  type Verb,
  type VerbInputs,
} from '@practice/dispatch/domain'

export const VILLAGE = '640402100207'
export const TOWN = '640402100'
export const DISTRICT = '640402'
export const TEAM = '640402100-T04'
export const HOUSEHOLD = '640402100207-H001'

/** Tuesday, 24 November 2026, 10:00 in China: a working day, and so are those around it. */
export const NOW = Date.parse('2026-11-24T10:00:00+08:00')

export const RULES: ClockRules = { clocks: DEFAULT_CLOCKS, calendar: chinaCalendar() }

const SITES: Readonly<Record<Role, string | null>> = {
  'county-editor': DISTRICT,
  'county-dispatcher': DISTRICT,
  'town-officer': TOWN,
  'village-admin': VILLAGE,
  'team-leader': TOWN,
  'points-reviewer': VILLAGE,
  'points-supervisor': VILLAGE,
  leader: null,
  resident: VILLAGE,
}

/** Somebody of a role who sees the order of `orderIn`. */
export function actorOf(role: Role, changes: Partial<UserActor> = {}): UserActor {
  return {
    kind: 'user',
    userId: 1,
    username: role,
    displayName: role,
    role,
    siteCode: SITES[role],
    teamCode: role === 'team-leader' ? TEAM : null,
    householdCode: role === 'resident' ? HOUSEHOLD : null,
    assignedSiteCodes: role === 'leader' ? [TOWN] : [],
    ...changes,
  }
}

const WITH_TEAM: readonly OrderState[] = ['dispatched', 'accepted', 'started', 'completed', 'rated', 'archived']
const WITH_WORK: readonly OrderState[] = ['completed', 'rated', 'archived']

/** An order of the village's household as it stands in a state; everything is on file where work was done. */
export function orderIn(state: OrderState, changes: Partial<Order> = {}): Order {
  const done = WITH_WORK.includes(state)
  return {
    state,
    version: 7,
    siteCode: VILLAGE,
    householdCode: HOUSEHOLD,
    requesterName: '马建国',
    requesterPhone: '19900000001',
    urgency: 'general',
    resolveDays: 3,
    createdAt: NOW,
    dispatchBy: NOW,
    acceptBy: null,
    resolveBy: null,
    rateBy: null,
    pausedAt: null,
    deadline: null,
    overdue: false,
    escalation: null,
    escalateAt: null,
    teamCode: WITH_TEAM.includes(state) ? TEAM : null,
    rework: 0,
    dispatchedAt: null,
    acceptedAt: null,
    startedAt: null,
    completedAt: done ? NOW : null,
    archivedAt: null,
    completion: done ? { summary: '修好了', served: 1, hours: 1, volunteers: ['V1'], evidence: ['f1'], at: NOW } : null,
    stars: null,
    ratingComment: null,
    ratedBy: null,
    ratedByUsername: null,
    rateReason: null,
    ratedAt: null,
    ...changes,
  }
}

/** What each verb takes at its simplest, so that nothing but role and state can stand in its way. */
export const INPUTS: VerbInputs = {
  dispatch: { team: TEAM },
  pool: {},
  claim: {},
  accept: {},
  decline: { reason: '人手不足' },
  start: {},
  complete: { summary: '修好了', served: 1, hours: 1, volunteers: ['V1'], evidence: ['f1'] },
  rate: { stars: 5 },
  rework: { reason: '没有修好' },
  pause: { reason: '等群众回家' },
  resume: { reason: '群众回来了' },
  cancel: { reason: '不需要了' },
  archive: {},
}

/** A verb with its simplest input, some of it changed. */
export function commandOf<V extends Verb>(verb: V, changes: Partial<VerbInputs[V]> = {}, version = 7): Command {
  return { verb, version, input: { ...INPUTS[verb], ...changes } } as Command
}

/** A village team that may be sent, and is the first choice. */
export const GOOD_TEAM: Facts = {
  ...NO_FACTS,
  team: { code: TEAM, siteCode: VILLAGE, obstacles: [] },
  firstTeam: TEAM,
  eligibleTeams: [TEAM],
}
