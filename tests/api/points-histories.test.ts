import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { DAY_MS } from '@practice/kernel'
import type { Card, Redemption, ScoreRecord, Transfer, Verification } from '@practice/scoring/contracts'
import type { Response } from 'supertest'
import { app, onPostgres } from '../support/api'
import { dataOf } from './dispatch-support'
import { atTime } from './points-support'
import { makeGoods, makeVillage, type TestVillage } from './points-village'
import { tamper } from './scoring-ledger-support'

/** One step of a history; numbers pick among what there is. */
type Step =
  | { kind: 'record'; card: number; rule: 'T-01' | 'T-02' | 'T-03'; quantity: number; twice: boolean }
  | { kind: 'review'; of: number; verb: 'approve' | 'reject' | 'withdraw' }
  | { kind: 'object'; of: number }
  | { kind: 'decide'; of: number; verb: 'uphold' | 'dismiss' }
  | { kind: 'close'; days: number }
  | { kind: 'redeem'; card: number; quantity: number; twice: boolean }
  | { kind: 'void' | 'reverse'; of: number }
  | { kind: 'freeze' | 'replace'; card: number }
  | { kind: 'stock'; change: number }
  | { kind: 'stocktake'; counted: number }

const CAP = 12
const BUDGET = 120
const RUNS = onPostgres ? 6 : 12

const at = fc.nat({ max: 40 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('record' as const),
      card: at,
      rule: fc.constantFrom('T-01', 'T-02', 'T-02', 'T-03'),
      quantity: fc.integer({ min: 1, max: 6 }),
      twice: fc.boolean(),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('review' as const),
      of: at,
      verb: fc.constantFrom('approve', 'approve', 'approve', 'reject', 'withdraw'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('object' as const), of: at }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('decide' as const), of: at, verb: fc.constantFrom('uphold', 'dismiss') }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('close' as const), days: fc.integer({ min: 0, max: 5 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('redeem' as const),
      card: at,
      quantity: fc.integer({ min: 1, max: 3 }),
      twice: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('void' as const, 'reverse' as const), of: at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('freeze' as const, 'replace' as const), card: at }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('stock' as const), change: fc.integer({ min: -8, max: 8 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('stocktake' as const), counted: fc.integer({ min: 0, max: 9 }) }),
  },
)

/** Does what a history says, whatever it meets: refusals are part of it, faults are not. */
class History {
  private now = Date.now() - 200 * DAY_MS
  private readonly records: ScoreRecord[] = []
  private readonly objections: string[] = []
  private readonly redemptions: Redemption[] = []
  readonly answered: Record<string, number> = {}

  constructor(
    private readonly village: TestVillage,
    private readonly goods: string,
    private readonly cards: Card[],
  ) {}

  async take(step: Step): Promise<void> {
    this.now += 60_000
    await atTime(this.now, () => this.do(step))
  }

  private async do(step: Step): Promise<void> {
    const { admin, supervisor, shop, site } = this.village
    switch (step.kind) {
      case 'record':
        return this.record(step)
      case 'redeem':
        return this.redeem(step)
      case 'review': {
        const caller = step.verb === 'withdraw' ? admin : this.village.reviewer
        const reason = step.verb === 'approve' ? {} : { reason: '查无此事' }
        return this.onRecord(step.of, (id) => caller.post(`/api/scoring/records/${id}/${step.verb}`, { data: reason }))
      }
      case 'object':
        return this.onRecord(step.of, async (id) => {
          const data = { reason: '没有看见', by: '马平安' }
          const reply = await admin.post(`/api/scoring/records/${id}/objections`, { data })
          if (reply.status === 201) this.objections.push(dataOf<{ documentId: string }>(reply).documentId)
          return reply
        })
      case 'decide': {
        const id = pick(this.objections, step.of)
        if (id === undefined) return
        const data = { reason: '查证过了' }
        return this.note(await supervisor.post(`/api/scoring/objections/${id}/${step.verb}`, { data }))
      }
      case 'close':
        this.now += step.days * DAY_MS
        return atTime(this.now, async () =>
          this.note(await supervisor.post('/api/scoring/notices/close', { data: { site } })),
        )
      case 'void': {
        const redemption = pick(this.redemptions, step.of)
        if (redemption === undefined) return
        const path = `/api/scoring/redemptions/${redemption.documentId}/void`
        return this.note(await supervisor.post(path, { data: { reason: '退货' } }))
      }
      case 'reverse': {
        const made = dataOf<Transfer[]>(
          await supervisor.get(
            `/api/scoring/transfers?filters[site][$eq]=${site}&sort=at:asc&pagination[pageSize]=100`,
          ),
        )
        const transfer = pick(made, step.of)
        if (transfer === undefined) return
        const path = `/api/scoring/transfers/${transfer.documentId}/reverse`
        return this.note(await supervisor.post(path, { data: { reason: '记错了人' } }))
      }
      case 'freeze': {
        const { number } = pick(this.cards, step.card) as Card
        const data = { reason: '核对中' }
        this.note(await supervisor.post(`/api/scoring/cards/${number}/freeze`, { data }))
        return this.note(await supervisor.post(`/api/scoring/cards/${number}/unfreeze`, { data }))
      }
      case 'replace': {
        const index = step.card % this.cards.length
        const { number } = this.cards[index] as Card
        const reply = await admin.post(`/api/scoring/cards/${number}/replace`, { data: { reason: '卡丢了' } })
        if (reply.status < 300) this.cards[index] = dataOf<Card>(reply)
        return this.note(reply)
      }
      case 'stock': {
        if (step.change === 0) return
        const data = { goods: this.goods, change: step.change, reason: '进货或更正' }
        return this.note(await admin.post(`/api/scoring/shops/${shop}/stock`, { data }))
      }
      case 'stocktake': {
        const data = { lines: [{ goods: this.goods, counted: step.counted }], reason: '月末盘点' }
        return this.note(await supervisor.post(`/api/scoring/shops/${shop}/stocktake`, { data }))
      }
    }
  }

