import type {} from '@practice/access/services'
import type {} from '@practice/dispatch/services'
import { clock } from './clock'

/** What scoring offers to its controllers and to other plugins, through kernel's `service(strapi, 'scoring', name)`. */
export const services = { clock }

export type ScoringServices = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> }

declare module '@practice/kernel' {
  interface PluginServices {
    scoring: ScoringServices
  }
}
