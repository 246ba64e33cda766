import { card } from './card'
import { flag } from './flag'
import { ledger } from './ledger'
import { link } from './link'
import { notice } from './notice'
import { objection } from './objection'
import { record } from './record'
import { redemption } from './redemption'
import { ruleSet } from './rule-set'
import { shop } from './shop'
import { summary } from './summary'

/** Each parses, calls one service, and responds. */
export const controllers = { card, flag, ledger, link, notice, objection, record, redemption, ruleSet, shop, summary }
