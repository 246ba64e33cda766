import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Card, ScoreRecord, Transfer, Verification } from '@practice/scoring/contracts'
import { entryHash, GENESIS } from '@practice/scoring/domain'
import { service } from '@practice/kernel'
import type {} from '@practice/scoring/services'
import supertest from 'supertest'
import { app, as, nobody, tokenOf, type Caller } from '../support/api'
import { dataOf, db, refusalOf } from './dispatch-support'
import { accountOf, grant, moment, moved, spendingOf, tamper, transferOf, verified } from './scoring-ledger-support'
import { give, goodsOf, makeAccount, openCounter, redeem, times, type Counter } from './scoring-shop-support'

const TOWN = '640402205'
const SITE = '640402205200'

let village: Counter

beforeAll(async () => {
  village = await openCounter(SITE, 24)
})

const card = (): Card => {
  const next = village.cards.pop()
  if (next === undefined) throw new Error('the village has no card left for this test')
  return next
}

const count = (results: readonly { ok: boolean; code?: string }[], code: string) =>
  results.filter((result) => (result.ok ? 'ok' : result.code) === code).length

const entriesOf = async (number: string) => {
  const { document_id: account_id } = await accountOf(number)
  return (await db()('scoring_entries').where({ account_id }).orderBy('sequence')) as {
    sequence: number
    change: number
    balance: number
    previous: string
    hash: string
    transfer_id: string
    at: unknown
  }[]
}

describe('points move', () => {
  test('one by one from a card with points for thirty, fifty at once: thirty do', async () => {
    const spender = card()
    await grant(spender, 30)
    const results = await times(50, (at) => moved(spendingOf(spender, `redeem:${spender.number}-${at}`)))
    expect({ ok: count(results, 'ok'), short: count(results, 'insufficient_points') }).toEqual({ ok: 30, short: 20 })
    const entries = await entriesOf(spender.number)
    expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 31 }, (_, at) => at + 1))
    expect(entries.map(({ balance }) => balance)).toEqual(Array.from({ length: 31 }, (_, at) => 30 - at))
    expect(await accountOf(spender.number)).toMatchObject({ balance: 0, sequence: 31, head: entries.at(-1)?.hash })
    expect(await verified(SITE)).toMatchObject({ ok: true, sum: 0, broken: [] })
  })

  test('once for one cause, twenty at once, whatever the card has', async () => {
    const spender = card()
    await grant(spender, 30)
    const cause = `redeem:${spender.number}`
    const results = await times(20, () => moved(spendingOf(spender, cause, { points: 30 })))
    expect({ ok: count(results, 'ok'), again: count(results, 'already_moved') }).toEqual({ ok: 1, again: 19 })
    expect((await accountOf(spender.number)).balance).toBe(0)
  })

  test('both ways between the same two accounts without waiting for each other', async () => {
    const spender = card()
    await grant(spender, 40)
    const forth = (at: number) => spendingOf(spender, `redeem:${spender.number}-${at}`)
    const back = (at: number) => {
      const { debit, credit, ...rest } = forth(at)
      return { ...rest, kind: 'void' as const, cause: `void:${spender.number}-${at}`, debit: credit, credit: debit }
    }
    const results = await times(40, (at) => moved(at % 2 === 0 ? forth(at) : back(at)))
    expect(count(results, 'ok')).toBe(40)
    expect((await accountOf(spender.number)).balance).toBe(40)
  })

  test('from an issuance that nobody has opened yet, by many at once', async () => {
    const site = '640402205201'
    const strangers = Array.from({ length: 12 }, (_, at) => ({ number: `${site}-x${at}`, site: { code: site } }))
    const results = await times(12, (at) => {
      const stranger = strangers[at] ?? { number: '', site: { code: site } }
      return moved(transferOf(stranger, { cause: `post:${stranger.number}`, points: 3 }))
    })
    expect(count(results, 'ok')).toBe(12)
    expect(await verified(site)).toMatchObject({ ok: true, accounts: 13, transfers: 12, entries: 24, sum: 0 })
  })

  test('each entry vouching for the one before', async () => {
    const holder = card()
    await grant(holder, 5)
    await grant(holder, 7)
    const { document_id: accountId } = await accountOf(holder.number)
    let previous = GENESIS
    for (const entry of await entriesOf(holder.number)) {
      const { cause } = (await db()('scoring_transfers').where({ document_id: entry.transfer_id }).first('cause')) as {
        cause: string
      }
      const at = new Date(entry.at as string | number).getTime()
      const { sequence, transfer_id: transferId, change, balance } = entry
      expect(entry.previous).toBe(previous)
      expect(entry.hash).toBe(entryHash({ accountId, sequence, transferId, cause, change, balance, previous, at }))
      previous = entry.hash
    }
    expect(previous).not.toBe(GENESIS)
  })

  test('into the standing and the figures of the month', async () => {
    const holder = card()
    const before = await figures()
    await grant(holder, 10)
    await moved(spendingOf(holder, `redeem:${holder.number}`, { points: 4 }))
    await moved(
      transferOf(holder, {
        kind: 'lapse',
        cause: `lapse:2000:${holder.number}`,
        debit: { kind: 'card', owner: holder.number, siteCode: SITE },
        credit: { kind: 'issuance', owner: SITE, siteCode: SITE },
        points: 1,
      }),
    )
    const after = await figures()
    expect(after.outstanding - before.outstanding).toBe(5)
    expect(after.issued - before.issued).toBe(10)
    expect(after.redeemed - before.redeemed).toBe(4)
    expect(after.lapsed - before.lapsed).toBe(1)
  })

  async function figures() {
    const standing = (await db()('scoring_standings').where({ site_code: SITE }).first('outstanding')) as
      { outstanding: number } | undefined
    const [sums] = (await db()('scoring_tallies')
      .where({ site_code: SITE })
      .sum({ issued: 'issued', redeemed: 'redeemed', lapsed: 'lapsed' })) as Record<string, number | string | null>[]
    const of = (name: string) => Number(sums?.[name] ?? 0)
    return {
      outstanding: standing?.outstanding ?? 0,
      issued: of('issued'),
      redeemed: of('redeemed'),
      lapsed: of('lapsed'),
    }
  }
})

