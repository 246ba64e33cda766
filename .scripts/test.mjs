/**
 * All tests, one kind after another, each with its own report; at the end one plain line, `N passed, N failed`. A suite
 * that cannot run counts as failed. Arguments choose kinds: `npm test -- domain api`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ROOT } from './secrets.mjs'

const chosen = process.argv.slice(2)
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const reports = mkdtempSync(path.join(os.tmpdir(), 'practice-reports-'))

const KINDS = [
  { kind: 'domain', config: 'tests/jest.domain.config.cjs' },
  { kind: 'console', config: 'admin/jest.config.cjs' },
  { kind: 'sizes', config: 'admin/jest.sizes.config.cjs' },
  { kind: 'api', config: 'tests/jest.api.config.cjs', env: { PRACTICE_DATABASE: 'sqlite' } },
  { kind: 'api', config: 'tests/jest.api.config.cjs', env: { PRACTICE_DATABASE: 'postgres' } },
  { kind: 'e2e', config: 'tests/jest.e2e.config.cjs' },
]

let passed = 0
let failed = 0
for (const { kind, config, env = {} } of KINDS) {
  if (chosen.length > 0 && !chosen.includes(kind)) continue
  if (kind === 'e2e' && !existsSync(chromium)) skipBrowser()
  else runJest(config, env)
}
rmSync(reports, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

function runJest(config, env) {
  const report = path.join(reports, `${passed + failed}-${path.basename(config)}.json`)
  const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')
  const { status } = spawnSync(process.execPath, [jest, '-c', config, '--ci', '--json', `--outputFile=${report}`], {
    cwd: ROOT,
    // The report goes to its file; the console gets what people read, which Jest writes to stderr.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env, NODE_ENV: 'test', TZ: 'UTC' },
  })
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
  passed += result?.numPassedTests ?? 0
  const lost = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0)
  failed += lost === 0 && status !== 0 ? 1 : lost
  if (result?.numPendingTests > 0) console.log(`${result.numPendingTests} skipped in ${config}`)
}

function skipBrowser() {
  console.log(
    `\nNo browser tests: there is no ${chromium}. Install it (apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH.`,
  )
  if (process.env.CI) failed++
}
