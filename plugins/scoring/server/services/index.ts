import type {} from '@practice/access/services'
import type {} from '@practice/dispatch/services'
import { cards } from './cards'
import { clock } from './clock'
import { flags } from './flags'
import { goods } from './goods'
import { imports } from './imports'
import { inspection } from './inspection'
import { ledger } from './ledger'
import { links } from './links'
import { notices } from './notices'
import { objections } from './objections'
import { posting } from './posting'
import { records } from './records'
import { redemptions } from './redemptions'
import { reviews } from './reviews'
import { ruleSets } from './rule-sets'
import { settlements } from './settlements'
import { shops } from './shops'
import { statements } from './statements'
import { stock } from './stock'
import { summary } from './summary'
import { sweeps } from './sweeps'
import { transfers } from './transfers'
import { verification } from './verification'
import { yearEnd } from './year-end'

/** What scoring offers to its controllers and to other plugins, through kernel's `service(strapi, 'scoring', name)`. */
export const services = {
  cards,
  clock,
  flags,
  goods,
  imports,
  inspection,
  ledger,
  links,
  notices,
  objections,
  posting,
  records,
  redemptions,
  reviews,
  ruleSets,
  settlements,
  shops,
  statements,
  stock,
  summary,
  sweeps,
  transfers,
  verification,
  yearEnd,
}

export type ScoringServices = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> }

declare module '@practice/kernel' {
  interface PluginServices {
    scoring: ScoringServices
  }
}

export type { Moved, MoveRefusal } from './move'
