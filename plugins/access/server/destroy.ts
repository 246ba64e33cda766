import { service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'

/** When the app ends: open streams would outlive it. */
export function destroy({ strapi }: { strapi: Core.Strapi }): void {
  service(strapi, 'access', 'live').close()
}
