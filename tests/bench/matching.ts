import { medianOf } from './list'

/** Times of the matching over HTTP, in milliseconds. */
export interface MatchingFigures {
  teams: number
  suggestionsMs: number
  orders: number
  assigned: number
  planMs: number
}

const SUGGESTION_CALLS = 50
const PLAN_CALLS = 5
const PLAN_ORDERS = 300

/** Suggestions for one open order among all teams, and a plan of 300 open orders, as the dispatcher asks for them. */
export async function measureMatching(origin: string, token: string): Promise<MatchingFigures> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const orders: string[] = []
  for (let page = 1; orders.length < PLAN_ORDERS; page += 1) {
    const query = `filters[state][$eq]=placed&sort=number&pagination[page]=${page}&pagination[pageSize]=100`
    const body = await read<{ data: { documentId: string }[] }>(`${origin}/api/dispatch/orders?${query}`, { headers })
    if (body.data.length === 0) throw new Error('there are not enough open orders')
    orders.push(...body.data.map(({ documentId }) => documentId))
  }
  const chosen = orders.slice(0, PLAN_ORDERS)
  const suggest = () =>
    read<{ data: unknown[] }>(`${origin}/api/dispatch/orders/${chosen[0] ?? ''}/suggestions`, { headers })
  const plan = () =>
    read<{ data: { assignments: unknown[] } }>(`${origin}/api/dispatch/plans`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ data: { orders: chosen } }),
    })
  return {
    teams: (await suggest()).data.length,
    suggestionsMs: await medianTimeMs(suggest, SUGGESTION_CALLS),
    orders: chosen.length,
    assigned: (await plan()).data.assignments.length,
    planMs: await medianTimeMs(plan, PLAN_CALLS),
  }
}

async function read<Body>(url: string, init: RequestInit): Promise<Body> {
  const answer = await fetch(url, init)
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Body
}

async function medianTimeMs(work: () => Promise<unknown>, times: number): Promise<number> {
  const durations: number[] = []
  for (let call = 0; call < times; call += 1) {
    const start = performance.now()
    await work()
    durations.push(performance.now() - start)
  }
  return medianOf(durations)
}
