/**
 * Before start, test and seed: installs what package-lock.json names and builds what changed. Plain Node, since on a
 * fresh clone nothing else is there. When nothing changed it costs some hundred milliseconds.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './secrets.mjs'
import { filesBelow, hashOf, isFresh, writeStamp } from './stamp.mjs'

const at = (...parts) => path.join(ROOT, ...parts)
const STAMPS = at('node_modules', '.practice')

const needs = {
  install: [],
  start: ['server', 'console'],
  seed: ['server'],
  test: ['server', 'console', 'tests'],
}

const what = process.argv[2] ?? 'start'
if (!(what in needs)) fail(`Unknown: ${what}. One of ${Object.keys(needs).join(', ')}.`)
checkNode()
install()
if (needs[what].includes('server')) build(what === 'test' ? ['cms', 'tests'] : ['cms'])
if (needs[what].includes('console')) buildConsole()

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const fits = (major === 20 && minor >= 19) || major === 21 || major === 22
  if (!fits) fail(`Node ${process.versions.node} is not supported: install Node 20.19 or later in 20 to 22 (.nvmrc).`)
}

function install() {
  const lock = at('package-lock.json')
  const hash = hashOf([lock])
  const stamp = path.join(STAMPS, 'install')
  if (isFresh(stamp, hash)) return
  // npm's own note of what it installed: newer than the lock, somebody ran npm by hand.
  const note = at('node_modules', '.package-lock.json')
  if (existsSync(note) && statSync(note).mtimeMs >= statSync(lock).mtimeMs) return writeStamp(stamp, hash)
  console.log('Installing packages (about two minutes the first time) …')
  const done = run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (!done) fail(`npm ci failed.${missingCompiler()}`)
  writeStamp(stamp, hash)
}

/** better-sqlite3 is compiled when it is installed. */
function missingCompiler() {
  const missing = ['python3', 'make', 'g++'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined)
  if (missing.length === 0) return ''
  return `\nbetter-sqlite3 is compiled on this machine, and ${missing.join(', ')} is missing.\nOn Debian or Ubuntu: apt-get install -y python3 make g++`
}

/** Compiles the TypeScript projects that `projects` name and stand on. */
function build(projects) {
  const folders = ['plugins', 'cms/config', 'cms/src', 'seeds/src', ...(projects.includes('tests') ? ['tests'] : [])]
  const configurations = ['.tsconfig.base.json', 'cms/tsconfig.json', 'seeds/tsconfig.json', 'package-lock.json']
  const sources = filesBelow(...folders.map((folder) => at(folder))).filter((file) => /\.(ts|json)$/.test(file))
  const hash = hashOf([...sources, ...configurations.map((file) => at(file))])
  const stamp = path.join(STAMPS, `build-${projects.join('-')}`)
  if (isFresh(stamp, hash) && existsSync(at('cms', 'dist', 'src', 'boot.js'))) return
  console.log('Compiling …')
  if (!run(process.execPath, [at('node_modules', 'typescript', 'bin', 'tsc'), '-b', ...projects]))
    fail('The TypeScript does not compile.')
  for (const project of ['plugins/access', 'plugins/dispatch', 'plugins/scoring', 'cms', 'seeds']) prune(project)
  writeStamp(stamp, hash)
}

/** Strapi loads whatever lies in `dist`: what has no source any more goes. The panel's build stays. */
function prune(project) {
  const dist = at(project, 'dist')
  const source = project === 'seeds' ? at(project, 'src') : at(project)
  for (const file of existsSync(dist) ? filesBelow(...readdirSync(dist).map((name) => path.join(dist, name))) : []) {
    const name = path.relative(dist, file)
    if (name.startsWith(`build${path.sep}`) || !/\.(js|json)$/.test(name)) continue
    const origin = path.join(source, name)
    if (!existsSync(origin) && !existsSync(origin.replace(/\.js$/, '.ts'))) rmSync(file)
  }
}

function buildConsole() {
  const imported = ['access', 'dispatch', 'scoring'].flatMap((name) => [
    at('plugins', name, 'contracts'),
    at('plugins', name, 'domain'),
  ])
  const sources = filesBelow(at('admin'), at('plugins', 'kernel', 'src'), at('package-lock.json'), ...imported)
  const hash = hashOf(sources.filter((file) => !/\.test\.tsx?$/.test(file)))
  const stamp = path.join(STAMPS, 'console')
  if (isFresh(stamp, hash) && existsSync(at('admin', 'dist', 'index.html'))) return
  console.log('Building the console …')
  const vite = at('node_modules', 'vite', 'bin', 'vite.js')
  if (!run(process.execPath, [vite, 'build', '--logLevel', 'warn'], at('admin'))) fail('The console does not build.')
  writeStamp(stamp, hash)
}

function run(command, args, cwd = ROOT) {
  return spawnSync(command, args, { cwd, stdio: 'inherit' }).status === 0
}

function fail(message) {
  console.error(`\n${message}\n`)
  process.exit(1)
}
