/**
 * @jest-environment node
 */
import { linesOf, verifyLedger } from '../verify'
import type { VerifyProgress } from '../verify'

const RESULT = { ok: true, accounts: 3, transfers: 5, entries: 10, sum: 0, head: 'ab', broken: [], at: 'now' }

jest.mock('../../../session/session', () => ({ currentToken: () => 'token' }))

/** A reply that comes in the given pieces. */
function replyIn(pieces: readonly string[]): void {
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      for (const piece of pieces) stream.enqueue(new TextEncoder().encode(piece))
      stream.close()
    },
  })
  global.fetch = () => Promise.resolve(new Response(body, { status: 200 }))
}

async function verified(pieces: readonly string[]) {
  replyIn(pieces)
  const seen: VerifyProgress[] = []
  const result = await verifyLedger(null, (progress) => seen.push(progress), new AbortController().signal)
  return { seen, result }
}

test('a line that is cut in two is read once it is whole', async () => {
  const { seen, result } = await verified([
    '{"checked":2,"of":10}\n{"chec',
    'ked":10,"of":10}\n',
    JSON.stringify({ data: RESULT }),
  ])
  expect(seen).toEqual([
    { checked: 2, of: 10 },
    { checked: 10, of: 10 },
  ])
  expect(result).toEqual(RESULT)
})

test('a server that answers at once is understood as well', async () => {
  expect((await verified([JSON.stringify({ data: RESULT })])).result).toEqual(RESULT)
})

test('a stream that breaks off is a failure, not a sound ledger', async () => {
  await expect(verified(['{"checked":2,"of":10}\n'])).rejects.toMatchObject({ code: 'network' })
})

test('lines and the rest', () => {
  expect(linesOf('a\n\nb\nc')).toEqual({ lines: ['a', 'b'], rest: 'c' })
})
