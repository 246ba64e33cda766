import { redemption } from './redemption'
import { shop } from './shop'
import { summary } from './summary'

/** Each parses, calls one service, and responds. */
export const controllers = { redemption, shop, summary }
