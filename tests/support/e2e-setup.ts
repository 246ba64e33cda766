import { startServer } from './browser'
import { shared } from './shared'

/** One server for all files of browser tests; its address is in `E2E_URL`. */
export default async function setup(): Promise<void> {
  const server = await startServer()
  shared().server = server
  process.env.E2E_URL = server.url
}
