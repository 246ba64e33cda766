import { afterCommit, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'

const SETTINGS = 'plugin::dispatch.setting'
const NAMES = ['api::site.site', 'api::team.team', 'api::service-item.service-item']
const MENUS = [
  'api::service-item.service-item',
  'api::service-offering.service-offering',
  'api::service-category.service-category',
]

/** Forgets what this server keeps of a type as soon as it writes one of its rows. */
export function dropCaches(strapi: Core.Strapi): void {
  onWrite(strapi, NAMES, () => service(strapi, 'dispatch', 'directory').drop())
  onWrite(strapi, MENUS, () => service(strapi, 'dispatch', 'offerings').drop())
  onWrite(strapi, [SETTINGS], () => {
    service(strapi, 'dispatch', 'settings').drop()
    // Menus hold the settings' days for items of which nobody says how long they take.
    service(strapi, 'dispatch', 'offerings').drop()
  })
}

function onWrite(strapi: Core.Strapi, models: string[], drop: () => void): void {
  const forget = async () => {
    drop()
    // Whoever reads before the transaction ends would keep what was; so it is forgotten once more when it has ended.
    if (strapi.db.inTransaction()) await afterCommit(strapi, drop)
  }
  strapi.db.lifecycles.subscribe({
    models,
    afterCreate: forget,
    afterCreateMany: forget,
    afterUpdate: forget,
    afterUpdateMany: forget,
    afterDelete: forget,
    afterDeleteMany: forget,
  })
}
