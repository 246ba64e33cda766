import { parseArgs } from 'node:util'
import { seedDistrict, seedSample } from '@practice/seeds'
import type { Core } from '@strapi/strapi'
import { boot } from '../boot'
import { closeSampleAccounts } from '../production'

const USAGE = `npm run seed                                          the sample district 640402, with its demo accounts
npm run seed -- --district <code> --divisions <csv>  any other district, empty, with one dispatcher account
npm run seed -- --close-demo                          blocks the demo accounts`

type Work = (strapi: Core.Strapi) => Promise<void>

/** `npm run seed`: may be run again; what is there already stays as it is. Says what it added. */
export async function seed(argv: readonly string[]): Promise<void> {
  const work = workOf(argv)
  if (work === null) {
    console.error(USAGE)
    process.exitCode = 2
    return
  }
  const strapi = await boot()
  try {
    await work(strapi)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  } finally {
    await strapi.destroy()
  }
}

/** What the arguments ask for, or null when they make no sense. */
function workOf(argv: readonly string[]): Work | null {
  const asked = argumentsOf(argv)
  if (asked === null) return null
  const { district, divisions, 'close-demo': closesDemo } = asked
  if (closesDemo) {
    return async (strapi) => console.log(`Blocked ${await closeSampleAccounts(strapi)} sample accounts.`)
  }
  if (district !== undefined && divisions !== undefined) {
    return async (strapi) => void (await seedDistrict(strapi, { district, divisionsCsv: divisions }))
  }
  if (district !== undefined || divisions !== undefined) return null
  return sample
}

function argumentsOf(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        district: { type: 'string' },
        divisions: { type: 'string' },
        'close-demo': { type: 'boolean', default: false },
      },
    }).values
  } catch {
    return null
  }
}

async function sample(strapi: Core.Strapi): Promise<void> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error('Sample data does not belong into production. A real district: see --district and --divisions.')
  }
  await seedSample(strapi, { log: (line) => console.log(line) })
}
