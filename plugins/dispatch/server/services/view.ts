import { instantOf, isoOf, jsonOf, maskPhone, type Actor, type Instant } from '@practice/kernel'
import type { Order, OrderDetail, OrderEvent, RefView } from '../../contracts'
import { allowedVerbs } from '../../domain'
import type { Directory } from '../store/directory'
import type { EventRow } from '../store/orders'
import type { StoredOrder, ViewedOrder } from '../store/rows'

/** Whom an order is shown to, when, and by which names. */
export interface Viewing {
  actor: Actor
  directory: Directory
  now: Instant
}

/** An order as the contract shows it: names for codes, the phone masked, the actor's verbs. */
export function viewOf(order: ViewedOrder, { actor, directory, now }: Viewing): Order {
  return {
    documentId: order.documentId,
    number: order.number,
    state: order.state,
    version: order.version,
    serviceItem: refOf(directory.items, order.itemCode),
    site: refOf(directory.sites, order.siteCode),
    requester: {
      name: order.requesterName,
      phone: seesPhone(order, actor) ? order.requesterPhone : maskPhone(order.requesterPhone),
      address: order.requesterAddress,
      household: order.householdCode,
    },
    channel: order.channel,
    onBehalf: order.onBehalfReason === null ? null : { by: order.placedByName, reason: order.onBehalfReason },
    form: order.form,
    note: order.note,
    preferredAt: isoOf(order.preferredAt),
    urgency: order.urgency,
    team: order.teamCode === null ? null : refOf(directory.teams, order.teamCode),
    clocks: {
      dispatchBy: isoOf(order.dispatchBy),
      acceptBy: isoOf(order.acceptBy),
      resolveBy: isoOf(order.resolveBy),
      rateBy: isoOf(order.rateBy),
      pausedAt: isoOf(order.pausedAt),
    },
    overdue: order.overdue,
    escalation: order.escalation,
    rating: ratingOf(order),
    rework: order.rework,
    allowed: allowedVerbs(order, actor, now),
    createdAt: new Date(order.createdAt).toISOString(),
  }
}

/** Only the household itself reads its number in full; everybody else asks for it with a reason (`reveal`). */
function seesPhone(order: ViewedOrder, actor: Actor): boolean {
  return actor.kind === 'user' && actor.role === 'resident' && actor.householdCode === order.householdCode
}

function refOf(names: ReadonlyMap<string, RefView>, code: string): RefView {
  const entry = names.get(code)
  // What was renamed keeps its code; what was deleted since is shown by it.
  return { code, name: entry?.name ?? code }
}

function ratingOf(order: ViewedOrder): Order['rating'] {
  const { stars, ratedBy, ratedAt, ratedByUsername, rateReason } = order
  if (stars === null || ratedBy === null || ratedAt === null) return null
  const onBehalf = ratedBy === 'staff' ? { by: ratedByUsername ?? '', reason: rateReason ?? '' } : null
  return { stars, comment: order.ratingComment, by: ratedBy, onBehalf, at: new Date(ratedAt).toISOString() }
}

/** What beside the order itself its detail shows. */
export interface DetailParts {
  events: readonly EventRow[]
  invited: readonly string[]
  files: NonNullable<OrderDetail['completion']>['evidence']
  photos: OrderDetail['photos']
}

/** An order with its history. */
export function detailOf(order: StoredOrder, parts: DetailParts, viewing: Viewing): OrderDetail {
  const { teams } = viewing.directory
  const { completion } = order
  return {
    ...viewOf(order, viewing),
    events: parts.events.map((row) => eventOf(row, teams)),
    completion:
      completion === null
        ? null
        : {
            summary: completion.summary,
            served: completion.served,
            hours: completion.hours,
            volunteers: [...completion.volunteers],
            evidence: parts.files,
            at: new Date(completion.at).toISOString(),
          },
    photos: parts.photos,
    declinedBy: parts.events.flatMap((row) =>
      row.verb === 'decline' && row.team_code !== null
        ? [{ team: refOf(teams, row.team_code), reason: row.note ?? '' }]
        : [],
    ),
    pool: parts.invited.map((code) => refOf(teams, code)),
  }
}

function eventOf(row: EventRow, teams: Directory['teams']): OrderEvent {
  const team = row.team_code === null ? {} : { team: refOf(teams, row.team_code) }
  return {
    verb: row.verb,
    from: row.from_state,
    to: row.to_state,
    actor: { name: row.actor_name, role: row.role },
    at: isoOf(instantOf(row.at)) ?? '',
    note: row.note,
    data: { ...jsonOf<Record<string, unknown>>(row.data), ...team },
  }
}