describe('the database refuses', () => {
  test('to change or to delete an entry, and a card below zero', async () => {
    const holder = card()
    await grant(holder, 5)
    const { document_id } = await accountOf(holder.number)
    const entries = () => db()('scoring_entries').where({ account_id: document_id })
    const account = () => db()('scoring_accounts').where({ document_id })
    // By its message: the driver's errors are not of jest's own kind.
    const refusal = (work: PromiseLike<unknown>) =>
      Promise.resolve(work).then(
        () => 'done',
        ({ message }: Error) => message,
      )
    expect(await refusal(entries().update({ change: 6 }))).toMatch(/never change/)
    expect(await refusal(entries().delete())).toMatch(/never deleted/)
    expect(await refusal(account().update({ balance: -1, sequence: 9, head: 'x' }))).toMatch(/below zero/)
  })
})

describe('verify', () => {
  const broken = async (site = SITE) => (await verified(site)).broken

  test('finds a changed byte of an entry, and names account and place', async () => {
    const holder = card()
    await grant(holder, 5)
    await grant(holder, 6)
    await grant(holder, 7)
    const { document_id: account_id } = await accountOf(holder.number)
    const entry = () => db()('scoring_entries').where({ account_id, sequence: 2 })
    const named = { kind: 'hash', account: `card ${holder.number}`, sequence: 2 }
    await tamper(['scoring_entries_final'], () => entry().update({ change: 60 }))
    expect(await broken()).toMatchObject([named, { kind: 'transfer' }])
    await tamper(['scoring_entries_final'], () => entry().update({ change: 6, balance: 12 }))
    expect(await broken()).toMatchObject([named])
    await tamper(['scoring_entries_final'], () => entry().update({ balance: 11 }))
    expect(await broken()).toEqual([])
    const { hash } = (await entry().first('hash')) as { hash: string }
    const flipped = (hash.startsWith('0') ? '1' : '0') + hash.slice(1)
    await tamper(['scoring_entries_final'], () => entry().update({ hash: flipped }))
    expect(await broken()).toMatchObject([named])
    await tamper(['scoring_entries_final'], () => entry().update({ hash }))
    expect(await broken()).toEqual([])
  })

  test('finds a missing entry, an account that says something else, and figures that are not the ledger’s', async () => {
    const holder = card()
    await grant(holder, 5)
    await grant(holder, 6)
    const { document_id: account_id, ...account } = await accountOf(holder.number)
    const entries = () => db()('scoring_entries').where({ account_id })
    const [first] = (await entries().orderBy('sequence')) as [{ id: number }]
    await tamper(['scoring_entries_kept'], () => entries().where({ sequence: 1 }).delete())
    expect(await broken()).toMatchObject([
      { kind: 'sequence', account: `card ${holder.number}`, sequence: 1 },
      { kind: 'transfer' },
    ])
    await db()('scoring_entries').insert(first)
    expect(await broken()).toEqual([])

    await tamper(['scoring_accounts_chained'], () =>
      db()('scoring_accounts').where({ document_id: account_id }).update({ balance: 12 }),
    )
    const kinds = (await broken()).map(({ kind }) => kind)
    expect(kinds).toEqual(['account', 'sum', 'standing'])
    await tamper(['scoring_accounts_chained'], () =>
      db()('scoring_accounts').where({ document_id: account_id }).update({ balance: account.balance }),
    )

    await db()('scoring_standings').where({ site_code: SITE }).increment('outstanding', 1)
    expect(await broken()).toMatchObject([{ kind: 'standing' }])
    await db()('scoring_standings').where({ site_code: SITE }).decrement('outstanding', 1)
    expect(await broken()).toEqual([])
  })

  test('is not misled by what moves meanwhile', async () => {
    const holder = card()
    let running = true
    const load = (async () => {
      while (running) {
        await grant(holder, 1)
        // SQLite answers without leaving the turn of the event loop: nobody else would ever be heard.
        await setImmediate()
      }
    })()
    try {
      for (let round = 0; round < 10; round++) expect(await verified(SITE)).toMatchObject({ ok: true, sum: 0 })
    } finally {
      running = false
      await load
    }
  })

  test('explains the points that leave a village for the town’s shop', async () => {
    const holder = card()
    await grant(holder, 9)
    const shop = { kind: 'shop', owner: `${TOWN}-test`, siteCode: TOWN } as const
    await moved(spendingOf(holder, `redeem:${holder.number}`, { credit: shop, points: 8 }))
    expect(await verified(SITE)).toMatchObject({ ok: true, sum: 0 })
    expect(await verified(TOWN)).toMatchObject({ ok: true, sum: 0 })
  })

  test('tells its progress line by line, uncompressed', async () => {
    const reply = await supertest(app().server.httpServer)
      .get(`/api/scoring/ledger/verify?site=${SITE}`)
      .set('Authorization', `Bearer ${await tokenOf('county-dispatcher')}`)
      .set('Accept', 'application/x-ndjson')
      .set('Accept-Encoding', 'gzip')
      .buffer(true)
      .parse((response, done) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('end', () => done(null, text))
      })
    expect({ status: reply.status, encoding: reply.headers['content-encoding'] }).toEqual({ status: 200 })
    expect(reply.headers['content-type']).toMatch('application/x-ndjson')
    const lines = (reply.body as string)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.length).toBeGreaterThan(1)
    const last = lines.pop() as { data: Verification }
    expect(last.data).toMatchObject({ ok: true, sum: 0 })
    for (const line of lines) expect(line).toEqual({ checked: expect.any(Number), of: last.data.entries })
    expect(lines.at(-1)).toEqual({ checked: last.data.entries, of: last.data.entries })
  })

  test('has the head that is public, which changes with every entry', async () => {
    const head = async () =>
      dataOf<{ head: string; accounts: number }>(await nobody().get(`/api/scoring/ledger/head?site=${SITE}`))
    const before = await head()
    expect(await verified(SITE)).toMatchObject({ head: before.head, accounts: before.accounts })
    await grant(card(), 1)
    expect((await head()).head).not.toBe(before.head)
    expect(refusalOf(await nobody().get('/api/scoring/ledger/head?site=640499'))).toBe('404 site_unknown')
    expect((await nobody().get('/api/scoring/ledger/head?place=1')).status).toBe(400)
  })

  test.each`
    who                    | site              | outcome
    ${'county-dispatcher'} | ${null}           | ${'200'}
    ${'town-officer'}      | ${null}           | ${'200'}
    ${'town-officer'}      | ${'640402100207'} | ${'200'}
    ${'town-officer'}      | ${'640402107'}    | ${'403 site_not_yours'}
    ${'points-supervisor'} | ${null}           | ${'200'}
    ${'points-supervisor'} | ${'640402100'}    | ${'403 site_not_yours'}
    ${'points-supervisor'} | ${'nowhere'}      | ${'404 site_unknown'}
    ${'resident'}          | ${null}           | ${'200'}
    ${'village-admin'}     | ${null}           | ${'403 role_not_allowed'}
    ${'points-reviewer'}   | ${null}           | ${'403 role_not_allowed'}
    ${'leader'}            | ${null}           | ${'403 role_not_allowed'}
  `(
    'by $who of $site: $outcome',
    async ({ who, site, outcome }: { who: string; site: string | null; outcome: string }) => {
      const reply = await (await as(who)).get(`/api/scoring/ledger/verify${site === null ? '' : `?site=${site}`}`)
      expect(refusalOf(reply)).toBe(outcome)
    },
  )

  test('by a resident is of the own cards alone', async () => {
    const holder = card()
    await grant(holder, 5)
    const resident = await makeAccount('resident', SITE, holder.holder.household)
    const reply = dataOf<Verification>(await resident.get('/api/scoring/ledger/verify'))
    expect(reply).toMatchObject({ ok: true, accounts: 1, transfers: 1, entries: 1, sum: 0 })
    const stranger = await makeAccount('resident', SITE, `${SITE}-T999`)
    expect(dataOf<Verification>(await stranger.get('/api/scoring/ledger/verify'))).toMatchObject({
      ok: true,
      accounts: 0,
    })
  })
})