  private async record({ card, rule, quantity, twice }: Extract<Step, { kind: 'record' }>): Promise<void> {
    const { number } = pick(this.cards, card) as Card
    const data = { card: number, rule, quantity, occurredAt: new Date(this.now - 1000).toISOString() }
    const headers = { 'idempotency-key': randomUUID() }
    const send = () => this.village.admin.post('/api/scoring/records', { data }, headers)
    const replies = await Promise.all(twice ? [send(), send()] : [send()])
    replies.forEach((reply) => this.note(reply))
    const made = replies.filter(({ status }) => status < 300).map((reply) => dataOf<ScoreRecord>(reply))
    expect(new Set(made.map(({ documentId }) => documentId)).size).toBeLessThanOrEqual(1)
    if (made[0] !== undefined) {
      this.records.push(made[0])
      if (rule !== 'T-03') expect(await committed(this.village.site)).toBeLessThanOrEqual(BUDGET)
    }
  }

  private async redeem({ card, quantity, twice }: Extract<Step, { kind: 'redeem' }>): Promise<void> {
    const { number } = pick(this.cards, card) as Card
    const data = { card: number, shop: this.village.shop, lines: [{ goods: this.goods, quantity }] }
    const headers = { 'idempotency-key': randomUUID() }
    const send = () => this.village.admin.post('/api/scoring/redemptions', { data }, headers)
    const replies = await Promise.all(twice ? [send(), send()] : [send()])
    replies.forEach((reply) => this.note(reply))
    const made = replies.filter(({ status }) => status < 300).map((reply) => dataOf<Redemption>(reply))
    expect(new Set(made.map(({ documentId }) => documentId)).size).toBeLessThanOrEqual(1)
    if (made[0] !== undefined) this.redemptions.push(made[0])
  }

  private async onRecord(of: number, act: (documentId: string) => PromiseLike<Response>): Promise<void> {
    const record = pick(this.records, of)
    if (record !== undefined) this.note(await act(record.documentId))
  }

  private note(reply: Response): void {
    const { error } = reply.body as { error?: { details?: { code?: string } } }
    const word = reply.status < 300 ? 'done' : (error?.details?.code ?? reply.text)
    this.answered[word] = (this.answered[word] ?? 0) + 1
    if (reply.status >= 500 || reply.status === 400) throw new Error(`${reply.status} ${reply.text}`)
  }
}

function pick<Item>(items: readonly Item[], position: number): Item | undefined {
  return items.length === 0 ? undefined : items[position % items.length]
}

const db = () => app().db.connection

async function sumOf(table: string, column: string, where: object): Promise<number> {
  const row = await db()(table).where(where).sum({ sum: column }).first<{ sum: unknown }>()
  return Number(row?.sum ?? 0)
}

/** What cards of a site hold, and what is on its way to them. */
async function committed(site: string): Promise<number> {
  const held = await sumOf('scoring_accounts', 'balance', { site_code: site, kind: 'card' })
  const row = await db()('scoring_records')
    .where({ site_code: site, kind: 'reward' })
    .whereIn('state', ['recorded', 'noticed', 'held'])
    .sum({ sum: 'points' })
    .first<{ sum: unknown }>()
  return held + Number(row?.sum ?? 0)
}

interface AccountRow {
  document_id: string
  kind: string
  owner: string
  balance: number
  sequence: number
}

async function assertLaws({ site, supervisor }: TestVillage, goods: string): Promise<void> {
  const accounts = (await db()('scoring_accounts').where({ site_code: site })) as AccountRow[]
  for (const { document_id: accountId, kind, owner, balance, sequence } of accounts) {
    const entries = { account_id: accountId }
    expect({ owner, balance }).toEqual({ owner, balance: await sumOf('scoring_entries', 'change', entries) })
    expect(await countOf('scoring_entries', entries)).toBe(sequence)
    if (kind === 'card') expect(balance).toBeGreaterThanOrEqual(0)
  }
  expect(accounts.reduce((sum, { balance }) => sum + balance, 0)).toBe(0)
  const stock = await sumOf('scoring_goods', 'stock', { code: goods })
  expect(stock).toBe(await sumOf('scoring_stock_movements', 'change', { goods_code: goods }))
  expect(stock).toBeGreaterThanOrEqual(0)
  await assertPostedOnce(site)
  await assertCaps(site)
  const verified = dataOf<Verification>(await supervisor.get(`/api/scoring/ledger/verify?site=${site}`))
  expect(verified).toMatchObject({ ok: true, broken: [], sum: 0, accounts: accounts.length })
}

