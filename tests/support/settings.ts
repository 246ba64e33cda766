import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Secrets of a server that lives for one run of tests. */
const TEST_SECRETS = {
  APP_KEYS: 'tests-tests-tests-1,tests-tests-tests-2',
  API_TOKEN_SALT: 'tests-tests-tests-3',
  ADMIN_JWT_SECRET: 'tests-tests-tests-4',
  TRANSFER_TOKEN_SALT: 'tests-tests-tests-5',
  JWT_SECRET: 'tests-tests-tests-6',
  ENCRYPTION_KEY: 'tests-tests-tests-7-of-32-bytes!',
}

/**
 * The environment of a server for tests: its own database and files in a temporary folder, no cron (tests run sweeps
 * themselves), and nothing of a developer's `.env`.
 */
export function testSettings(): { directory: string; environment: Record<string, string> } {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'practice-test-'))
  return {
    directory,
    environment: {
      ...TEST_SECRETS,
      NODE_ENV: 'test',
      TZ: 'UTC',
      CRON: 'off',
      LOG_LEVEL: 'error',
      ENV_PATH: path.join(directory, '.env'),
      DATABASE_FILENAME: path.join(directory, 'data.db'),
      PUBLIC_DIRECTORY: path.join(directory, 'public'),
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
  }
}
