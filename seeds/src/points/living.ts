import type { Core } from '@strapi/types'
import type { Village } from './village'

/** A village while its history is written: what has been made so far, by what the plan calls it. */
export interface Living {
  /** The app within the village's transaction. */
  app: Core.Strapi
  village: Village
  /** The smallest redemption by the rules of the village. */
  minimumRedemption: number
  /** Card numbers by household. */
  cards: Map<string, string>
  /** documentIds by key. */
  records: Map<string, string>
  objections: Map<string, string>
  redemptions: Map<string, string>
  shop: string
  /** Codes by name. */
  goods: Map<string, string>
}
