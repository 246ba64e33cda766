import { rmSync } from 'node:fs'
import { shared } from './shared'

/** Ends what `global-setup` began. */
export default async function teardown(): Promise<void> {
  const { strapi, postgres, directory } = shared()
  await strapi?.destroy()
  await postgres?.stop()
  if (directory !== undefined) rmSync(directory, { recursive: true, force: true })
}
