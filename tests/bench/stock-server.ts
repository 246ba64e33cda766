import { dirname, join } from 'node:path'
import { createStrapi, type Core } from '@strapi/strapi'
import { ORDER_COUNT, siteCodes, syntheticOrders } from './synthetic'
import { announce } from './servers'
import { writeStockApp } from './stock-app'

/** Stock Strapi with the same number of orders, in the folder `BENCH_FOLDER`; its account is `bench`. */
async function main(): Promise<void> {
  const folder = process.env.BENCH_FOLDER
  if (folder === undefined) throw new Error('BENCH_FOLDER is not set')
  const modules = dirname(dirname(dirname(require.resolve('@strapi/strapi/package.json'))))
  writeStockApp(folder, modules, join(folder, 'data.db'))
  const strapi = await createStrapi({
    appDir: folder,
    distDir: folder,
    autoReload: false,
    serveAdminPanel: false,
  }).load()
  await fill(strapi)
  await grant(strapi)
  strapi.server.mount()
  const server = strapi.server.httpServer
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    announce(address.port)
  })
  process.once('SIGTERM', () => process.exit(0))
}

async function fill(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection
  const sites = siteCodes()
  const named = (prefix: string, codes: readonly string[]) =>
    codes.map((code, index) => ({ id: index + 1, document_id: `${prefix}${code}`, code, name: code }))
  const teams = Array.from({ length: 115 }, (_, index) => `T${index}`)
  const items = Array.from({ length: 46 }, (_, index) => `I${index}`)
  await knex.batchInsert('sites', named('s', sites), 50)
  await knex.batchInsert('teams', named('t', teams), 50)
  await knex.batchInsert('service_items', named('i', items), 50)
  let done = 0
  for (const chunk of syntheticOrders(sites, ORDER_COUNT)) {
    const rows = chunk.map((order, index) => ({ id: done + index + 1, order }))
    await knex.batchInsert(
      'orders',
      rows.map(({ id, order }) => ({
        id,
        document_id: order.documentId,
        number: order.number,
        state: order.state,
        version: 1,
        urgency: order.urgency,
        channel: 'desk',
        requester_name: order.requesterName,
        requester_phone: order.requesterPhone,
        overdue: false,
        deadline: order.deadline,
        created_at: order.createdAt,
        updated_at: order.createdAt,
      })),
      60,
    )
    const link = (column: string, target: (id: number) => number) =>
      rows.map(({ id }) => ({ order_id: id, [column]: target(id) }))
    await knex.batchInsert(
      'orders_site_lnk',
      rows.map(({ id, order }) => ({ order_id: id, site_id: sites.indexOf(order.siteCode) + 1 })),
      300,
    )
    await knex.batchInsert(
      'orders_team_lnk',
      link('team_id', (id) => (id % teams.length) + 1),
      300,
    )
    await knex.batchInsert(
      'orders_service_item_lnk',
      link('service_item_id', (id) => (id % items.length) + 1),
      300,
    )
    done += chunk.length
  }
}

async function grant(strapi: Core.Strapi): Promise<void> {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } })
  for (const type of ['order', 'site', 'team', 'service-item']) {
    await strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action: `api::${type}.${type}.find`, role: role.id } })
  }
  await strapi.plugin('users-permissions').service('user').add({
    username: 'bench',
    email: 'bench@example.org',
    password: 'Bench-2026',
    provider: 'local',
    confirmed: true,
    blocked: false,
    role: role.id,
  })
}

void main()
