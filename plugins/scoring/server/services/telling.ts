import { displayNameOf, service, type Actor, type Instant, type Role } from '@practice/kernel'
import type { Notice } from '@practice/access/services'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import {
  actsAt,
  admitsObjection,
  admitsRecord,
  checkFlagSettling,
  FLAG_SETTLING_ROLES,
  recordTransitionOf,
  type FlagKind,
  type RecordAct,
  type RecordEventFacts,
} from '../../domain'
import type { RaisedFlag } from '../store/flags'
import type { StoredObjection } from '../store/objections'
import type { StoredRecord } from '../store/record-rows'

const FLAG_WORDS: Readonly<Record<FlagKind, string>> = {
  same_photo: '照片重复',
  burst: '集中记分',
  overlap: '时间冲突',
  late: '补记太晚',
  beyond_span: '时长超出',
  few_households: '偏向少数户',
}

/** Who is there for an act, by the rulebook; the system aside. */
const doersOf = (act: RecordAct): Role[] => recordTransitionOf(act).by.filter((role) => role !== 'system')

/** Tells the reviewers who may review it of a record that waits for them. */
export function tellOfRecord(strapi: Core.Strapi, trx: Knex.Transaction, record: StoredRecord, actor: Actor) {
  const { documentId, siteCode, number, ruleName, recordedAt: at } = record
  return notify(strapi, trx, {
    kind: 'record_waiting',
    to: { roles: doersOf('approve'), siteCode },
    by: actor,
    subject: { type: 'record', documentId },
    siteCode,
    cause: `record:${documentId}`,
    facts: { title: ruleName, number, by: displayNameOf(actor) },
    at,
    admits: (reviewer) => admitsRecord(record, 'approve', reviewer, at).ok,
  })
}

/** Tells reviewers of a list that was imported: once, however many lines it has. */
export function tellOfImport(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { documentId, site, count }: { documentId: string; site: string; count: number },
  actor: Actor,
  at: Instant,
) {
  const roles = doersOf('approve')
  return notify(strapi, trx, {
    kind: 'record_waiting',
    to: { roles, siteCode: site },
    by: actor,
    subject: { type: 'record-import', documentId },
    siteCode: site,
    cause: `record-import:${documentId}`,
    facts: { title: '表格导入', count, by: displayNameOf(actor) },
    at,
    admits: (reviewer) => actsAt(reviewer, roles, site),
  })
}

/** After an act on a record: who waited for it waits no longer, and whoever recorded what was rejected hears why. */
export async function tellOfStep(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { record, event, actor, now }: { record: StoredRecord; event: RecordEventFacts; actor: Actor; now: Instant },
): Promise<void> {
  const { documentId, siteCode, number, ruleName } = record
  const { verb, note } = event
  if (verb === 'approve' || verb === 'reject' || verb === 'withdraw') {
    await service(strapi, 'access', 'notifications').settle(trx, documentId, ['record_waiting'], now)
  }
  if (verb === 'reject') {
    await notify(strapi, trx, {
      kind: 'record_rejected',
      to: { usernames: [record.recordedBy] },
      by: actor,
      subject: { type: 'record', documentId },
      siteCode,
      cause: `record:${documentId}:rejected`,
      facts: { title: ruleName, number, by: displayNameOf(actor), ...(note === null ? {} : { note }) },
      at: now,
      admits: (recorder) => actsAt(recorder, [recorder.role], siteCode),
    })
  }
  await service(strapi, 'access', 'live').changed()
}

/** Tells the supervisors who may decide it of an objection. */
export function tellOfObjection(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { objection, record }: { objection: StoredObjection; record: StoredRecord },
  actor: Actor,
) {
  const { documentId, siteCode, filedAt: at, reason } = objection
  return notify(strapi, trx, {
    kind: 'objection_filed',
    to: { roles: doersOf('uphold'), siteCode },
    by: actor,
    subject: { type: 'objection', documentId },
    siteCode,
    cause: `objection:${documentId}`,
    facts: { title: record.ruleName, number: record.number, note: reason },
    at,
    admits: (supervisor) => admitsObjection(objection, record, 'uphold', supervisor, at).ok,
  })
}

/** Tells the supervisors who may settle them of flags that were raised. */
export async function tellOfFlags(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  flags: readonly RaisedFlag[],
  householdCode: string | null,
  at: Instant,
): Promise<void> {
  for (const { documentId, kind, siteCode, recordNumber } of flags) {
    await notify(strapi, trx, {
      kind: 'flag_raised',
      to: { roles: FLAG_SETTLING_ROLES, siteCode },
      by: { kind: 'system', because: 'inspection' },
      subject: { type: 'flag', documentId },
      siteCode,
      cause: `flag:${documentId}`,
      facts: { title: FLAG_WORDS[kind], ...(recordNumber === null ? {} : { number: recordNumber }) },
      at,
      admits: (supervisor) => checkFlagSettling({ state: 'open', siteCode, householdCode }, supervisor).ok,
    })
  }
}

function notify(strapi: Core.Strapi, trx: Knex.Transaction, notice: Notice): Promise<void> {
  return service(strapi, 'access', 'notifications').notify(trx, notice)
}
