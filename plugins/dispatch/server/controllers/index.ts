import { order } from './order'
import { plan } from './plan'
import { settings } from './settings'
import { summary } from './summary'

/** Each parses, calls one service, and responds. */
export const controllers = { order, plan, settings, summary }
