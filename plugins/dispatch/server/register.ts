import type { Core } from '@strapi/strapi'
import { keepReadOnly } from './lifecycles/read-only'
import { checkWrites } from './lifecycles/checks'
import { dropCaches } from './lifecycles/caches'

/** Before anything is written: what may not be, what must be sound, and what must be forgotten. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  keepReadOnly(strapi)
  checkWrites(strapi)
  dropCaches(strapi)
}
