import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { boot } from '@practice/cms'
import { DEMO_ACCOUNTS, seedSample } from '@practice/seeds'
import type { Core } from '@strapi/strapi'
import { announce } from './servers'
import { fillPoints, openTills } from './points-data'
import { ORDER_COUNT, syntheticOrders, VILLAGE } from './synthetic'

/**
 * This product with its sample district, the synthetic orders and points, in the folder `BENCH_FOLDER`. Leaves there, as
 * `queries.json` and `records.json`, the statements that one request of `BENCH_LIST` and of `BENCH_RECORDS` runs, for
 * the bare handler to run as well, and as `tills.json` what is redeemed where.
 */
async function main(): Promise<void> {
  const folder = process.env.BENCH_FOLDER
  const list = process.env.BENCH_LIST
  const records = process.env.BENCH_RECORDS
  const password = process.env.DEMO_PASSWORD
  if (folder === undefined || list === undefined || records === undefined || password === undefined) {
    throw new Error('settings are missing')
  }
  const strapi = await boot()
  await seedSample(strapi)
  await fill(strapi)
  strapi.server.mount()
  const server = strapi.server.httpServer
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const leave = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content))
  const origin = `http://127.0.0.1:${port}`
  leave('queries.json', await statementsOf(strapi, origin, list, password))
  leave('records.json', await statementsOf(strapi, origin, records, password))
  leave('tills.json', await openTills(strapi.db.connection, VILLAGE))
  announce(port)
  process.once('SIGTERM', () => process.exit(0))
}

async function fill(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection
  const sites: { code: string }[] = await knex('sites').where({ tier: 'village' }).orderBy('code').select('code')
  const codes = sites.map(({ code }) => code)
  for (const chunk of syntheticOrders(codes, ORDER_COUNT)) {
    await knex.batchInsert(
      'dispatch_orders',
      chunk.map((order) => ({
        document_id: order.documentId,
        number: order.number,
        state: order.state,
        version: 1,
        events: 1,
        queue: order.deadline.getTime(),
        item_code: 'C08-03',
        site_code: order.siteCode,
        requester_name: order.requesterName,
        requester_phone: order.requesterPhone,
        channel: 'desk',
        placed_by: 'bench',
        placed_by_name: 'bench',
        urgency: order.urgency,
        skill: '维修',
        resolve_days: 2,
        deadline: order.deadline,
        overdue: false,
        rework: 0,
        created_at: order.createdAt,
        updated_at: order.createdAt,
        published_at: order.createdAt,
      })),
      40,
    )
  }
  await fillPoints(knex, codes)
  // Queries on a database that grew tenfold in one go are planned by stale figures otherwise.
  await knex.raw('analyze')
}

/** What the database is asked for by one request of the list, after a first request has filled what is kept. */
async function statementsOf(strapi: Core.Strapi, origin: string, list: string, password: string) {
  const account = DEMO_ACCOUNTS.find(({ username }) => username === 'village-admin')
  if (account === undefined) throw new Error('the sample has no village-admin')
  const login = await fetch(`${origin}/api/auth/local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: account.username, password }),
  })
  const { jwt } = (await login.json()) as { jwt: string }
  const ask = async () => {
    const answer = await fetch(`${origin}${list}`, { headers: { authorization: `Bearer ${jwt}` } })
    if (answer.status !== 200) throw new Error(`the list answers ${answer.status}`)
    await answer.text()
  }
  await ask()
  const statements: { sql: string; bindings: unknown[] }[] = []
  const note = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => void statements.push({ sql, bindings })
  strapi.db.connection.on('query', note)
  await ask()
  strapi.db.connection.off('query', note)
  return statements
}

void main()
