import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { service } from '@practice/kernel'
import type {} from '@practice/access/services'
import type { Core } from '@strapi/strapi'
import { boot, panelIsBuilt } from '../boot'
import { consoleIsBuilt } from '../console-files'
import { objectionsToAccounts, objectionsToSettings, type Objection } from '../production'
import { announce } from './announce'
import { seedIfEmpty } from './seed-if-empty'

/** Requests under way get this long to end before the server closes on them. */
const GRACE_MS = 10_000

/** Longer than a proxy in front keeps its connections, which would else meet a closed one now and then. */
const KEEP_ALIVE_MS = 65_000

/** `npm start`: checks, loads, fills an empty database outside production, listens, and says where. */
export async function serve(): Promise<void> {
  const inProduction = process.env.NODE_ENV === 'production'
  if (inProduction) refuseIf(objectionsToSettings(process.env))
  const strapi = await boot({ panel: panelIsBuilt() })
  if (inProduction) refuseIf(await objectionsToAccounts(strapi))
  else await seedIfEmpty(strapi)
  const { port } = await listen(strapi)
  closeOnSignal(strapi)
  await announce(strapi, port, { console: consoleIsBuilt(), panel: panelIsBuilt() })
  // A parent that started this server (tests, the watcher of `npm run dev`) learns where it listens.
  process.send?.({ port })
}

function refuseIf(objections: readonly Objection[]): void {
  if (objections.length === 0) return
  console.error('\nThis server does not start with NODE_ENV=production:\n')
  for (const { what, mend } of objections) console.error(`  ${what}.\n  → ${mend}\n`)
  process.exit(1)
}

/** Strapi's own `start` prints a banner and opens a browser; this only listens. */
function listen(strapi: Core.Strapi): Promise<AddressInfo> {
  const { host, port } = strapi.config.get('server') as { host: string; port: number }
  strapi.server.mount()
  strapi.server.httpServer.keepAliveTimeout = KEEP_ALIVE_MS
  return new Promise((resolve) => {
    strapi.server.httpServer.listen(port, host, () => resolve(strapi.server.httpServer.address() as AddressInfo))
  })
}

/** Stops taking requests, lets those under way end, then closes the database. Strapi's own handler cuts them off. */
function closeOnSignal(strapi: Core.Strapi): void {
  let closing = false
  const close = async (): Promise<void> => {
    if (closing) return
    closing = true
    // Streams of live updates never end by themselves.
    service(strapi, 'access', 'live').close()
    await drained(strapi.server.httpServer)
    await strapi.destroy()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.removeAllListeners(signal)
    process.on(signal, () => void close())
  }
  // Tests and the watcher hold a channel to this server: when they die, it does not stay behind.
  process.once('disconnect', () => void close())
}

function drained(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(), GRACE_MS)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}
