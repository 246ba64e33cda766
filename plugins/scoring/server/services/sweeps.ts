import { service, type Instant, type SystemActor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { PostedLines } from './posting'

const NOTICE: SystemActor = { kind: 'system', because: 'notice' }

/** What one run did. */
export interface Swept extends PostedLines {
  inspected: number
}

/** What points do by themselves every minute. */
export const sweeps = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Posts what stood its notice, then looks at what was recorded since. Any number of servers may run this at once. */
  async run(now: Instant): Promise<Swept> {
    const posted = await service(strapi, 'scoring', 'posting').postDue(NOTICE, now, null)
    const inspected = await service(strapi, 'scoring', 'inspection').run(now)
    return { ...posted, inspected }
  },
})
