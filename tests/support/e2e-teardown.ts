import { shared } from './shared'

/** Stops the server of the browser tests. */
export default async function teardown(): Promise<void> {
  await shared().server?.stop()
}