/** A record was posted by one transfer or none, and what it says agrees with the ledger. */
async function assertPostedOnce(site: string): Promise<void> {
  const causes = (await db()('scoring_transfers').where({ site_code: site }).pluck('cause')) as string[]
  expect(new Set(causes).size).toBe(causes.length)
  const posted = (await db()('scoring_records').where({ site_code: site, state: 'posted', kind: 'reward' })) as {
    document_id: string
    points: number
  }[]
  for (const { document_id: recordId, points } of posted) {
    expect(await sumOf('scoring_transfers', 'points', { cause: `post:${recordId}` })).toBe(points)
  }
}

async function assertCaps(site: string): Promise<void> {
  const taken = (await db()('scoring_records')
    .where({ site_code: site, rule_code: 'T-01' })
    .whereNotIn('state', ['rejected', 'withdrawn', 'voided'])
    .groupBy('holder_key', 'month')
    .select('holder_key')
    .sum({ sum: 'points' })) as { sum: unknown }[]
  for (const { sum } of taken) expect(Number(sum)).toBeLessThanOrEqual(CAP)
}

async function countOf(table: string, where: object): Promise<number> {
  const row = await db()(table).where(where).count({ count: '*' }).first<{ count: unknown }>()
  return Number(row?.count)
}

/** The last village whose history went well. */
let sound: TestVillage

test('whatever happens in a village, its ledger, its stock, its caps and its budget hold', async () => {
  const seen: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 120, size: 'max' }), async (steps) => {
      const village = await makeVillage({ households: 4, capPerMonth: CAP, outstandingBudget: BUDGET })
      const { code } = await makeGoods(village, 2, 6)
      const history = new History(village, code, [...village.cards])
      for (const one of steps) await history.take(one)
      await assertLaws(village, code)
      sound = village
      for (const [word, count] of Object.entries(history.answered)) seen[word] = (seen[word] ?? 0) + count
    }),
    { numRuns: RUNS, endOnFailure: true, seed: 640402 },
  )
  // The histories must have met what they are about, or they prove nothing.
  const met = ['done', 'cap_reached', 'budget_exceeded', 'insufficient_points', 'out_of_stock', 'wrong_state']
  expect(Object.keys(seen)).toEqual(expect.arrayContaining(met))
}, 240_000)

interface EntryRow {
  id: number
  account_id: string
  sequence: number
  change: number
  balance: number
  hash: string
  previous: string
  transfer_id: string
}

/** Each column of an entry that its hash vouches for, changed by as little as can be. */
const CHANGED: readonly ((entry: EntryRow) => Partial<EntryRow>)[] = [
  ({ change }) => ({ change: change + 1 }),
  ({ balance }) => ({ balance: balance - 1 }),
  ({ hash }) => ({ hash: flipped(hash) }),
  ({ previous }) => ({ previous: flipped(previous) }),
  ({ transfer_id }) => ({ transfer_id: flipped(transfer_id) }),
]

/** A text with one bit of its last byte changed. */
const flipped = (text: string) => text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) ^ 1)

test('a byte changed in any entry is found, and its account and place are named', async () => {
  const { site, supervisor } = sound
  const verify = async () => dataOf<Verification>(await supervisor.get(`/api/scoring/ledger/verify?site=${site}`))
  const entries = (await db()('scoring_entries').where({ site_code: site }).orderBy('id')) as EntryRow[]
  const changed = fc.record({ at: fc.nat({ max: entries.length - 1 }), column: fc.constantFrom(...CHANGED) })
  await fc.assert(
    fc.asyncProperty(changed, async ({ at, column }) => {
      const entry = entries[at] as EntryRow
      const owner = (await db()('scoring_accounts').where({ document_id: entry.account_id }).first()) as AccountRow
      const write = (values: Partial<EntryRow>) =>
        tamper(['scoring_entries_final'], () => db()('scoring_entries').where({ id: entry.id }).update(values))
      const change = column(entry)
      await write(change)
      const { ok, broken } = await verify()
      await write(Object.fromEntries(Object.keys(change).map((key) => [key, entry[key as keyof EntryRow]])))
      expect(ok).toBe(false)
      expect(broken).toContainEqual(
        expect.objectContaining({ account: `${owner.kind} ${owner.owner}`, sequence: entry.sequence }),
      )
    }),
    { numRuns: 40, endOnFailure: true },
  )
  expect(await verify()).toMatchObject({ ok: true, broken: [] })
}, 120_000)
