import type {} from '@practice/access/services'
import type {} from '@practice/dispatch/services'
import { clock } from './clock'
import { ruleSets } from './rule-sets'
import { verification } from './verification'

/** What scoring offers to its controllers and to other plugins, through kernel's `service(strapi, 'scoring', name)`. */
export const services = { clock, ruleSets, verification }

export type ScoringServices = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> }

declare module '@practice/kernel' {
  interface PluginServices {
    scoring: ScoringServices
  }
}
