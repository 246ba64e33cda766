/**
 * For work on the code: compiles as files are saved, starts the server anew when its code changed, and serves the
 * console by Vite, whose address is the one to open. `strapi develop` sees the cms folder only, and wipes what is built.
 */
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import path from 'node:path'
import { ensureSecrets, loadEnvironment, ROOT } from './secrets.mjs'

/** A compilation writes many files; the server starts once they have been quiet for so long. */
const QUIET_MS = 700
const BUILT = [
  'plugins/kernel/dist',
  'plugins/access/dist',
  'plugins/dispatch/dist',
  'plugins/scoring/dist',
  'seeds/dist',
  'cms/dist',
]

ensureSecrets()
loadEnvironment()
process.env.PRACTICE_SERVER ??= `http://localhost:${process.env.PORT ?? 1337}`

const children = new Set()
let server = null
let waiting = null

start('tsc', [
  path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'),
  '-b',
  '--watch',
  '--preserveWatchOutput',
  'cms',
])
start('vite', [path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')], path.join(ROOT, 'admin'))
serve()
for (const folder of BUILT) watch(path.join(ROOT, folder), { recursive: true }, (_, file) => changed(file))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)

function start(name, args, cwd = ROOT) {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  })
  children.add(child)
  child.on('exit', (code) => {
    children.delete(child)
    if (code) console.error(`${name} ended with ${code}`)
  })
  return child
}

function serve() {
  server = start('server', [path.join(ROOT, '.scripts', 'start.mjs')])
}

function changed(file) {
  if (!/\.(js|json)$/.test(file ?? '')) return
  clearTimeout(waiting)
  waiting = setTimeout(restart, QUIET_MS)
}

function restart() {
  if (server?.exitCode !== null || server.signalCode !== null) return serve()
  server.once('exit', serve)
  server.kill('SIGTERM')
}

function stop() {
  for (const child of children) child.kill('SIGTERM')
  process.exit(0)
}
