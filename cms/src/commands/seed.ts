import { parseArgs } from 'node:util'
import { seedDistrict, seedSample } from '@practice/seeds'
import { boot } from '../boot'
import { closeSampleAccounts } from '../production'

const USAGE = `npm run seed                                          the sample district 640402, with its demo accounts
npm run seed -- --district <code> --divisions <csv>  any other district, empty, with one dispatcher account
npm run seed -- --close-demo                          blocks the demo accounts`

/** `npm run seed`: may be run again; what is there already stays as it is. */
export async function seed(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      district: { type: 'string' },
      divisions: { type: 'string' },
      'close-demo': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const { district, divisions } = values
  if (values.help || (district === undefined) !== (divisions === undefined)) {
    console.log(USAGE)
    process.exitCode = values.help ? 0 : 2
    return
  }
  const strapi = await boot()
  if (values['close-demo']) console.log(`Blocked ${await closeSampleAccounts(strapi)} sample accounts.`)
  else if (district !== undefined && divisions !== undefined)
    await seedDistrict(strapi, { district, divisionsCsv: divisions })
  else await seedSample(strapi)
  await strapi.destroy()
}