describe('a transfer', () => {
  const transfersOf = async (caller: Caller, number: string) =>
    dataOf<Transfer[]>(await caller.get(`/api/scoring/transfers?filters[card][$eq]=${number}&sort=at:asc`))

  const reversing = (caller: Caller, { documentId }: Transfer, reason = '记错了人') =>
    caller.post(`/api/scoring/transfers/${documentId}/reverse`, { data: { reason } })

  const only = ([first]: Transfer[]): Transfer => {
    if (first === undefined) throw new Error('there is no transfer')
    return first
  }

  test('is listed for those who see the ledger, sides by name', async () => {
    const holder = card()
    await give(village, holder, 7)
    const [transfer] = await transfersOf(village.supervisor, holder.number)
    expect(transfer).toMatchObject({
      kind: 'post',
      points: 7,
      card: holder.number,
      debit: { kind: 'issuance', owner: SITE, name: '东埫村' },
      credit: { kind: 'card', owner: holder.number, name: holder.holder.name },
      reversedBy: null,
      allowed: ['reverse'],
    })
    const officer = await makeAccount('town-officer', TOWN)
    expect((await transfersOf(officer, holder.number))[0]).toMatchObject({ allowed: [] })
    expect(await transfersOf(await as('town-officer'), holder.number)).toEqual([])
    expect((await village.admin.get('/api/scoring/transfers')).status).toBe(403)
    expect((await village.supervisor.get('/api/scoring/transfers?filters[debit]=x')).status).toBe(400)
  })

  test('is reversed once, by the supervisor, and its record is voided', async () => {
    const holder = card()
    await give(village, holder, 100)
    const transfer = only(await transfersOf(village.supervisor, holder.number))
    expect(refusalOf(await reversing(await makeAccount('town-officer', TOWN), transfer))).toBe('403 role_not_allowed')
    expect(refusalOf(await reversing(await as('points-supervisor'), transfer))).toBe('404 not_found')
    const kin = await makeAccount('points-supervisor', SITE, holder.holder.household)
    expect(refusalOf(await reversing(kin, transfer))).toBe('403 same_household')
    const replies = await times(5, () => reversing(village.supervisor, transfer))
    expect(replies.map(refusalOf).sort()).toEqual(['200', ...Array<string>(4).fill('409 already_reversed')])
    const won = replies.find(({ status }) => status === 200)
    if (won === undefined) throw new Error('nobody reversed it')
    const reversal = dataOf<Transfer>(won)
    expect(reversal).toMatchObject({ kind: 'reverse', reverses: transfer.documentId, points: 100, reason: '记错了人' })
    expect((await accountOf(holder.number)).balance).toBe(0)
    const record = dataOf<ScoreRecord>(await village.admin.get(`/api/scoring/records/${transfer.record}`))
    expect(record.state).toBe('voided')
    const [original] = await transfersOf(village.supervisor, holder.number)
    expect(original).toMatchObject({ reversedBy: reversal.documentId, allowed: [] })
    expect(refusalOf(await reversing(village.supervisor, reversal))).toBe('409 not_reversible')
    expect(await verified(SITE)).toMatchObject({ ok: true })
  })

  test('is not reversed when the points are spent, nor when it is a redemption', async () => {
    const holder = card()
    await give(village, holder, 100)
    const soap = await goodsOf(village, 60, 5)
    expect((await redeem(village, holder, [[soap, 1]], randomUUID())).status).toBe(201)
    const [posted, redeemed] = await transfersOf(village.supervisor, holder.number)
    if (posted === undefined || redeemed === undefined) throw new Error('two transfers')
    expect(refusalOf(await reversing(village.supervisor, posted))).toBe('409 insufficient_points')
    expect(refusalOf(await reversing(village.supervisor, redeemed))).toBe('409 use_void')
    const record = dataOf<ScoreRecord>(await village.admin.get(`/api/scoring/records/${posted.record}`))
    expect(record.state).toBe('posted')
  })

  test('of a card that was replaced since comes from its successor', async () => {
    const holder = card()
    await give(village, holder, 100)
    const transfer = only(await transfersOf(village.supervisor, holder.number))
    const successor = dataOf<Card>(
      await village.admin.post(`/api/scoring/cards/${holder.number}/replace`, { data: { reason: '卡丢了' } }),
    )
    expect(successor.balance).toBe(100)
    expect(refusalOf(await reversing(village.supervisor, transfer))).toBe('200')
    expect((await accountOf(successor.number)).balance).toBe(0)
    expect(await verified(SITE)).toMatchObject({ ok: true })
  })
})

