import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A server under measurement: a child process that prints one line of JSON with its port when it is ready. */
export interface MeasuredServer {
  origin: string
  stop(): Promise<void>
}

/**
 * Starts `script` (compiled, absolute path) with `environment` on a port of the system's choice.
 * Rejects when the child ends before it is ready; its error output goes to ours.
 */
export async function startServer(script: string, environment: NodeJS.ProcessEnv): Promise<MeasuredServer> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await readPort(child, script)
  return { origin: `http://127.0.0.1:${port}`, stop: () => stop(child) }
}

/** The line by which a measured server says that it is ready. */
export function announce(port: number): void {
  process.stdout.write(`${JSON.stringify({ measuredPort: port })}\n`)
}

async function readPort(child: ChildProcess, script: string): Promise<number> {
  if (child.stdout === null) throw new Error('the child has no output to read')
  for await (const line of createInterface({ input: child.stdout })) {
    const port = portIn(line)
    if (port !== null) {
      child.stdout.resume()
      return port
    }
  }
  throw new Error(`${script} ended before it was ready`)
}

function portIn(line: string): number | null {
  if (!line.startsWith('{"measuredPort"')) return null
  const parsed: unknown = JSON.parse(line)
  const port = typeof parsed === 'object' && parsed !== null && 'measuredPort' in parsed ? parsed.measuredPort : null
  return typeof port === 'number' ? port : null
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
