/** Builds Strapi's own panel, which is then served at /cms-admin. Half a minute; only the system's administrators need it. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ROOT, ensureSecrets, loadEnvironment } from './secrets.mjs'

ensureSecrets()
loadEnvironment()
const strapi = path.join(ROOT, 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js')
const { status } = spawnSync(process.execPath, [strapi, 'build'], {
  cwd: path.join(ROOT, 'cms'),
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
})
process.exit(status ?? 1)
