import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import knex from 'knex'
import Koa from 'koa'
import { announce } from './servers'

/** The least that could answer the list: Koa, the product's own statements on its own database, and JSON. */
function main(): void {
  const folder = process.env.BENCH_FOLDER
  const filename = process.env.DATABASE_FILENAME
  if (folder === undefined || filename === undefined) throw new Error('settings are missing')
  const statements = JSON.parse(readFileSync(join(folder, 'queries.json'), 'utf8')) as {
    sql: string
    bindings: (string | number)[]
  }[]
  const database = knex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true })
  const app = new Koa()
  app.use(async (ctx) => {
    const answers: unknown[] = []
    for (const { sql, bindings } of statements) answers.push(await database.raw(sql, bindings))
    ctx.body = { data: answers[0], meta: answers.slice(1) }
  })
  const server = app.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port))
  process.once('SIGTERM', () => process.exit(0))
}

main()
