import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'

/** One request that is made again and again. */
export interface ListRun {
  name: string
  url: string
  token: string | null
  /** What is posted, each time under a key of its own; without it the URL is read. */
  body?: object
}

/** What came of it: the median of the rounds. */
export interface ListFigures {
  name: string
  requestsPerSecond: number
  /** Milliseconds. */
  medianLatencyMs: number
  bytesPerReply: number
}

const ROUNDS = 3
const SECONDS = 6
const WARM_UP_SECONDS = 2
const CONNECTIONS = 8

/** Asks for each in turn, round by round, so that what disturbs the machine disturbs all of them alike. */
export async function measureList(runs: readonly ListRun[]): Promise<ListFigures[]> {
  for (const run of runs) await ask(run, WARM_UP_SECONDS)
  const rounds = new Map<string, autocannon.Result[]>(runs.map(({ name }) => [name, []]))
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const run of runs) {
      console.log(`round ${round}: ${run.name}`)
      rounds.get(run.name)?.push(await ask(run, SECONDS))
    }
  }
  return runs.map(({ name }) => figuresOf(name, rounds.get(name) ?? []))
}

async function ask({ name, url, token, body }: ListRun, seconds: number): Promise<autocannon.Result> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    ...(token === null ? {} : { headers: { authorization: `Bearer ${token}` } }),
    ...(body === undefined ? {} : { requests: [posting(body)] }),
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${name}: ${result.non2xx} refused, ${result.errors} failed`)
  return result
}

function posting(body: object): autocannon.Request {
  return {
    method: 'POST',
    body: JSON.stringify(body),
    setupRequest: (request) => ({
      ...request,
      headers: { ...request.headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    }),
  }
}

function figuresOf(name: string, rounds: readonly autocannon.Result[]): ListFigures {
  return {
    name,
    requestsPerSecond: medianOf(rounds.map(({ requests }) => requests.average)),
    medianLatencyMs: medianOf(rounds.map(({ latency }) => latency.p50)),
    bytesPerReply: medianOf(rounds.map(({ throughput, requests }) => throughput.total / Math.max(1, requests.total))),
  }
}

/** The middle of some figures; 0 when there are none. */
export function medianOf(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
}
