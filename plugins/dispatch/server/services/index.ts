import type {} from '@practice/access/services'
import { directory } from './directory'
import { matching } from './matching'
import { offerings } from './offerings'
import { orders } from './orders'
import { plans } from './plans'
import { settings } from './settings'
import { summary } from './summary'
import { sweeps } from './sweeps'

/** What dispatch offers to its controllers and to other plugins, through kernel's `service(strapi, 'dispatch', name)`. */
export const services = { directory, matching, offerings, orders, plans, settings, summary, sweeps }

export type DispatchServices = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> }

declare module '@practice/kernel' {
  interface PluginServices {
    dispatch: DispatchServices
  }
}
