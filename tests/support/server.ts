import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '..', '..')
const START_TIMEOUT_MS = 240_000

/** A server in a process of its own, to be killed. */
export interface Victim {
  url: string
  /** Ends it as a power cut would: nothing is told, nothing is finished. */
  kill(): Promise<void>
}

/** Starts the server as `npm start` does, on a free port, with this process's environment and `extra`. */
export async function startVictim(extra: Record<string, string>): Promise<Victim> {
  const child = fork(path.join(ROOT, '.scripts', 'start.mjs'), {
    cwd: ROOT,
    env: { ...process.env, ...extra, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  const port = await portOf(child)
  return {
    url: `http://127.0.0.1:${port}`,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error('The server did not start in time'))
    }, START_TIMEOUT_MS)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)))
    child.once('message', (message) => {
      clearTimeout(late)
      resolve((message as { port: number }).port)
    })
  })
}
