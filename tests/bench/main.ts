import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { measureList, type ListRun } from './list'
import { measureMatching } from './matching'
import type { Till, Tills } from './points-data'
import { BARE, BARE_TILL, PRODUCT, resultsOf } from './results'
import { startServer, type MeasuredServer } from './servers'
import { VILLAGE } from './synthetic'

const PASSWORD = 'Practice-2026'
const PAGE = 'pagination[page]=1&pagination[pageSize]=25'
/** As the village's admin opens it: what they may see, by urgency and deadline. */
const PRODUCT_LIST = `/api/dispatch/orders?${PAGE}`
/** As the village's admin opens it, the latest first. */
const PRODUCT_RECORDS = `/api/scoring/records?${PAGE}`
const STOCK_SCOPE = `filters[site][code][$gte]=${VILLAGE}&filters[site][code][$lt]=640402100208&sort=deadline&${PAGE}`
const STOCK_LIST = `/api/orders?${STOCK_SCOPE}`
const STOCK_LIST_NAMED = `${STOCK_LIST}&populate[0]=site&populate[1]=team&populate[2]=serviceItem`
const RESULTS = resolve(__dirname, '..', '..', 'bench', 'RESULTS.md')

/** `npm run bench`: three servers side by side, asked in turn, so that a noisy machine is noisy for all of them. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const started: MeasuredServer[] = []
  const start = async (name: string, environment: NodeJS.ProcessEnv) => {
    console.log(`starting ${name} …`)
    const server = await startServer(join(__dirname, `${name}-server.js`), environment)
    started.push(server)
    return server
  }
  try {
    const productEnvironment = environmentOf(folder)
    const product = await start('product', productEnvironment)
    const bare = await start('bare', productEnvironment)
    const stock = await start('stock', { BENCH_FOLDER: join(folder, 'stock') })
    const token = await login(product.origin, 'village-admin', PASSWORD)
    const stockToken = await login(stock.origin, 'bench', 'Bench-2026')
    const runs: ListRun[] = [
      { name: BARE, url: `${bare.origin}/`, token: null },
      { name: PRODUCT, url: `${product.origin}${PRODUCT_LIST}`, token },
      { name: 'stock Strapi', url: `${stock.origin}${STOCK_LIST}`, token: stockToken },
      { name: 'stock Strapi with names', url: `${stock.origin}${STOCK_LIST_NAMED}`, token: stockToken },
    ]
    const list = await measureList(runs)
    const records = await measureList([
      { name: BARE, url: `${bare.origin}/records`, token: null },
      { name: PRODUCT, url: `${product.origin}${PRODUCT_RECORDS}`, token },
    ])
    const tills = JSON.parse(readFileSync(join(folder, 'tills.json'), 'utf8')) as Tills
    const redemptions = await measureList([
      { name: BARE_TILL, url: `${bare.origin}/redemptions`, token: null, body: redemptionAt(tills.bare) },
      { name: PRODUCT, url: `${product.origin}/api/scoring/redemptions`, token, body: redemptionAt(tills.product) },
    ])
    const matching = await measureMatching(product.origin, await login(product.origin, 'county-dispatcher', PASSWORD))
    const text = resultsOf({
      list,
      records,
      redemptions,
      matching,
      machine: `${cpus().length} cores, Node ${process.version}`,
      at: new Date(),
    })
    writeFileSync(RESULTS, text)
    console.log(text)
  } finally {
    await Promise.all(started.map((server) => server.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One thing of the goods, for a card that can always pay. */
function redemptionAt({ card, shop, goods }: Till) {
  return { data: { card, shop, lines: [{ goods, quantity: 1 }] } }
}

function environmentOf(folder: string): NodeJS.ProcessEnv {
  mkdirSync(join(folder, 'stock'))
  const secret = (name: string) => `${name}-of-one-measurement-only`
  return {
    BENCH_FOLDER: folder,
    BENCH_LIST: PRODUCT_LIST,
    BENCH_RECORDS: PRODUCT_RECORDS,
    DATABASE_URL: '',
    DATABASE_FILENAME: join(folder, 'product.db'),
    PUBLIC_DIRECTORY: join(folder, 'public'),
    DEMO_PASSWORD: PASSWORD,
    CRON: 'off',
    APP_KEYS: secret('app'),
    API_TOKEN_SALT: secret('token'),
    ADMIN_JWT_SECRET: secret('admin'),
    TRANSFER_TOKEN_SALT: secret('transfer'),
    JWT_SECRET: secret('jwt'),
    ENCRYPTION_KEY: secret('encryption'),
  }
}

async function login(origin: string, identifier: string, password: string): Promise<string> {
  const answer = await fetch(`${origin}/api/auth/local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier, password }),
  })
  if (answer.status !== 200) throw new Error(`${identifier} cannot log in: ${answer.status}`)
  return ((await answer.json()) as { jwt: string }).jwt
}

void main()
