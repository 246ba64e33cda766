import { createRequire } from 'node:module'
import { ensureSecrets, loadEnvironment } from './secrets.mjs'

if (process.env.NODE_ENV !== 'production') ensureSecrets()
loadEnvironment()
const { seed } = createRequire(import.meta.url)('../cms/dist/src/commands/seed.js')
await seed(process.argv.slice(2))
