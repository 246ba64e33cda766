import type { Core } from '@strapi/strapi'
import { drawBoundaries } from './boundaries'
import { keepReadOnly } from './lifecycles/read-only'

/** Before anything is read or written: who sees which rows, and what nobody writes through Strapi. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  drawBoundaries(strapi)
  keepReadOnly(strapi)
}
