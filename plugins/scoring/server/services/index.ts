import type {} from '@practice/access/services'
import type {} from '@practice/dispatch/services'
import { clock } from './clock'
import { goods } from './goods'
import { redemptions } from './redemptions'
import { ruleSets } from './rule-sets'
import { settlements } from './settlements'
import { shops } from './shops'
import { stock } from './stock'
import { summary } from './summary'
import { verification } from './verification'

/** What scoring offers to its controllers and to other plugins, through kernel's `service(strapi, 'scoring', name)`. */
export const services = { clock, goods, redemptions, ruleSets, settlements, shops, stock, summary, verification }

export type ScoringServices = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> }

declare module '@practice/kernel' {
  interface PluginServices {
    scoring: ScoringServices
  }
}
