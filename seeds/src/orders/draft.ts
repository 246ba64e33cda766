import { HOUR_MS, isWithin, type Instant, type UserActor } from '@practice/kernel'
import { menuOf, type Channel, type MenuLine, type Urgency } from '@practice/dispatch/domain'
import type { Catalogue, SampleWorld } from './world'
import { orderCases, stories, type OrderCase, type PhraseKind, type Story } from './cases'
import type { Cast } from './cast'
import { documentIdOf } from '../document-id'
import { nameOf, phoneOf } from '../people'
import { randomOf, type Random } from '../random'
import { byDay } from './schedule'

/** An order as it is placed, with the story that it is to go through. */
export interface Draft {
  /** By its story, so that a later run knows it again. */
  documentId: string
  number: string
  story: Story
  case: OrderCase
  line: MenuLine
  siteCode: string
  household: { code: string; siteCode: string; name: string } | null
  requesterName: string
  requesterPhone: string
  requesterAddress: string
  channel: Channel
  placedBy: UserActor
  onBehalfReason: string | null
  preferredAt: Instant | null
  createdAt: Instant
  urgency: Urgency
  random: Random
}

/** What drafts are drawn from. */
export interface DraftSources {
  world: SampleWorld
  cast: Cast
  phrase(kind: PhraseKind, random: Random): string
  now: Instant
}

/** The villages whose admins have demo accounts see more orders than others. */
const PILOT_SHARE = 0.75
const SHOWN_SITES = ['640402100207', '640402107200'] as const
const SHOWN_SHARE = 0.35
const RESIDENT_SHARE = 0.45
const PREFERRED_SHARE = 0.2
/** Requesters outside of the pilot villages have no household on file; their phones follow the households'. */
const PHONES_OF_OTHERS = 1_000

/** The documentId of the `at`-th order (from 0) of a story, whenever it is seeded. */
export function orderIdOf(story: string, at: number): string {
  return documentIdOf('order', `${story}:${at}`)
}

/** Gives the next number of the day of a moment. */
export type Numbering = (at: Instant) => string

/** Draws every order of the stories, in the order in which they were placed, and numbers them. */
export function drawDrafts(sources: DraftSources, numberOf: Numbering): Draft[] {
  const cases = orderCases()
  const drafts = stories().flatMap((story) =>
    Array.from({ length: story.count }, (_, at) => drawDraft(story, at, cases, sources)),
  )
  drafts.sort((left, right) => left.createdAt - right.createdAt)
  return drafts.map((draft) => ({ ...draft, number: numberOf(draft.createdAt) }))
}

function drawDraft(story: Story, at: number, cases: readonly OrderCase[], sources: DraftSources) {
  const { world, now } = sources
  const random = randomOf(`order:${story.name}:${at}`)
  const ageHours = story.leastHours + random.fraction() * (story.mostHours - story.leastHours)
  const createdAt = Math.floor(byDay(now - ageHours * HOUR_MS, now, random))
  const place = placeOf(story, random, world)
  const menu = menuAt(place.siteCode, world.catalogue)
  const fitting = cases.flatMap((one) => {
    const line = menu.get(one.itemCode)
    return line !== undefined && fits(story, one, line) ? [{ case: one, line }] : []
  })
  const chosen = random.weighted(fitting, (one) => one.case.weight)
  return {
    documentId: orderIdOf(story.name, at),
    story,
    ...chosen,
    ...place,
    ...requesterOf(place, `${story.name}:${at}`, random, world),
    ...wayOf(place, random, sources),
    preferredAt: random.chance(PREFERRED_SHARE) ? createdAt + random.integer(20, 90) * HOUR_MS : null,
    createdAt,
    urgency: chosen.line.urgency,
    random,
  }
}

function fits(story: Story, one: OrderCase, line: MenuLine): boolean {
  if (story.itemCode !== null && story.itemCode !== one.itemCode) return false
  return story.urgency === null || story.urgency === line.urgency
}

const MENUS = new WeakMap<Catalogue, Map<string, Map<string, MenuLine>>>()
const RESOLVE_DAYS = 5

function menuAt(siteCode: string, catalogue: Catalogue): Map<string, MenuLine> {
  const known = MENUS.get(catalogue) ?? new Map<string, Map<string, MenuLine>>()
  MENUS.set(catalogue, known)
  const menu =
    known.get(siteCode) ??
    new Map(menuOf(siteCode, catalogue.items, catalogue.offerings, RESOLVE_DAYS).map((line) => [line.code, line]))
  known.set(siteCode, menu)
  return menu
}

type Place = Pick<Draft, 'siteCode' | 'household'>

function placeOf(story: Story, random: Random, { households, sites }: SampleWorld): Place {
  if (story.householdCode !== null) {
    const household = households.find((one) => one.code === story.householdCode)
    if (household === undefined) throw new Error(`no household ${story.householdCode}`)
    return { siteCode: household.siteCode, household }
  }
  if (random.chance(PILOT_SHARE)) {
    const shown = random.chance(SHOWN_SHARE) ? random.pick(SHOWN_SITES) : null
    const household = random.pick(shown === null ? households : households.filter((one) => isWithin(one.code, shown)))
    return { siteCode: household.siteCode, household }
  }
  const others = sites.filter((site) => site.tier === 'village' && !site.pilot)
  return { siteCode: random.pick(others).code, household: null }
}

function requesterOf(place: Place, key: string, random: Random, { households, sites }: SampleWorld) {
  const household = households.find((one) => one.code === place.household?.code)
  if (household !== undefined) {
    const { name, phone, address } = household
    return { requesterName: name, requesterPhone: phone, requesterAddress: address }
  }
  const site = sites.find((one) => one.code === place.siteCode)
  return {
    requesterName: nameOf(random, random.chance(0.5) ? 'male' : 'female'),
    requesterPhone: phoneOf('household', PHONES_OF_OTHERS + randomOf(`phone:${key}`).integer(0, 8_000)),
    requesterAddress: `${site?.name ?? ''}${random.integer(1, 120)}号`,
  }
}

/** Who places it and how: residents themselves by phone or web, or the village for them, with its reason. */
function wayOf(place: Place, random: Random, { cast, phrase }: DraftSources) {
  if (place.household !== null && random.chance(RESIDENT_SHARE)) {
    const channel: Channel = random.chance(0.8) ? 'phone' : 'web'
    return { channel, placedBy: cast.resident(place.household), onBehalfReason: null }
  }
  const channel: Channel = random.pick(['desk', 'paper', 'telephone'] as const)
  return { channel, placedBy: cast.villageAdmin(place.siteCode), onBehalfReason: phrase('on-behalf', random) }
}
