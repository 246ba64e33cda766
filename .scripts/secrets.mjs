import { randomBytes } from 'node:crypto'
import { appendFileSync, chmodSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const ENV_FILE = path.join(ROOT, '.env')

/** How each secret is made. Strapi signs cookies with the first of several keys and accepts all. */
const MAKE = {
  APP_KEYS: () => [random(), random()].join(','),
  API_TOKEN_SALT: random,
  ADMIN_JWT_SECRET: random,
  TRANSFER_TOKEN_SALT: random,
  JWT_SECRET: random,
  ENCRYPTION_KEY: random,
}

function random() {
  return randomBytes(24).toString('base64url')
}

/** Writes the secrets that neither the environment nor `.env` has into `.env`, readable by its owner alone. */
export function ensureSecrets() {
  const written = existsSync(ENV_FILE) ? parseEnv(readFileSync(ENV_FILE, 'utf8')) : {}
  const missing = Object.keys(MAKE).filter((name) => !process.env[name] && !written[name])
  if (missing.length === 0) return
  const lines = missing.map((name) => `${name}=${MAKE[name]()}\n`)
  appendFileSync(ENV_FILE, lines.join(''), { mode: 0o600 })
  chmodSync(ENV_FILE, 0o600)
  console.log(`Wrote ${missing.length} random secrets to .env`)
}

/**
 * Reads `.env` into the environment (what is set already stays) and sets what every process of ours needs before
 * Strapi is loaded.
 */
export function loadEnvironment() {
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE)
  process.env.TZ = 'UTC'
  process.env.ENV_PATH = ENV_FILE
  process.env.STRAPI_TELEMETRY_DISABLED = 'true'
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureSecrets()
