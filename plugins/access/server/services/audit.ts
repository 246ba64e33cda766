import type { Core } from '@strapi/strapi'
import type { Actor } from '@practice/kernel'
import type { Knex } from 'knex'
import { insertAuditEntry } from '../store/audit'

/** One act to be kept: who did what to what, and where from. */
export interface AuditRecord {
  actor: Actor
  /** A verb, such as `reveal`, `login`, `dispatch`. */
  action: string
  /** The kind of thing acted on, such as `order`. */
  subjectType: string
  /** Its documentId. */
  subjectId?: string | undefined
  /** The site that the subject belongs to, which decides who may read the entry; else the actor's own. */
  siteCode?: string | null | undefined
  /** The network address that the request came from. */
  address?: string | null | undefined
  detail?: Readonly<Record<string, unknown>> | undefined
}

/** The audit log: append-only, held so by triggers in the database as well. */
export const audit = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Keeps one act, inside of `trx` when the act itself happens in one, so that both stand or fall together. */
  async record(record: AuditRecord, trx?: Knex.Transaction): Promise<void> {
    const address = record.address ?? strapi.requestContext.get()?.request.ip ?? null
    await insertAuditEntry(trx ?? strapi.db.connection, { ...record, address }, Date.now())
  },
})
