import account from './account/schema.json'
import capUse from './cap-use/schema.json'
import card from './card/schema.json'
import counter from './counter/schema.json'
import entry from './entry/schema.json'
import flag from './flag/schema.json'
import goods from './goods/schema.json'
import objection from './objection/schema.json'
import photoPrint from './photo-print/schema.json'
import pointRule from './point-rule/schema.json'
import record from './record/schema.json'
import recordEvent from './record-event/schema.json'
import recordImport from './record-import/schema.json'
import redemption from './redemption/schema.json'
import ruleSet from './rule-set/schema.json'
import settlement from './settlement/schema.json'
import shop from './shop/schema.json'
import standing from './standing/schema.json'
import stockMovement from './stock-movement/schema.json'
import stocktake from './stocktake/schema.json'
import tally from './tally/schema.json'
import transfer from './transfer/schema.json'

/** The tables of points. */
export const contentTypes = {
  'rule-set': { schema: ruleSet },
  'point-rule': { schema: pointRule },
  card: { schema: card },
  record: { schema: record },
  'record-event': { schema: recordEvent },
  'record-import': { schema: recordImport },
  objection: { schema: objection },
  'cap-use': { schema: capUse },
  standing: { schema: standing },
  tally: { schema: tally },
  account: { schema: account },
  transfer: { schema: transfer },
  entry: { schema: entry },
  shop: { schema: shop },
  goods: { schema: goods },
  'stock-movement': { schema: stockMovement },
  stocktake: { schema: stocktake },
  redemption: { schema: redemption },
  settlement: { schema: settlement },
  flag: { schema: flag },
  'photo-print': { schema: photoPrint },
  counter: { schema: counter },
}
