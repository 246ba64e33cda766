import { createRequire } from 'node:module'
import { ensureSecrets, loadEnvironment } from './secrets.mjs'

// In production secrets are given, not found: a server that makes its own would sign everybody out at a lost disk.
if (process.env.NODE_ENV !== 'production') ensureSecrets()
loadEnvironment()
const { serve } = createRequire(import.meta.url)('../cms/dist/src/commands/serve.js')
await serve()
