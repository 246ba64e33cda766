import { inTransaction, ok, refuse, Refused, service, type Actor, type Instant, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Flag } from '../../contracts'
import { allowedOfFlag, checkFlagSettling, type FlagRefusal } from '../../domain'
import { readSiteNames, siteRef, type SiteNames } from '../store/directory'
import { findFlag, listFlags, settleFlag, type FlagListQuery, type StoredFlag } from '../store/flags'

/** A page of flags as the contract shows them; `total` is null when nobody asked. */
export interface FlagPage {
  flags: Flag[]
  total: number | null
}

/** What the supervisor is shown of itself. */
export const flags = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The flags that the actor reads, by page. */
  async list(actor: Actor, query: FlagListQuery): Promise<FlagPage> {
    const [{ rows, total }, sites] = await Promise.all([
      listFlags(strapi.db.connection, actor, query),
      readSiteNames(strapi),
    ])
    return { flags: rows.map((flag) => flagView(flag, actor, sites)), total }
  },

  /** Settles a flag with a note that says what was found. */
  async settle(actor: Actor, documentId: string, note: string, now: Instant): Promise<Result<Flag, FlagRefusal>> {
    const flag = await findFlag(strapi.db.connection, documentId, actor)
    if (flag === null) return refuse('not_found')
    const admitted = checkFlagSettling(flag, actor)
    if (!admitted.ok) return admitted
    const done = await inTransaction<StoredFlag, FlagRefusal>(strapi, async (trx) => {
      const settled = await settleFlag(trx, flag, note, actor, now)
      if (settled === null) throw new Refused<FlagRefusal>(refuse('wrong_state', { state: 'settled', from: ['open'] }))
      const { kind, siteCode, subject } = flag
      await service(strapi, 'access', 'audit').record(
        {
          actor,
          action: 'settle-flag',
          subjectType: 'flag',
          subjectId: documentId,
          siteCode,
          detail: { kind, subject },
        },
        trx,
      )
      await service(strapi, 'access', 'notifications').settle(trx, documentId, ['flag_raised'], now)
      return settled
    })
    return done.ok ? ok(flagView(done.value, actor, await readSiteNames(strapi))) : done
  },
})

function flagView(flag: StoredFlag, actor: Actor, sites: SiteNames): Flag {
  const { settledBy, settledByName, settledAt, note } = flag
  return {
    documentId: flag.documentId,
    kind: flag.kind,
    state: flag.state,
    site: siteRef(sites, flag.siteCode),
    subject: flag.subject,
    record: recordRef(flag.recordId, flag.recordNumber),
    other: recordRef(flag.otherRecordId, flag.otherRecordNumber),
    detail: flag.detail,
    raisedAt: new Date(flag.raisedAt).toISOString(),
    settled:
      settledBy === null || settledAt === null
        ? null
        : {
            by: { username: settledBy, name: settledByName ?? settledBy },
            at: new Date(settledAt).toISOString(),
            note: note ?? '',
          },
    allowed: allowedOfFlag(flag, actor),
  }
}

function recordRef(documentId: string | null, number: string | null): Flag['record'] {
  return documentId === null || number === null ? null : { documentId, number }
}
