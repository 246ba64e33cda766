import type { Theme } from '@practice/scoring/contracts'
import { isWithin } from '@practice/kernel'
import type { MeView } from '@practice/access/contracts'
import type { CrudFilter } from '@refinedev/core'
import { dayOf } from '../../time/describe'

/** An activity as the server gives it. */
export interface ActivityRow {
  id: string
  documentId: string
  code: string
  title: string
  siteCode: string
  startsAt: string
  endsAt: string
  place: string | null
  summary: string | null
  theme: { code: Theme; name: string } | null
}

/** An activity as it is typed. */
export interface ActivityValues {
  title: string
  theme: Theme | null
  site: string | null
  startsAt: string | undefined
  endsAt: string | undefined
  place: string
  summary: string
}

/** What of an activity the list and the form need beside its columns. */
export const POPULATE = { theme: { fields: ['code', 'name'] } } as const

/** Seen from now: still to come, going on, or over. Keys of `activities:when`. */
export const PHASES = ['upcoming', 'running', 'over'] as const
export type Phase = (typeof PHASES)[number]

/** The phase of an activity; `now` in milliseconds. */
export function phaseOf({ startsAt, endsAt }: Pick<ActivityRow, 'startsAt' | 'endsAt'>, now: number): Phase {
  if (Date.parse(startsAt) > now) return 'upcoming'
  return Date.parse(endsAt) < now ? 'over' : 'running'
}

/** The conditions that find the activities of a phase. */
export function filtersOfPhase(phase: Phase | null, now: number): CrudFilter[] {
  const at = new Date(now).toISOString()
  switch (phase) {
    case 'upcoming':
      return [{ field: 'startsAt', operator: 'gt', value: at }]
    case 'running':
      return [
        { field: 'startsAt', operator: 'lte', value: at },
        { field: 'endsAt', operator: 'gte', value: at },
      ]
    case 'over':
      return [{ field: 'endsAt', operator: 'lt', value: at }]
    case null:
      return []
  }
}

const WRITERS: readonly MeView['role'][] = ['county-editor', 'town-officer', 'village-admin']

/** Whether somebody may enter activities at all; the server has the last word. */
export function mayWrite({ role }: Pick<MeView, 'role'>): boolean {
  return WRITERS.includes(role)
}

/** Whether somebody may change this one: those of the sites above are only read. */
export function mayChange(me: Pick<MeView, 'role' | 'site'>, { siteCode }: Pick<ActivityRow, 'siteCode'>): boolean {
  return mayWrite(me) && me.site !== null && isWithin(siteCode, me.site.code)
}

/** An activity as it is typed; a new one takes place at one's own site. */
export function valuesOf(row: ActivityRow | null, ownSite: string | null): ActivityValues {
  return {
    title: row?.title ?? '',
    theme: row?.theme?.code ?? null,
    site: row?.siteCode ?? ownSite,
    startsAt: row?.startsAt,
    endsAt: row?.endsAt,
    place: row?.place ?? '',
    summary: row?.summary ?? '',
  }
}

/** Values as the server takes them. */
export function bodyOf({ title, theme, site, startsAt, endsAt, place, summary }: ActivityValues) {
  const text = (value: string) => (value.trim() === '' ? null : value.trim())
  return { title: title.trim(), theme, site, startsAt, endsAt, place: text(place), summary: text(summary) }
}

/** Whether it ends after it starts; what is not filled in yet is not judged. */
export function endsLater(startsAt: string | undefined, endsAt: string | undefined): boolean {
  return startsAt === undefined || endsAt === undefined || Date.parse(endsAt) > Date.parse(startsAt)
}

const CODE_BYTES = 3

/** The code of a new activity, short enough to be copied onto paper: HD20261124-3fa2c1. */
export function newActivityCode(startsAt: string, random: Uint8Array = randomBytes()): string {
  const tail = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `HD${dayOf(Date.parse(startsAt)).replaceAll('-', '')}-${tail}`
}

function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(CODE_BYTES))
}
