import { TestEnvironment } from 'jest-environment-node'
import { shared } from './shared'

/** Node's environment with the booted app as the global `strapi`. */
export default class StrapiEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup()
    Object.assign(this.global, { strapi: shared().strapi })
  }
}
