import {
  ok,
  parseQueryList,
  refuse,
  scopeOf,
  service,
  type Actor,
  type ListQuery,
  type Result,
  type ScopedRow,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { z } from 'zod'
import { AUDIT_LIST, type AuditEntry, type MeView, type Reveal } from '../../contracts'
import { abilitiesOf } from '../../domain/abilities'
import { decideReveal, isRevealable, type RevealRefusal, type RevealType } from '../../domain/reveal'
import { listAudit } from '../store/audit-list'

/** The types of revealable rows, and the columns that hold what is revealed. */
const REVEALED: Readonly<Record<RevealType, { uid: string; columns: Readonly<Record<string, string>> }>> = {
  order: { uid: 'plugin::dispatch.order', columns: { phone: 'requesterPhone' } },
  household: { uid: 'api::household.household', columns: { phone: 'phone', idNumber: 'idNumber' } },
  volunteer: { uid: 'api::volunteer.volunteer', columns: { phone: 'phone' } },
}

type Row = Record<string, unknown> & ScopedRow & { documentId: string }

/** A page of a list, with what the contract says of it. */
export interface Page<Item> {
  items: Item[]
  pagination: { page: number; pageSize: number; pageCount?: number; total?: number }
}

/** What people see of themselves, of each other's acts, and of masked numbers. */
export const people = ({ strapi }: { strapi: Core.Strapi }) => {
  async function named(uid: string, code: string | null): Promise<Row | null> {
    if (code === null) return null
    const look = () => strapi.db.query(uid as Parameters<typeof strapi.db.query>[0]).findOne({ where: { code } })
    return (await service(strapi, 'access', 'actors').asSystem('own names', look)) as Row | null
  }

  return {
    /** Who the actor is, and what their console offers. */
    async me(actor: Actor): Promise<Result<MeView, 'role_not_allowed'>> {
      if (actor.kind !== 'user') return refuse('role_not_allowed')
      const [site, team] = await Promise.all([
        named('api::site.site', actor.siteCode),
        named('api::team.team', actor.teamCode),
      ])
      return ok({
        username: actor.username,
        displayName: actor.displayName,
        role: actor.role,
        site: siteOf(site),
        team: team === null ? null : { code: String(team.code), name: String(team.name) },
        can: abilitiesOf(actor.role),
      })
    },

    /** The acts that the actor may read of, in the contract's list syntax. */
    async audit(actor: Actor, query: unknown): Promise<Result<Page<AuditEntry>, 'invalid'>> {
      const parsed = parseQueryList(AUDIT_LIST, query)
      if (!parsed.ok) return parsed
      const { entries, total } = await listAudit(strapi.db.connection, scopeOf(actor, 'audit', 'read'), parsed.value)
      return ok({ items: entries, pagination: paginationOf(parsed.value, total) })
    },

    /** One masked value in full. The audit log has it before the answer has. */
    async reveal(
      actor: Actor,
      { type, documentId, field, reason }: z.infer<typeof Reveal.body>,
    ): Promise<Result<{ value: string }, RevealRefusal>> {
      if (!isRevealable(type, field)) {
        const message = `Not a masked field of ${type}`
        return refuse('invalid', { errors: [{ path: ['field'], message, code: 'invalid_value' }] })
      }
      const { uid, columns } = REVEALED[type]
      const rows = strapi.db.query(uid as Parameters<typeof strapi.db.query>[0])
      const row = (await rows.findOne({ where: { documentId } })) as Row | null
      if (row === null) return refuse('not_found')
      const decision = decideReveal(actor, type, row)
      if (!decision.ok) return decision
      const value = row[columns[field] ?? field]
      await service(strapi, 'access', 'audit').record({
        actor,
        action: 'reveal',
        subjectType: type,
        subjectId: documentId,
        siteCode: typeof row.siteCode === 'string' ? row.siteCode : null,
        detail: { field, reason },
      })
      return ok({ value: typeof value === 'string' ? value : '' })
    },
  }
}

function siteOf(row: Row | null): MeView['site'] {
  if (row === null) return null
  return { code: String(row.code), name: String(row.name), tier: row.tier as NonNullable<MeView['site']>['tier'] }
}

function paginationOf({ page, pageSize }: ListQuery, total: number | null): Page<never>['pagination'] {
  return total === null ? { page, pageSize } : { page, pageSize, pageCount: Math.ceil(total / pageSize), total }
}
