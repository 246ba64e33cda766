import type { Redemption, ScoreRecord } from '@practice/scoring/contracts'

/** Whose tokens the load is made with, and what it works on. */
export interface PointsLoad {
  tokens: { admin: string; reviewer: string; supervisor: string }
  site: string
  cards: readonly string[]
  shop: string
  goods: string
}

/** What the server said it did before it was killed, and what was sent to it. */
export interface PointsHeard {
  /** By idempotency key: the body that was sent, and the documentId when it was answered. */
  records: Map<string, { body: object; documentId: string | null }>
  redemptions: Map<string, { body: object; documentId: string | null }>
  /** Records whose approval was answered. */
  approved: string[]
  /** How many lines the closings said they posted. */
  posted: number
  faults: string[]
}

const RECORDERS = 3
const REDEEMERS = 3

/** Records, approvals, closings of the notice and redemptions at once, until the server is gone. */
export async function loadPoints(url: string, on: PointsLoad, mark: string): Promise<PointsHeard> {
  const work = new Load(url, on, mark)
  await Promise.all([
    ...Array.from({ length: RECORDERS }, (_, lane) => work.record(lane)),
    ...Array.from({ length: REDEEMERS }, (_, lane) => work.redeem(lane)),
    work.close(),
  ])
  return work.heard
}

class Load {
  readonly heard: PointsHeard = { records: new Map(), redemptions: new Map(), approved: [], posted: 0, faults: [] }
  private isOver = false

  constructor(
    private readonly url: string,
    private readonly on: PointsLoad,
    private readonly mark: string,
  ) {}

  async record(lane: number): Promise<void> {
    for (let turn = 0; !this.isOver; turn++) {
      const key = `record-${this.mark}-${lane}-${turn}`
      const body = {
        card: this.card(lane + turn),
        rule: 'T-02',
        occurredAt: new Date(Date.now() - 60_000).toISOString(),
        note: key,
      }
      this.heard.records.set(key, { body, documentId: null })
      const made = await this.send<ScoreRecord>('admin', '/scoring/records', body, key)
      if (made === null) continue
      this.heard.records.set(key, { body, documentId: made.documentId })
      const approved = await this.send<ScoreRecord>('reviewer', `/scoring/records/${made.documentId}/approve`, {})
      if (approved !== null) this.heard.approved.push(made.documentId)
    }
  }

  async redeem(lane: number): Promise<void> {
    for (let turn = 0; !this.isOver; turn++) {
      const key = `redeem-${this.mark}-${lane}-${turn}`
      const body = { card: this.card(lane + turn), shop: this.on.shop, lines: [{ goods: this.on.goods, quantity: 1 }] }
      this.heard.redemptions.set(key, { body, documentId: null })
      const made = await this.send<Redemption>('admin', '/scoring/redemptions', body, key)
      if (made !== null) this.heard.redemptions.set(key, { body, documentId: made.documentId })
    }
  }

  async close(): Promise<void> {
    while (!this.isOver) {
      const closed = await this.send<{ posted: number }>('supervisor', '/scoring/notices/close', { site: this.on.site })
      this.heard.posted += closed?.posted ?? 0
    }
  }

  private card(at: number): string {
    return this.on.cards[at % this.on.cards.length] ?? ''
  }

  /** The data of a success; null for a refusal and for no answer at all, which ends the load. */
  private async send<T>(who: keyof PointsLoad['tokens'], path: string, data: object, key?: string): Promise<T | null> {
    try {
      const headers = {
        authorization: `Bearer ${this.on.tokens[who]}`,
        'content-type': 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      }
      const reply = await fetch(`${this.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify({ data }) })
      const text = await reply.text()
      if (reply.status >= 500) this.heard.faults.push(`${path} ${reply.status} ${text}`)
      return reply.ok ? (JSON.parse(text) as { data: T }).data : null
    } catch {
      this.isOver = true
      return null
    }
  }
}
