import { hashPin } from '@practice/scoring/server'
import type {} from '@practice/scoring/services'
import { inOneTransaction, momentOf, service, type Instant, type Moment } from '@practice/kernel'
import type { Core, UID } from '@strapi/types'
import { DEMO_ACCOUNTS, DEMO_PIN } from '../accounts'
import { sampleActivities } from '../activities'
import { momentsOf } from '../days'
import { fillFiles, type FileSeed } from '../files'
import type { Act, ActKind } from './acts'
import { appWithin } from './app-within'
import type { ArchivedOrder, PlanSources } from './drawing'
import { storeEvidence } from './evidence'
import type { Living } from './living'
import { must } from './must'
import { pointWords } from './phrases'
import { planVillage } from './plan'
import { decide, object, review, score, settleFlag, sweep } from './records'
import { rulesAt } from './rule-sets'
import { openShop, redeem, restock, settle, stocktake, undo } from './shop'
import { sampleVillages, type Village } from './village'

const CARD: UID.ContentType = 'plugin::scoring.card'
const ORDER: UID.ContentType = 'plugin::dispatch.order'
/** Cards were opened before anything was recorded. */
const OPENED_DAY = -155

/** How each kind of act is done. */
const DO: { readonly [Kind in ActKind]: (living: Living, act: Act<Kind>) => Promise<void> } = {
  openShop,
  restock,
  score,
  approve: review,
  reject: review,
  withdraw: review,
  object,
  uphold: decide,
  dismiss: decide,
  sweep,
  redeem,
  void: undo,
  settle,
  stocktake,
  settleFlag,
}

/**
 * Gives every pilot village its cards, its history of points and its shop, by the product's own services, as the people
 * of the village and at the time of each act. A village is made in one transaction, whole or not at all, and only where
 * it has no cards yet. Answers how many villages were made.
 */
export async function fillPoints(strapi: Core.Strapi, now: Instant): Promise<number> {
  const activities = sampleActivities(now)
  const words = pointWords()
  let made = 0
  for (const village of sampleVillages()) {
    const { code: siteCode } = village.site
    if ((await strapi.db.query(CARD).count({ where: { siteCode } })) > 0) continue
    const orders = await archivedOrders(strapi, siteCode)
    await makeVillage(strapi, village, { now, activities, orders, words })
    made += 1
  }
  return made
}

/** The oldest first, so that what is archived later changes nothing. */
async function archivedOrders(strapi: Core.Strapi, siteCode: string): Promise<ArchivedOrder[]> {
  const rows = (await strapi.db.query(ORDER).findMany({
    select: ['documentId', 'archivedAt'],
    where: { siteCode, state: 'archived' },
    orderBy: ['archivedAt', 'documentId'],
  })) as { documentId: string; archivedAt: Moment }[]
  return rows.map(({ documentId, archivedAt }) => ({ documentId, archivedAt: momentOf(archivedAt) }))
}

async function makeVillage(strapi: Core.Strapi, village: Village, sources: PlanSources): Promise<void> {
  const acts = planVillage(village, sources)
  const pictures = await storeEvidence(strapi, village, acts)
  await inOneTransaction(strapi, async (trx) => {
    const living = await beginVillage(appWithin(strapi, trx), village, sources.now, pictures)
    for (const act of acts) await doOne(living, act)
  })
}

/** Cards for every household, and the pictures in the library. */
async function beginVillage(
  app: Core.Strapi,
  village: Village,
  now: Instant,
  pictures: readonly FileSeed[],
): Promise<Living> {
  await fillFiles(app, pictures)
  const { code: site } = village.site
  const opened = await service(app, 'scoring', 'cards').open(village.admin, { site }, momentsOf(now)(OPENED_DAY, 9))
  const cards = new Map(must(opened, `the cards of ${site}`).map(({ number, holder }) => [holder.household, number]))
  await giveDemoPin(app, village)
  const maps = { records: new Map(), objections: new Map(), redemptions: new Map(), goods: new Map() }
  const { minimumRedemption } = rulesAt(site)
  return { app, village, minimumRedemption, cards, shop: '', ...maps }
}

/** The one PIN that is known: of the household that has a demo account. The product only ever gives PINs that nobody knows. */
async function giveDemoPin(app: Core.Strapi, { site }: Village): Promise<void> {
  const resident = DEMO_ACCOUNTS.find((one) => one.role === 'resident' && one.siteCode === site.code)
  if (resident === undefined) return
  const { tableName } = app.db.metadata.get(CARD)
  const pinHash = await hashPin(DEMO_PIN)
  await app.db.connection(tableName).where({ household_code: resident.householdCode }).update({ pin_hash: pinHash })
}

async function doOne<Kind extends ActKind>(living: Living, act: Act<Kind>): Promise<void> {
  await DO[act.kind as Kind](living, act)
}
