import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A content type of the stock app, in Strapi's own schema form. */
type Schema = Readonly<Record<string, unknown>>

const SITE: Schema = collection('site', { code: { type: 'string' }, name: { type: 'string' } })
const SERVICE_ITEM: Schema = collection('service-item', { code: { type: 'string' }, name: { type: 'string' } })
const TEAM: Schema = collection('team', { code: { type: 'string' }, name: { type: 'string' } })

/** The order as one would model it with Strapi alone: its site, item and team are relations. */
const ORDER: Schema = collection('order', {
  number: { type: 'string' },
  state: { type: 'string' },
  version: { type: 'integer' },
  urgency: { type: 'string' },
  channel: { type: 'string' },
  requesterName: { type: 'string' },
  requesterPhone: { type: 'string' },
  requesterAddress: { type: 'string' },
  note: { type: 'text' },
  overdue: { type: 'boolean' },
  deadline: { type: 'datetime' },
  site: { type: 'relation', relation: 'manyToOne', target: 'api::site.site' },
  serviceItem: { type: 'relation', relation: 'manyToOne', target: 'api::service-item.service-item' },
  team: { type: 'relation', relation: 'manyToOne', target: 'api::team.team' },
})

function collection(name: string, attributes: Schema): Schema {
  return {
    kind: 'collectionType',
    collectionName: `${name.replaceAll('-', '_')}s`,
    info: { singularName: name, pluralName: `${name}s`, displayName: name },
    options: { draftAndPublish: false },
    attributes,
  }
}

/**
 * Writes a Strapi application as the generator would leave it, with four content types and nothing of ours, into `folder`.
 * `modules` is the `node_modules` that it shall resolve from; `database` the SQLite file.
 */
export function writeStockApp(folder: string, modules: string, database: string): void {
  const files: Record<string, string> = {
    'package.json': JSON.stringify({
      name: 'stock',
      version: '0.0.0',
      dependencies: {
        '@strapi/strapi': '5.54.0',
        '@strapi/plugin-users-permissions': '5.54.0',
        'better-sqlite3': '12',
      },
      strapi: { uuid: 'stock' },
    }),
    'config/server.js': exporting({ host: '127.0.0.1', port: 0, app: { keys: ['stock-a', 'stock-b'] } }),
    'config/admin.js': exporting({
      auth: { secret: 'stock-admin' },
      apiToken: { salt: 'stock-salt' },
      transfer: { token: { salt: 'stock-transfer' } },
      secrets: { encryptionKey: 'stock-encryption-key-of-32-bytes' },
    }),
    'config/database.js': exporting({
      connection: { client: 'sqlite', connection: { filename: database }, useNullAsDefault: true },
    }),
    'config/plugins.js': exporting({ 'users-permissions': { config: { jwtSecret: 'stock-jwt' } } }),
    'config/logger.js': exporting({ level: 'warn' }),
    'config/middlewares.js': exporting([
      'strapi::logger',
      'strapi::errors',
      'strapi::security',
      'strapi::cors',
      'strapi::query',
      'strapi::body',
      'strapi::session',
      'strapi::favicon',
      'strapi::public',
    ]),
    'public/uploads/.gitkeep': '',
    'favicon.png': '',
  }
  for (const [name, schema] of Object.entries({
    site: SITE,
    'service-item': SERVICE_ITEM,
    team: TEAM,
    order: ORDER,
  })) {
    const uid = `api::${name}.${name}`
    files[`src/api/${name}/content-types/${name}/schema.json`] = JSON.stringify(schema)
    files[`src/api/${name}/routes/${name}.js`] = core('createCoreRouter', uid)
    files[`src/api/${name}/controllers/${name}.js`] = core('createCoreController', uid)
    files[`src/api/${name}/services/${name}.js`] = core('createCoreService', uid)
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  symlinkSync(modules, join(folder, 'node_modules'))
}

function exporting(value: unknown): string {
  return `module.exports = ${JSON.stringify(value)}\n`
}

function core(factory: string, uid: string): string {
  return `module.exports = require('@strapi/strapi').factories.${factory}('${uid}')\n`
}
