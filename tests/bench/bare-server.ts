import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import knex from 'knex'
import Koa from 'koa'
import { redeemBarely } from './bare-redemption'
import type { Tills } from './points-data'
import { announce } from './servers'

interface Statement {
  sql: string
  bindings: (string | number)[]
}

/**
 * The least that could answer: Koa, the product's own statements on its own database, and JSON; `/` and `/records` are
 * the lists, `/redemptions` redeems.
 */
function main(): void {
  const folder = process.env.BENCH_FOLDER
  const filename = process.env.DATABASE_FILENAME
  if (folder === undefined || filename === undefined) throw new Error('settings are missing')
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const lists: Record<string, Statement[]> = {
    '/': read('queries.json') as Statement[],
    '/records': read('records.json') as Statement[],
  }
  const { bare } = read('tills.json') as Tills
  const database = knex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true })
  const app = new Koa()
  app.use(async (ctx) => {
    const statements = lists[ctx.path]
    if (statements === undefined) {
      ctx.body = { data: await redeemBarely(database, bare, String(ctx.headers['idempotency-key'])) }
      return
    }
    const answers: unknown[] = []
    for (const { sql, bindings } of statements) answers.push(await database.raw(sql, bindings))
    ctx.body = { data: answers[0], meta: answers.slice(1) }
  })
  const server = app.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port))
  process.once('SIGTERM', () => process.exit(0))
}

main()
