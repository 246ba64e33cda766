/**
 * All tests. Kinds that share nothing run side by side, on as many cores as there are but two at most, since a test that
 * is starved waits in vain; the browser's come last and alone. Of each test file one line is shown as it ends, the rest of
 * a kind's report when the kind has ended; the last line is plain, `N passed, N failed`. A suite that cannot run counts as
 * failed. Arguments choose kinds: `npm test -- domain api`.
 */
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from './secrets.mjs'

const chosen = process.argv.slice(2)
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const JEST = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')
const LANES = Math.min(2, os.availableParallelism())

/** The longest first, so that none of them begins late. */
const BESIDE = [
  {
    kind: 'api',
    name: 'api on PostgreSQL',
    config: 'tests/jest.api.config.cjs',
    env: { PRACTICE_DATABASE: 'postgres' },
  },
  { kind: 'api', name: 'api on SQLite', config: 'tests/jest.api.config.cjs', env: { PRACTICE_DATABASE: 'sqlite' } },
  { kind: 'domain', name: 'domain', config: 'tests/jest.domain.config.cjs' },
  { kind: 'console', name: 'console', config: 'admin/jest.config.cjs' },
  { kind: 'sizes', name: 'sizes', config: 'admin/jest.sizes.config.cjs' },
]
const ALONE = [{ kind: 'e2e', name: 'e2e', config: 'tests/jest.e2e.config.cjs' }]

const isChosen = ({ kind }) => chosen.length === 0 || chosen.includes(kind)
const scratch = mkdtempSync(path.join(os.tmpdir(), 'practice-tests-'))
// PostgreSQL runs as another user and has its data below.
chmodSync(scratch, 0o755)
const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(signal))

let passed = 0
let failed = 0
const waiting = BESIDE.filter(isChosen)
await Promise.all(Array.from({ length: LANES }, lane))
for (const suite of ALONE.filter(isChosen)) {
  if (existsSync(chromium)) await runJest(suite)
  else skipBrowser()
}
rmSync(scratch, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

async function lane() {
  for (let suite = waiting.shift(); suite !== undefined; suite = waiting.shift()) await runJest(suite)
}

async function runJest({ name, config, env = {} }) {
  const began = Date.now()
  // A folder of its own for what is temporary: some tests look at what others would leave there.
  const folder = path.join(scratch, name.replaceAll(' ', '-'))
  mkdirSync(folder)
  chmodSync(folder, 0o755)
  const file = path.join(folder, 'report.json')
  const cache = path.join(ROOT, 'node_modules', '.cache', 'jest', path.basename(folder))
  const wishes = ['--ci', '--json', `--outputFile=${file}`, `--cacheDirectory=${cache}`]
  const child = spawn(process.execPath, [JEST, '-c', config, ...wishes], {
    cwd: ROOT,
    // The report goes to its file; the console gets what people read, which Jest writes to stderr.
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env, NODE_ENV: 'test', TZ: 'UTC', TMPDIR: folder },
  })
  running.add(child)
  const rest = []
  const lines = createInterface({ input: child.stderr })
  lines.on('line', (line) => (/^(PASS|FAIL) /.test(line) ? console.log(line) : rest.push(line)))
  const [status] = await Promise.all([
    new Promise((resolve) => child.once('close', resolve)),
    new Promise((resolve) => lines.once('close', resolve)),
  ])
  running.delete(child)
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  passed += result?.numPassedTests ?? 0
  const lost = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0)
  failed += lost === 0 && status !== 0 ? 1 : lost
  console.log(`\n${name}, ${Math.round((Date.now() - began) / 1000)} s\n${rest.join('\n').trim()}\n`)
  if (result?.numPendingTests > 0) console.log(`${result.numPendingTests} skipped in ${config}`)
}

/** Whoever stops the run stops what it began, and still sees what there was to see. */
function stop(signal) {
  for (const child of running) child.kill(signal)
  rmSync(scratch, { recursive: true, force: true })
  process.exit(1)
}

function skipBrowser() {
  console.log(
    `\nNo browser tests: there is no ${chromium}. Install it (apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH.`,
  )
  if (process.env.CI) failed++
}
