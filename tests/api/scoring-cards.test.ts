import type { Card, PublicStatement, RuleSet, StatementEntry } from '@practice/scoring/contracts'
import { app, as, asSystem, nobody, type Caller } from '../support/api'
import { dataOf, db, detailsOf, refusalOf, uploadPhoto } from './dispatch-support'
import { accountOf, grant, verified } from './scoring-ledger-support'
import {
  give,
  goodsOf,
  makeAccount,
  openCounter,
  redeem,
  times,
  writeRules,
  type Counter,
} from './scoring-shop-support'

const SITE = '640402204200'
const OTHER = '640402204202'
const TOWN = '640402204'

let village: Counter

beforeAll(async () => {
  village = await openCounter(SITE, 16)
})

const card = (): Card => {
  const next = village.cards.pop()
  if (next === undefined) throw new Error('the village has no card left for this test')
  return next
}

const act = (caller: Caller, { number }: Pick<Card, 'number'>, verb: string, data: object = { reason: '因故处理' }) =>
  caller.post(`/api/scoring/cards/${number}/${verb}`, { data })

const seen = async (caller: Caller, { number }: Pick<Card, 'number'>) =>
  dataOf<Card>(await caller.get(`/api/scoring/cards/${number}`))

async function addHousehold(siteCode: string, suffix: string, name: string, members: string[] = []): Promise<string> {
  const code = `${siteCode}-${suffix}`
  const people = [name, ...members].map((person) => ({ name: person, relation: '户主', birthYear: 1970 }))
  await asSystem(() =>
    app()
      .db.query('api::household.household')
      .create({ data: { code, siteCode, name, members: people } }),
  )
  return code
}

describe('cards are opened', () => {
  test('one by one, numbered by their site, with the initials of the name', async () => {
    const names = { 单雄信: 'sxx', 欧阳建国: 'oyjg', 马建国: 'mjg', 曾小芳: 'zxf' }
    for (const [at, [name, initials]] of Object.entries(names).entries()) {
      const household = await addHousehold(SITE, `K${at}`, name)
      const opened = dataOf<Card[]>(await village.admin.post('/api/scoring/cards', { data: { household } }))
      expect(opened).toMatchObject([
        {
          holder: { kind: 'household', name, household, member: null },
          site: { code: SITE },
          ...{ balance: 0, onNotice: 0, held: 0, earnedThisYear: 0, state: 'active', initials, replacedBy: null },
          allowed: ['replace', 'close', 'pin'],
        },
      ])
      expect(opened[0]?.number).toMatch(new RegExp(`^${SITE}-\\d{4}$`))
      expect(opened[0]?.token).toMatch(/^[0-9a-f]{32}$/)
      const again = await village.admin.post('/api/scoring/cards', { data: { household } })
      expect(refusalOf(again)).toBe('409 card_exists')
    }
  })

  test('once for a household, ten at once', async () => {
    const household = await addHousehold(SITE, 'R1', '马争先')
    const replies = await times(10, () => village.admin.post('/api/scoring/cards', { data: { household } }))
    expect(replies.map(refusalOf).sort()).toEqual(['201', ...Array<string>(9).fill('409 card_exists')])
  })

  test('for everybody of a site who lacks one', async () => {
    await addHousehold(SITE, 'A1', '马一')
    await addHousehold(SITE, 'A2', '马二')
    const opened = dataOf<Card[]>(await village.admin.post('/api/scoring/cards', { data: { site: SITE } }))
    expect(opened.map(({ holder }) => holder.name)).toEqual(['马一', '马二'])
    const again = await village.admin.post('/api/scoring/cards', { data: { site: SITE } })
    expect({ status: again.status, cards: dataOf<Card[]>(again) }).toEqual({ status: 201, cards: [] })
  })

  test('one for each person where the rules say person', async () => {
    const admin = await makeAccount('village-admin', OTHER)
    await writeRules(OTHER)
    await asPerson(OTHER)
    const household = await addHousehold(OTHER, 'P1', '白大山', ['白小山', '李秀英'])
    const post = (data: object) => admin.post('/api/scoring/cards', { data })
    expect(refusalOf(await post({ household }))).toBe('422 member_missing')
    expect(refusalOf(await post({ household, member: '王五' }))).toBe('422 member_unknown')
    const [one] = dataOf<Card[]>(await post({ household, member: '李秀英' }))
    expect(one).toMatchObject({ holder: { kind: 'person', name: '李秀英', member: '李秀英' }, initials: 'lxy' })
    expect(dataOf<Card[]>(await post({ site: OTHER })).map(({ holder }) => holder.name)).toEqual(['白大山', '白小山'])
  })

  async function asPerson(site: string) {
    const dispatcher = await as('county-dispatcher')
    const set = dataOf<RuleSet>(await dispatcher.get(`/api/scoring/rule-sets?site=${site}`))
    const { holder: _, noticeDays, carryOver, rate, minimumRedemption, outstandingBudget, deductions, rules } = set
    const settings = { noticeDays, carryOver, rate, minimumRedemption, outstandingBudget, deductions }
    const data = { version: set.ownVersion, holder: 'person', ...settings, rules }
    dataOf<RuleSet>(await dispatcher.put(`/api/scoring/rule-sets/${site}`, { data }))
  }

  test.each`
    who                    | body                             | outcome
    ${'points-supervisor'} | ${{ household: `${SITE}-T001` }} | ${'403 role_not_allowed'}
    ${'town-officer'}      | ${{ site: SITE }}                | ${'403 role_not_allowed'}
    ${'village-admin'}     | ${{ household: `${SITE}-T001` }} | ${'404 household_unknown'}
    ${'village-admin'}     | ${{ site: TOWN }}                | ${'403 site_not_yours'}
    ${'village-admin'}     | ${{ site: '640499' }}            | ${'422 site_unknown'}
    ${'village-admin'}     | ${{ household: 'nobody' }}       | ${'404 household_unknown'}
    ${'village-admin'}     | ${{ household: 'x', card: 'y' }} | ${'400 invalid'}
    ${'village-admin'}     | ${{}}                            | ${'400 invalid'}
  `('by $who for $body: $outcome', async ({ who, body, outcome }: { who: string; body: object; outcome: string }) => {
    expect(refusalOf(await (await as(who)).post('/api/scoring/cards', { data: body }))).toBe(outcome)
  })
})

