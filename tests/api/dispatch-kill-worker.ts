import { boot } from '@practice/cms'
import type {} from '@practice/dispatch/services'
import type { Order } from '@practice/dispatch/contracts'
import type { Command, Verb } from '@practice/dispatch/domain'
import { service, type Result, type Role, type UserActor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'

/** How many orders are under way at once. */
const ORDERS = 8

/** The loop without its forks, and who does what. */
const STEPS: readonly [Verb, Role, object][] = [
  ['dispatch', 'county-dispatcher', { reason: '就近' }],
  ['accept', 'team-leader', {}],
  ['start', 'team-leader', {}],
  ['complete', 'team-leader', { summary: '修好了', served: 1, hours: 1, volunteers: [], evidence: [] }],
  ['rate', 'county-dispatcher', { stars: 2, comment: '还在漏水', onBehalf: { reason: '电话回访' } }],
  ['rework', 'county-dispatcher', { reason: '没有修好' }],
  ['accept', 'team-leader', {}],
  ['start', 'team-leader', {}],
  ['complete', 'team-leader', { summary: '修好了', served: 1, hours: 1, volunteers: [], evidence: [] }],
]

/** A second server on the tests' database, which carries out orders until it is killed (`dispatch-kill.test.ts`). */
async function main(): Promise<void> {
  const { KILL_TEAM: team = '', KILL_NOTE: note = '' } = process.env
  const strapi = await boot()
  process.stdout.write('ready\n')
  await Promise.all(Array.from({ length: ORDERS }, () => carryOn(strapi, team, note)))
}

async function carryOn(strapi: Core.Strapi, team: string, note: string): Promise<never> {
  const orders = service(strapi, 'dispatch', 'orders')
  for (;;) {
    const body = {
      serviceItem: 'C08-03',
      site: '640402100207',
      channel: 'desk',
      requester: { name: '马建国', phone: '19900000001' },
      onBehalf: { reason: '家里没有智能手机' },
      note,
    } as const
    const placed = value(await orders.place(actor('county-dispatcher', team), { body, key: null }, Date.now()))
    let order: Order = placed.order
    for (const [verb, role, input] of STEPS) {
      const withTeam = verb === 'dispatch' ? { ...input, team } : input
      const command = { verb, version: order.version, input: withTeam } as Command
      order = value(await orders.act(actor(role, team), order.documentId, command, Date.now()))
    }
  }
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details)}`)
  return result.value
}

function actor(role: Role, team: string): UserActor {
  return {
    kind: 'user',
    userId: 0,
    username: role,
    displayName: role,
    role,
    siteCode: '640402',
    teamCode: role === 'team-leader' ? team : null,
    householdCode: null,
    assignedSiteCodes: [],
  }
}

void main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
