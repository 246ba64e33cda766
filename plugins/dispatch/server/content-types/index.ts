import counter from './counter/schema.json'
import orderEvent from './order-event/schema.json'
import orderPool from './order-pool/schema.json'
import order from './order/schema.json'
import setting from './setting/schema.json'

/** The tables of dispatch. */
export const contentTypes = {
  order: { schema: order },
  'order-event': { schema: orderEvent },
  'order-pool': { schema: orderPool },
  setting: { schema: setting },
  counter: { schema: counter },
}