describe('cards are found', () => {
  const numbers = async (caller: Caller, query: string) =>
    dataOf<Card[]>(await caller.get(`/api/scoring/cards?${query}`)).map(({ number }) => number)

  test('by number, name, initials, state and balance, with what is on its way', async () => {
    const [rich, poor] = [card(), card()]
    await grant(rich, 4711)
    await grant(poor, 3)
    const { supervisor } = village
    expect(await numbers(supervisor, `filters[number][$eq]=${rich.number}`)).toEqual([rich.number])
    expect(await numbers(supervisor, 'filters[balance][$gte]=4711')).toEqual([rich.number])
    const sorted = await numbers(supervisor, 'sort=balance:desc&pagination[pageSize]=2')
    expect(sorted[0]).toBe(rich.number)
    expect(await numbers(supervisor, `filters[initials][$startsWith]=${rich.initials}`)).toContain(rich.number)
    expect(await numbers(supervisor, `filters[holder][$contains]=${encodeURIComponent(rich.holder.name)}`)).toContain(
      rich.number,
    )
    expect(await numbers(supervisor, 'filters[state][$eq]=closed&filters[balance][$gt]=0')).toEqual([])
    const reply = await supervisor.get('/api/scoring/cards?pagination[pageSize]=3')
    expect(dataOf<Card[]>(reply)).toHaveLength(3)
    expect((reply.body as { meta: object }).meta).toMatchObject({
      pagination: { page: 1, pageSize: 3, total: expect.any(Number), pageCount: expect.any(Number) },
    })
    expect((await supervisor.get('/api/scoring/cards?filters[pinHash]=x')).status).toBe(400)
    expect((await supervisor.get('/api/scoring/cards?sort=token')).status).toBe(400)
  })

  test('with points on notice, and those earned this year', async () => {
    const holder = card()
    await give(village, holder, 100)
    const occurredAt = new Date(Date.now() - 1000).toISOString()
    const record = dataOf<{ documentId: string }>(
      await village.admin.post('/api/scoring/records', {
        data: { card: holder.number, rule: 'P-1', quantity: 7, occurredAt },
      }),
    )
    expect(await seen(village.admin, holder)).toMatchObject({ balance: 100, onNotice: 0, earnedThisYear: 100 })
    dataOf(await village.reviewer.post(`/api/scoring/records/${record.documentId}/approve`, { data: {} }))
    expect(await seen(village.admin, holder)).toMatchObject({ balance: 100, onNotice: 7, held: 0 })
  })

  test('by their code, within the own site', async () => {
    const holder = card()
    const scan = (caller: Caller) => caller.get(`/api/scoring/cards/scan/${holder.token ?? ''}`)
    expect(dataOf<Card>(await scan(village.admin)).number).toBe(holder.number)
    expect(dataOf<Card>(await scan(village.reviewer))).toMatchObject({
      number: holder.number,
      token: null,
      allowed: [],
    })
    expect(refusalOf(await scan(await as('village-admin')))).toBe('404 not_found')
    expect(refusalOf(await village.admin.get('/api/scoring/cards/scan/0000'))).toBe('404 not_found')
    expect((await scan(nobody())).status).toBe(401)
  })

  test.each`
    who                    | list     | one
    ${'county-dispatcher'} | ${'all'} | ${'200'}
    ${'village-admin'}     | ${'own'} | ${'404 not_found'}
    ${'points-supervisor'} | ${'own'} | ${'404 not_found'}
    ${'points-reviewer'}   | ${'own'} | ${'404 not_found'}
    ${'town-officer'}      | ${'own'} | ${'404 not_found'}
    ${'resident'}          | ${'own'} | ${'404 not_found'}
    ${'county-editor'}     | ${'403'} | ${'403 role_not_allowed'}
    ${'leader'}            | ${'403'} | ${'403 role_not_allowed'}
    ${'team-leader'}       | ${'403'} | ${'403 role_not_allowed'}
  `('$who sees $list, and of this village $one', async ({ who, list, one }: Record<string, string>) => {
    const caller = await as(who ?? '')
    const reply = await caller.get(`/api/scoring/cards?filters[site][$eq]=${SITE}`)
    if (list === '403') expect(reply.status).toBe(403)
    else expect(dataOf<Card[]>(reply).length > 0).toBe(list === 'all')
    const [any] = village.cards
    expect(refusalOf(await caller.get(`/api/scoring/cards/${any?.number ?? ''}`))).toBe(one)
  })

  test('by a resident: the own household’s, without its code', async () => {
    const holder = card()
    const resident = await makeAccount('resident', SITE, holder.holder.household)
    const cards = dataOf<Card[]>(await resident.get('/api/scoring/cards'))
    expect(cards).toMatchObject([{ number: holder.number, token: null, allowed: [] }])
    expect(refusalOf(await resident.get(`/api/scoring/cards/${card().number}`))).toBe('404 not_found')
  })
})

