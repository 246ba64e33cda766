import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { db, makeTeam, stateAndLastEvent } from './dispatch-support'

/** Compiled with the tests, because a process of its own runs it. */
const WORKER = path.join(__dirname, '..', 'dist', 'api', 'dispatch-kill-worker.js')

const ROUNDS = 2
const BOOT_MS = 120_000

/** Starts a second server on the same database, lets it work for a moment, and kills it in the middle of it. */
async function killedAtWork(team: string, note: string, workMs: number): Promise<void> {
  const env = { ...process.env, KILL_TEAM: team, KILL_NOTE: note }
  const worker = spawn(process.execPath, [WORKER], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(worker, 'exit')
  await Promise.race([once(worker.stdout, 'data'), ended.then(() => Promise.reject(new Error('the worker ended')))])
  await pause(workMs)
  worker.kill('SIGKILL')
  expect((await ended)[1]).toBe('SIGKILL')
}

test(
  'a server that is killed at work leaves each order’s state and its last event in agreement',
  async () => {
    const { code } = await makeTeam({ capacity: 1000 })
    for (let round = 1; round <= ROUNDS; round++) {
      const note = `killed ${code} ${round}`
      await killedAtWork(code, note, 500 + 300 * round)
      const rows = (await db()('dispatch_orders').where({ note }).select('document_id')) as { document_id: string }[]
      expect(rows.length).toBeGreaterThan(0)
      for (const { document_id } of rows) {
        const { row, event } = await stateAndLastEvent(document_id)
        expect(row).toEqual(event)
        const kept = await db()('access_audit_entries').where({ subject_id: document_id }).count({ n: '*' }).first()
        expect(Number(kept?.n)).toBe(row.events)
      }
    }
  },
  ROUNDS * BOOT_MS,
)
