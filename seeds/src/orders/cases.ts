import { integerOf, listOf, readRows } from '../csv'
import type { Random } from '../random'

/** What somebody asks for, and what the work comes to. */
export interface OrderCase {
  itemCode: string
  weight: number
  note: string
  summary: string
  /** Answers to the item's form, where it has one. */
  form: Readonly<Record<string, unknown>> | null
}

/** The cases that orders are made from. */
export function orderCases(): OrderCase[] {
  return readRows('order-cases.csv', ['item', 'weight', 'note', 'summary', 'form']).map((row) => ({
    itemCode: row.item,
    weight: integerOf(row.weight) ?? 1,
    note: row.note,
    summary: row.summary,
    form: row.form === '' ? null : (JSON.parse(row.form) as Record<string, unknown>),
  }))
}

/** How an order went: a number of orders of one age share a story. */
export interface Story {
  name: string
  count: number
  /** Which orders it happens to; null for any. */
  urgency: 'urgent' | 'general' | null
  /** How long ago they were placed, in hours. */
  leastHours: number
  mostHours: number
  steps: readonly StepName[]
  /** Pinned for orders that a demo account is to find; null for any. */
  itemCode: string | null
  householdCode: string | null
  teamCode: string | null
}

const STEP_NAMES = [
  'dispatch',
  'pool',
  'claim',
  'accept',
  'decline',
  'start',
  'complete',
  'rate-good',
  'rate-fair',
  'rate-poor',
  'rework',
  'pause',
  'resume',
  'cancel',
  'archive',
] as const

/** A verb as stories write it: ratings say how they turn out. */
export type StepName = (typeof STEP_NAMES)[number]

/** All stories, the longest first is not needed: orders are sorted by the time they were placed. */
export function stories(): Story[] {
  const columns = [
    'story',
    'count',
    'urgency',
    'least_hours',
    'most_hours',
    'steps',
    'item',
    'household',
    'team',
  ] as const
  return readRows('order-stories.csv', columns).map((row) => ({
    name: row.story,
    count: Number(row.count),
    urgency: row.urgency === 'urgent' || row.urgency === 'general' ? row.urgency : null,
    leastHours: Number(row.least_hours),
    mostHours: Number(row.most_hours),
    steps: listOf(row.steps).map(stepOf),
    itemCode: row.item || null,
    householdCode: row.household || null,
    teamCode: row.team || null,
  }))
}

function stepOf(name: string): StepName {
  const step = STEP_NAMES.find((known) => known === name)
  if (step === undefined) throw new Error(`no such step in a story: ${name}`)
  return step
}

/** The kinds of things that people say or write along the way. */
export type PhraseKind =
  | 'on-behalf'
  | 'decline'
  | 'cancel'
  | 'pause'
  | 'resume'
  | 'dispatch'
  | 'rework'
  | 'good'
  | 'fair'
  | 'poor'
  | 'rate-on-behalf'

/** Draws a phrase of a kind; some of the good ratings have no words. */
export function phrasebook(): (kind: PhraseKind, random: Random) => string {
  const rows = readRows('phrases.csv', ['kind', 'text'])
  return (kind, random) => random.pick(rows.filter((row) => row.kind === kind)).text
}