describe('the end of the year', () => {
  // Long ago, when no other site of this district had rules that could let anything lapse.
  const BEFORE = Date.UTC(2020, 5, 1)
  const AFTER = Date.UTC(2021, 0, 15)
  const [LAPSING, KEEPING] = ['640402205203', '640402205204'] as const

  test('lapses what was held and not spent since, once, at sites that carry nothing over', async () => {
    const [lapsing, keeping] = [await openCounter(LAPSING, 3, { carryOver: false }), await openCounter(KEEPING, 1)]
    // As if the rules had stood before the year ended.
    await tamper(['scoring_rule_sets_final'], (knex) =>
      knex('scoring_rule_sets')
        .whereIn('site_code', [LAPSING, KEEPING])
        .update({ changed_at: moment(BEFORE) }),
    )
    const [saver, spender, newcomer] = lapsing.cards as [Card, Card, Card]
    const [keeper] = keeping.cards as [Card]
    for (const one of [saver, spender, keeper]) await grant(one, 20, BEFORE)
    await moved(spendingOf(spender, `redeem:${spender.number}`, { points: 15 }), AFTER - 1000)
    for (const one of [saver, newcomer]) await grant(one, 7, AFTER - 1000)
    const yearEnd = () => service(app(), 'scoring', 'yearEnd').run(AFTER)
    const runs = await Promise.all([yearEnd(), yearEnd()])
    expect(runs.reduce((sum, { points }) => sum + points, 0)).toBeGreaterThanOrEqual(25)
    const balances = async () =>
      Promise.all([saver, spender, newcomer, keeper].map(async ({ number }) => (await accountOf(number)).balance))
    expect(await balances()).toEqual([7, 0, 7, 20])
    expect(await yearEnd()).toEqual({ cards: 0, points: 0 })
    expect(await balances()).toEqual([7, 0, 7, 20])
    expect(await verified(LAPSING)).toMatchObject({ ok: true, sum: 0 })
  })
})
