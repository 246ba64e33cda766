import { setImmediate as immediate } from 'node:timers/promises'
import { inOneTransaction, type Instant } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import {
  actOf,
  burstWindows,
  FAVOUR_WINDOW_MS,
  findBeyondSpan,
  findBursts,
  findFavour,
  findLate,
  findOverlaps,
  findSamePhotos,
  monthOf,
  type Finding,
  type InspectedRecord,
} from '../../domain'
import { nextValue } from '../store/counters'
import { insertFlags, type RaisedFlag } from '../store/flags'
import {
  claimInspection,
  countByHousehold,
  countHouseholdsWithCards,
  countRecords,
  findOfActivities,
  findUninspected,
  type Uninspected,
} from '../store/inspection'
import { findNearPrints, findPrinted, insertPrints, type PhotoPrint } from '../store/photo-prints'
import { hashPhotos, type HashedPhoto } from './photos'
import { tellOfFlags } from './telling'

const BATCH_SIZE = 100
const NEAR_MAX = 200

/** What looks at records after they were made. */
export const inspection = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Looks at every record that nobody has looked at yet, and raises what the supervisor should see. Each is claimed and
   * what was found is kept in one transaction, so that of several servers one does it, and none loses it. Answers how
   * many it looked at.
   */
  async run(now: Instant): Promise<number> {
    let inspected = 0
    for (;;) {
      const batch = await findUninspected(strapi.db.connection, BATCH_SIZE)
      const done: Uninspected[] = []
      for (const one of batch) {
        if (await inspectSafely(strapi, one, now)) done.push(one)
        // SQLite answers within the turn: without this nobody else is heard until the batch is done.
        await immediate()
      }
      await lookAtRecorders(strapi, done, now)
      inspected += done.length
      if (batch.length < BATCH_SIZE || done.length === 0) return inspected
    }
  },
})

async function inspectSafely(strapi: Core.Strapi, one: Uninspected, now: Instant): Promise<boolean> {
  try {
    return await inspect(strapi, one, now)
  } catch (error) {
    strapi.log.error(`record ${one.record.number} could not be inspected: ${String(error)}`)
    return false
  }
}

async function inspect(strapi: Core.Strapi, { record, inspected }: Uninspected, now: Instant): Promise<boolean> {
  const db = strapi.db.connection
  // A file that belongs to the lines of a whole list is known by the first of them; it is not the same photo twice.
  const printed = await findPrinted(db, record.evidence)
  const photos = await hashPhotos(
    strapi,
    record.evidence.filter((fileId) => !printed.has(fileId)),
  )
  const { documentId: recordId, number: recordNumber, siteCode } = record
  const prints = photos.map((photo) => ({ ...photo, recordId, recordNumber, siteCode }))
  const seen = await lookAt(db, inspected)
  return inOneTransaction(strapi, async (trx) => {
    // One at a time: of two records with the same photo the later one has to find the other's print.
    await nextValue(trx, 'inspection', new Date(now))
    if (!(await claimInspection(trx, recordId, now))) return false
    const same = await lookAtPhotos(trx, record, photos, prints)
    await insertPrints(trx, prints)
    const raised = await raise(trx, [...seen, ...same], { number: recordNumber, siteCode }, now)
    await tellOfFlags(strapi, trx, raised, record.householdCode, now)
    return true
  })
}

async function lookAt(db: Knex, record: InspectedRecord): Promise<Finding[]> {
  const since = burstWindows(record.recordedAt)
  const { recordedBy, cardNumber, recordedAt } = record
  const [ofRecorder, ofCard, others] = await Promise.all([
    countRecords(db, { recordedBy }, since.recorder, recordedAt),
    countRecords(db, { cardNumber }, since.card, recordedAt),
    record.activity === null ? [] : findOfActivities(db, record),
  ])
  return [
    findLate(record),
    ...findBursts(record, { ofRecorder, ofCard }),
    ...findOverlaps(record, others),
    findBeyondSpan(record, others),
  ].filter((finding) => finding !== null)
}

async function lookAtPhotos(
  trx: Knex.Transaction,
  record: Uninspected['record'],
  photos: readonly HashedPhoto[],
  prints: readonly PhotoPrint[],
): Promise<Finding[]> {
  const hashes = photos.map(({ hash }) => hash)
  const { documentId, cardNumber } = record
  const near = await findNearPrints(trx, hashes, documentId, NEAR_MAX)
  return prints.flatMap((print) => findSamePhotos({ ...print, cardNumber, act: actOf(record) }, near))
}

/** Whom recorders score is looked at once for all that they just made. */
async function lookAtRecorders(strapi: Core.Strapi, done: readonly Uninspected[], now: Instant): Promise<void> {
  const sites = new Map(done.map(({ record }) => [record.recordedBy, record.siteCode]))
  const db = strapi.db.connection
  for (const [recordedBy, siteCode] of sites) {
    const perHousehold = await countByHousehold(db, recordedBy, now - FAVOUR_WINDOW_MS)
    const villageHouseholds = await countHouseholdsWithCards(db, siteCode)
    const found = findFavour({ recordedBy, perHousehold, villageHouseholds, month: monthOf(now) })
    if (found === null) continue
    await inOneTransaction(strapi, async (trx) => {
      await tellOfFlags(strapi, trx, await raise(trx, [found], { number: null, siteCode }, now), null, now)
    })
  }
}

function raise(
  trx: Knex.Transaction,
  findings: readonly Finding[],
  { number, siteCode }: { number: string | null; siteCode: string },
  now: Instant,
): Promise<RaisedFlag[]> {
  const flags = findings.map((finding) => ({
    ...finding,
    siteCode,
    recordNumber: finding.recordId === null ? null : number,
  }))
  return insertFlags(trx, flags, now)
}