describe('a card', () => {
  test('is frozen and unfrozen by the supervisor of another household', async () => {
    const holder = card()
    const kin = await makeAccount('points-supervisor', SITE, holder.holder.household)
    expect(refusalOf(await act(village.admin, holder, 'freeze'))).toBe('403 role_not_allowed')
    expect(refusalOf(await act(kin, holder, 'freeze'))).toBe('403 same_household')
    expect(refusalOf(await act(await as('points-supervisor'), holder, 'freeze'))).toBe('404 not_found')
    const frozen = dataOf<Card>(await act(village.supervisor, holder, 'freeze'))
    expect(frozen).toMatchObject({ state: 'frozen', allowed: ['unfreeze'] })
    const again = await act(village.supervisor, holder, 'freeze')
    expect(refusalOf(again)).toBe('409 wrong_state')
    expect(detailsOf(again)['card']).toMatchObject({ number: holder.number, state: 'frozen' })
    expect(refusalOf(await act(village.admin, holder, 'replace'))).toBe('409 wrong_state')
    expect(dataOf<Card>(await act(village.supervisor, holder, 'unfreeze')).state).toBe('active')
    expect(refusalOf(await act(village.supervisor, holder, 'unfreeze', {}))).toBe('400 invalid')
    expect(refusalOf(await act(village.supervisor, holder, 'melt'))).toBe('404 not_found')
  })

  test('that is lost is replaced once, by one with its points, and what is on its way follows', async () => {
    const holder = card()
    await grant(holder, 30)
    const occurredAt = new Date(Date.now() - 1000).toISOString()
    const record = dataOf<{ documentId: string }>(
      await village.admin.post('/api/scoring/records', { data: { card: holder.number, rule: 'P-1', occurredAt } }),
    )
    dataOf(await village.reviewer.post(`/api/scoring/records/${record.documentId}/approve`, { data: {} }))
    const replies = await times(5, () => act(village.admin, holder, 'replace', { reason: '丢失' }))
    expect(replies.map(refusalOf).sort()).toEqual(['200', ...Array<string>(4).fill('409 wrong_state')])
    const won = replies.find(({ status }) => status === 200)
    if (won === undefined) throw new Error('nobody replaced it')
    const successor = dataOf<Card>(won)
    expect(successor).toMatchObject({ state: 'active', balance: 30, onNotice: 1, holder: holder.holder })
    expect(successor.token).not.toBe(holder.token)
    expect(await seen(village.admin, holder)).toMatchObject({
      ...{ state: 'closed', balance: 0, onNotice: 0, replacedBy: successor.number, allowed: [] },
    })
    expect(await verified(SITE)).toMatchObject({ ok: true, sum: 0 })
  })

  test('is closed when it is empty; its holder may get another', async () => {
    const holder = card()
    await grant(holder, 2)
    const refused = await act(village.admin, holder, 'close')
    expect(refusalOf(refused)).toBe('409 balance_left')
    expect(detailsOf(refused)).toMatchObject({ balance: 2 })
    const empty = card()
    expect(dataOf<Card>(await act(village.admin, empty, 'close'))).toMatchObject({ state: 'closed', replacedBy: null })
    const { household } = empty.holder
    const [another] = dataOf<Card[]>(await village.admin.post('/api/scoring/cards', { data: { household } }))
    expect(another?.number).not.toBe(empty.number)
  })

  test('that is closed and gets points at once either has none or is not closed', async () => {
    const rounds = await times(5, async () => {
      const household = await addHousehold(SITE, `C${Math.random().toString(36).slice(2, 8)}`, '马同时')
      return dataOf<Card[]>(await village.admin.post('/api/scoring/cards', { data: { household } }))[0]
    })
    for (const one of rounds) {
      if (one === undefined) throw new Error('no card')
      const [closed, granted] = await Promise.all([
        act(village.admin, one, 'close'),
        grant(one, 1).then(
          () => 'granted',
          (error: unknown) => (error as Error).message,
        ),
      ])
      const { state, balance } = await seen(village.admin, one)
      expect([
        { closed: '200', granted: 'card_closed', state: 'closed', balance: 0 },
        { closed: '409 balance_left', granted: 'granted', state: 'active', balance: 1 },
      ]).toContainEqual({ closed: refusalOf(closed), granted, state, balance })
    }
  })
})

