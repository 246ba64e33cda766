import type { Order, Verb } from '@practice/dispatch/contracts'

/** Whose tokens the load is made with. */
export interface People {
  desk: string
  village: string
  leader: string
  team: string
  volunteer: string
}

/** What the server said it did before it was killed, and what it never answered. */
export interface Heard {
  /** Every order that a 2xx told of, at the highest version and with the verbs that were told. */
  orders: Map<string, { version: number; verbs: Verb[] }>
  /** Volunteers that were made, master data beside the orders. */
  volunteers: string[]
  /** Idempotency keys that were sent, answered or not; each is its order's note. */
  keys: string[]
  /** Answers that are neither a success nor a refusal. */
  faults: string[]
}

/** Orders under way at once. */
const LOOPS = 6

const ROUND: readonly [Verb, keyof People, object][] = [
  ['accept', 'leader', {}],
  ['pause', 'desk', { reason: '等住户回家' }],
  ['resume', 'desk', { reason: '住户回来了' }],
  ['start', 'leader', {}],
  ['complete', 'leader', { summary: '修好了', served: 1, hours: 1, evidence: [] }],
  ['rate', 'desk', { stars: 2, comment: '还在漏水', onBehalf: { reason: '电话回访' } }],
  ['rework', 'desk', { reason: '没有修好' }],
  ['accept', 'leader', {}],
  ['start', 'leader', {}],
]

/** Mixed work over HTTP until the server is gone: orders through the loop, plans applied twice at once, master data. */
export async function load(url: string, people: People, mark: string): Promise<Heard> {
  const heard: Heard = { orders: new Map(), volunteers: [], keys: [], faults: [] }
  const work = new Load(url, people, heard, mark)
  await Promise.all([...Array.from({ length: LOOPS }, (_, n) => work.loop(n)), work.plan(), work.recruit()])
  return heard
}

/** The body of an order that carries its key as its note, so that it is found again. */
export const orderWith = (key: string) => ({
  serviceItem: 'C08-03',
  site: '640402100207',
  channel: 'desk',
  requester: { name: '马建国', phone: '19900000001' },
  onBehalf: { reason: '家里没有智能手机' },
  note: key,
})

class Load {
  private isOver = false
  private count = 0

  constructor(
    private readonly url: string,
    private readonly people: People,
    private readonly heard: Heard,
    private readonly mark: string,
  ) {}

  async loop(number: number): Promise<void> {
    for (let turn = 0; !this.isOver; turn++) {
      const order = await this.place(`${this.mark}-${number}-${turn}`)
      const { team, volunteer } = this.people
      let now = order && (await this.act(order, 'dispatch', 'desk', { team, reason: '就近' }))
      for (const [verb, who, input] of ROUND) {
        const body = verb === 'complete' ? { ...input, volunteers: [volunteer] } : input
        now = now && (await this.act(now, verb, who, body))
      }
    }
  }

  async plan(): Promise<void> {
    while (!this.isOver) {
      const plan = await this.send<{ assignments: { order: Order; team: { code: string } }[] }>(
        'desk',
        '/dispatch/plans',
        {
          site: '640402100207',
        },
      )
      const lines = (plan?.assignments ?? []).slice(0, 5).map(({ order, team }) => ({
        order: order.documentId,
        team: team.code,
        version: order.version,
      }))
      if (lines.length === 0) continue
      const apply = () =>
        this.send<{ order: string; ok: boolean; version?: number }[]>('desk', '/dispatch/plans/apply', {
          assignments: lines,
        })
      for (const told of await Promise.all([apply(), apply()])) {
        for (const line of told ?? []) if (line.ok) this.note(line.order, line.version ?? 0, 'dispatch')
      }
    }
  }

  async recruit(): Promise<void> {
    while (!this.isOver) {
      const number = `K${this.mark}-${this.count++}`
      const made = await this.send<{ documentId: string }>('desk', '/volunteers', {
        number,
        name: '新人',
        team: this.people.team,
      })
      if (made !== null) this.heard.volunteers.push(made.documentId)
    }
  }

  private async place(key: string): Promise<Order | null> {
    this.heard.keys.push(key)
    const order = await this.send<Order>('village', '/dispatch/orders', orderWith(key), { 'idempotency-key': key })
    if (order !== null) this.note(order.documentId, order.version)
    return order
  }

  private async act(order: Order, verb: Verb, who: keyof People, input: object): Promise<Order | null> {
    const path = `/dispatch/orders/${order.documentId}/${verb}`
    const next = await this.send<Order>(who, path, { version: order.version, ...input })
    if (next !== null) this.note(next.documentId, next.version, verb)
    return next
  }

  private note(documentId: string, version: number, verb?: Verb): void {
    const known = this.heard.orders.get(documentId) ?? { version: 0, verbs: [] }
    known.version = Math.max(known.version, version)
    if (verb !== undefined) known.verbs.push(verb)
    this.heard.orders.set(documentId, known)
  }

  /** The data of a success; null for a refusal and for no answer at all, which ends the load. */
  private async send<T>(who: keyof People, path: string, data: object, headers: object = {}): Promise<T | null> {
    try {
      const reply = await fetch(`${this.url}/api${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.people[who]}`, 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ data }),
      })
      const text = await reply.text()
      if (reply.status >= 500) this.heard.faults.push(`${path} ${reply.status} ${text}`)
      return reply.ok ? (JSON.parse(text) as { data: T }).data : null
    } catch {
      this.isOver = true
      return null
    }
  }
}
