import { isEmpty, seedSample } from '@practice/seeds'
import type { Core } from '@strapi/strapi'

/** Fills an empty database with the sample district, so that the first command shows a working desk. */
export async function seedIfEmpty(strapi: Core.Strapi): Promise<void> {
  if (process.env.SEED === 'off' || !(await isEmpty(strapi))) return
  console.log('The database is empty: setting up the sample district 640402 …')
  await seedSample(strapi)
}