describe('a statement', () => {
  test('tells of each line where it came from, the latest first, chained', async () => {
    const holder = card()
    const photo = await uploadPhoto('village-admin')
    await give(village, holder, 103)
    const soap = await goodsOf(village, 40, 5)
    expect((await redeem(village, holder, [[soap, 2]])).status).toBe(201)
    const reply = await village.supervisor.get(`/api/scoring/cards/${holder.number}/statement`)
    const entries = dataOf<StatementEntry[]>(reply)
    expect(photo).not.toBe('')
    expect(entries).toMatchObject([
      { sequence: 3, kind: 'redeem', change: -80, balance: 23, rule: null, goods: [{ name: soap.name, quantity: 2 }] },
      { sequence: 2, kind: 'post', change: 3, balance: 103, rule: { code: 'P-1' }, quantity: 3, theme: 'service' },
      { sequence: 1, kind: 'post', change: 100, balance: 100, rule: { code: 'P-100' }, evidence: [], goods: [] },
    ])
    expect(entries[2]?.who.username).toMatch(/^village-admin/)
    expect(entries[1]?.previous).toBe(entries[2]?.hash)
    const account = await accountOf(holder.number)
    const { meta } = reply.body as { meta: object }
    expect(meta).toMatchObject({
      pagination: { page: 1, pageSize: 25, pageCount: 1, total: 3 },
      card: { number: holder.number, balance: 23 },
      accountId: account.document_id,
      head: entries[0]?.hash,
    })
    const page = await village.admin.get(
      `/api/scoring/cards/${holder.number}/statement?pagination[page]=2&pagination[pageSize]=2`,
    )
    expect(dataOf<StatementEntry[]>(page).map(({ sequence }) => sequence)).toEqual([1])
    expect((await village.admin.get(`/api/scoring/cards/${holder.number}/statement?sort=at`)).status).toBe(400)
  })

  test('is seen by the own household, and by nobody else’s', async () => {
    const holder = card()
    await grant(holder, 5)
    const path = `/api/scoring/cards/${holder.number}/statement`
    const resident = await makeAccount('resident', SITE, holder.holder.household)
    expect(dataOf<StatementEntry[]>(await resident.get(path))).toHaveLength(1)
    expect(refusalOf(await (await makeAccount('resident', SITE, `${SITE}-T998`)).get(path))).toBe('404 not_found')
    expect((await nobody().get(path)).status).toBe(401)
  })

  test('is opened by number and PIN without an account, the holder masked', async () => {
    const holder = card()
    await give(village, holder, 100)
    const open = (pin: string, { number } = holder) =>
      nobody().post(`/api/scoring/cards/${number}/statement`, { data: { pin } })
    expect(refusalOf(await open('000000'))).toBe('403 pin_wrong')
    expect(refusalOf(await act(village.supervisor, holder, 'pin', {}))).toBe('403 role_not_allowed')
    const { pin } = dataOf<{ card: Card; pin: string }>(await act(village.admin, holder, 'pin', {}))
    expect(pin).toMatch(/^\d{6}$/)
    const row = (await db()('scoring_cards').where({ number: holder.number }).first('pin_hash')) as { pin_hash: string }
    expect(row.pin_hash).not.toContain(pin)
    const statement = dataOf<PublicStatement>(await open(pin))
    expect(statement).toMatchObject({ number: holder.number, balance: 100, state: 'active' })
    expect(statement.holder).toMatch(/^马\*/)
    expect(statement.entries).toEqual([
      {
        ...{ at: expect.any(String), kind: 'post', change: 100, balance: 100, hash: expect.any(String) },
        words: '记100分',
      },
    ])
    expect(refusalOf(await open('12'))).toBe('400 invalid')
    // Another PIN makes the old one worthless.
    const { pin: next } = dataOf<{ pin: string }>(await act(village.admin, holder, 'pin', {}))
    if (next !== pin) expect(refusalOf(await open(pin))).toBe('403 pin_wrong')
    expect((await open(next)).status).toBe(200)
  })

  test('is locked by five wrong PINs, the right one included; unknown numbers answer alike', async () => {
    const holder = card()
    const { pin } = dataOf<{ pin: string }>(await act(village.admin, holder, 'pin', {}))
    const wrong = pin === '111111' ? '222222' : '111111'
    const open = (guess: string, number = holder.number) =>
      nobody().post(`/api/scoring/cards/${number}/statement`, { data: { pin: guess } })
    const replies = await times(8, () => open(wrong))
    expect(replies.map(refusalOf).sort()).toEqual([
      ...Array<string>(5).fill('403 pin_wrong'),
      ...Array<string>(3).fill('429 pin_locked'),
    ])
    const locked = await open(pin)
    expect(refusalOf(locked)).toBe('429 pin_locked')
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0)
    expect(refusalOf(await open(wrong, `${SITE}-9999`))).toBe('403 pin_wrong')
  })
})
