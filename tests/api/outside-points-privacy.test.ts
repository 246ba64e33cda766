import type { Card, Goods, NoticeLine, PublicStatement } from '@practice/scoring/contracts'
import { DEMO_ACCOUNTS } from '@practice/seeds'
import { app, as, nobody, type Caller } from '../support/api'
import { dataOf, db, refusalOf, VILLAGE } from './dispatch-support'
import { ACCOUNTS, callerOf, cardNumberOf, namesOf, OTHER, POINTS, type Names } from './outside-points-support'

/** What of points is public, what a household sees of its own, and what neither ever does. */

let names: Names
let village: Caller

beforeAll(async () => {
  names = await namesOf(VILLAGE)
  village = await as('village-admin')
})

const PHONE = /(?<!\d)1\d{10}(?!\d)/
const ID_NUMBER = /\d{17}[\dX]/
const HOUSEHOLD = /\d{12}-H\d+/
/** Of the two villages that show most, beside the demo accounts. */
const USERNAMES = new RegExp(
  [...DEMO_ACCOUNTS.map(({ username }) => `"${username}"`), 'points-(?:reviewer|supervisor)-\\d'].join('|'),
)
const STAFF = DEMO_ACCOUNTS.filter(({ role }) => role !== 'resident').map(({ displayName }) => displayName)

function assertPublic(text: string, what: object): void {
  for (const pattern of [PHONE, ID_NUMBER, HOUSEHOLD, USERNAMES]) {
    expect({ ...what, found: pattern.exec(text)?.[0] ?? null }).toEqual({ ...what, found: null })
  }
  for (const name of STAFF)
    expect({ ...what, name, shown: text.includes(name) }).toEqual({ ...what, name, shown: false })
}

describe('the public notice', () => {
  const LINE = [
    ...['documentId', 'number', 'holder', 'site', 'rule', 'theme', 'kind', 'quantity', 'points', 'occurredAt'],
    ...['reason', 'until', 'held'],
  ]

  test.each(['nobody', 'resident', 'county-editor', 'leader', 'village-admin', 'points-supervisor'])(
    'shows %s masked names, rewards, and nothing of who did what',
    async (account) => {
      for (const site of [VILLAGE, OTHER]) {
        const reply = await (await callerOf(account)).get(`${POINTS}/notices?site=${site}&pagination[pageSize]=100`)
        const lines = dataOf<NoticeLine[]>(reply)
        expect(lines.length).toBeGreaterThan(0)
        for (const line of lines) {
          expect(Object.keys(line).sort()).toEqual([...LINE].sort())
          expect({ holder: line.holder, points: line.points > 0 }).toEqual({
            holder: expect.stringMatching(/^\S\*+\S?$/) as string,
            points: true,
          })
        }
        assertPublic(reply.text, { account, site })
      }
    },
  )

  test('says no holder’s name anywhere in it', async () => {
    const rows = (await db()('scoring_records')
      .where({ site_code: VILLAGE })
      .whereIn('state', ['noticed', 'held'])
      .select('holder_name', 'card_number')) as { holder_name: string; card_number: string }[]
    const { text } = await nobody().get(`${POINTS}/notices?site=${VILLAGE}&pagination[pageSize]=100`)
    for (const { holder_name, card_number } of rows) {
      expect({ holder_name, shown: text.includes(holder_name) }).toEqual({ holder_name, shown: false })
      expect({ card_number, shown: text.includes(card_number) }).toEqual({ card_number, shown: false })
    }
  })

  test('shows outsiders no deduction, though the village sees it', async () => {
    const shown = dataOf<NoticeLine[]>(await nobody().get(`${POINTS}/notices?pagination[pageSize]=100`))
    expect(shown.filter(({ kind }) => kind === 'deduction')).toEqual([])
  })
})

describe('a statement by PIN', () => {
  const open = (number: string, pin: string) => nobody().post(`${POINTS}/cards/${number}/statement`, { data: { pin } })

  /** What is answered to a row of tries, without the number that was asked for. */
  async function tries(number: string, pins: readonly string[]) {
    const answers = []
    for (const pin of pins) {
      const { status, text, headers } = await open(number, pin)
      const named = Object.keys(headers as object).filter((name) => !['date', 'content-length'].includes(name))
      answers.push({ status, text: text.replaceAll(number, '').replaceAll(/\d{2,}/g, 'n'), named })
    }
    return answers
  }

  test('is locked for the right PIN too after five wrong ones, and tells nobody which cards there are', async () => {
    const number = names.card
    const { pin } = dataOf<{ pin: string }>(await village.post(`${POINTS}/cards/${number}/pin`, { data: {} }))
    const wrong = ['000000', '000001', '000002', '000003', '000004', '000005']
      .filter((guess) => guess !== pin)
      .slice(0, 5)
    const pins = [...wrong, pin, pin]
    const known = await tries(number, pins)
    expect(known.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 429, 429])
    const without = await cardNumberOf(`${VILLAGE}-H038`)
    expect(await tries(without, pins)).toEqual(known)
    expect(await tries(`${VILLAGE}-8888`, pins)).toEqual(known)
    expect(await tries('no-card-at-all', pins)).toEqual(known)
    // Nor is the lock got around by another spelling of the address, or from another address.
    for (const spelling of [`${number}%20`, `%20${number}`, `${number}%00`, `${number}%0A`, number.toLowerCase()]) {
      expect((await open(spelling, pin)).status).not.toBe(200)
    }
    const elsewhere = { 'X-Forwarded-For': '198.51.100.7', 'X-Real-IP': '198.51.100.7' }
    const reply = await nobody().post(`${POINTS}/cards/${number}/statement`, { data: { pin } }, elsewhere)
    expect(refusalOf(reply)).toBe('429 pin_locked')
  })

  test('shows what came and went in words, and nobody', async () => {
    const number = await cardNumberOf(`${VILLAGE}-H037`)
    const { pin } = dataOf<{ pin: string }>(await village.post(`${POINTS}/cards/${number}/pin`, { data: {} }))
    const reply = await open(number, pin)
    const statement = dataOf<PublicStatement>(reply)
    const keys = ['number', 'holder', 'site', 'balance', 'onNotice', 'held', 'state', 'entries']
    expect(Object.keys(statement).sort()).toEqual(keys.sort())
    expect(statement.holder).toContain('*')
    assertPublic(reply.text, { number })
    expect(reply.text).not.toMatch(/uploads|evidence|token|pin/i)
  })
})

describe('a resident', () => {
  test('sees of the own card no token, of goods no cost, and of others nothing', async () => {
    const resident = await as('resident')
    const cards = await resident.get(`${POINTS}/cards`)
    expect(dataOf<Card[]>(cards).map(({ token, allowed }) => ({ token, allowed }))).toEqual([
      { token: null, allowed: [] },
    ])
    const goods = dataOf<Goods[]>(await resident.get(`${POINTS}/goods?pagination[pageSize]=100`))
    expect(goods.length).toBeGreaterThan(0)
    expect(goods.filter(({ costFen, active }) => costFen !== null || !active)).toEqual([])
    const own = `${VILLAGE}-H001`
    for (const list of ['cards', 'records', 'redemptions', 'objections']) {
      const reply = await resident.get(`${POINTS}/${list}?pagination[pageSize]=100`)
      expect(reply.status).toBe(200)
      const others = [...reply.text.matchAll(/\d{12}-H\d+/g)].map(([code]) => code).filter((code) => code !== own)
      expect({ list, others }).toEqual({ list, others: [] })
      expect({ list, phone: PHONE.exec(reply.text) }).toEqual({ list, phone: null })
    }
  })

  test('learns of a neighbour’s line, by objecting to it, what the notice says and no more', async () => {
    const resident = await as('resident')
    const data = { reason: '想问一问', by: '不是我' }
    const reply = await resident.post(`${POINTS}/records/${names.record}/objections`, { data })
    expect(reply.status).toBe(409)
    assertPublic(reply.text, { refusal: refusalOf(reply) })
    const { holder_name } = (await db()('scoring_records')
      .where({ document_id: names.record })
      .first('holder_name')) as {
      holder_name: string
    }
    expect(reply.text).not.toContain(holder_name)
  })

  test('no staff but those who print cards get what a card’s code says', async () => {
    for (const account of ['county-dispatcher', 'town-officer', 'points-reviewer', 'points-supervisor']) {
      const reply = await (await callerOf(account)).get(`${POINTS}/cards/${names.card}`)
      expect({ account, token: dataOf<Card>(reply).token }).toEqual({ account, token: null })
      expect(reply.text).not.toMatch(/pinHash|pin_hash|accountId/)
    }
  })
})

describe('Strapi’s own ways', () => {
  const types = () => {
    const all = Object.values(app().contentTypes) as { uid: string; info: object }[]
    return all.filter(({ uid }) => uid.startsWith('plugin::scoring.'))
  }

  test.each(ACCOUNTS)(
    'show %s no type of points',
    async (account) => {
      const caller = await callerOf(account)
      expect(types().length).toBeGreaterThan(15)
      const paths = types().flatMap((type) => {
        const { singularName, pluralName } = type.info as { singularName: string; pluralName: string }
        return [
          ...[
            `/api/${pluralName}`,
            `/api/${singularName}`,
            `/api/${type.uid}`,
            `/api/scoring/${type.uid}`,
            `/api/${pluralName}/1`,
          ],
          ...[`/content-manager/collection-types/${type.uid}`, `/content-manager/collection-types/${type.uid}/1`],
          `/content-manager/relations/${type.uid}/createdBy`,
        ]
      })
      const more = ['/api/users?populate=*', '/api/users/me?populate=*', '/api/users/1', '/graphql', '/admin/users']
      for (const path of [
        ...paths,
        ...more,
        '/content-type-builder/content-types',
        '/upload/files',
        '/api/upload/files',
      ]) {
        const { status } = await caller.get(path)
        expect({ path, shut: [401, 403, 404].includes(status) }).toEqual({ path, shut: true })
      }
      for (const { uid, info } of types()) {
        const { pluralName } = info as { pluralName: string }
        for (const path of [`/api/${pluralName}`, `/content-manager/collection-types/${uid}`]) {
          const { status } = await caller.post(path, { data: { siteCode: VILLAGE } })
          expect({ path, shut: [401, 403, 404, 405].includes(status) }).toEqual({ path, shut: true })
        }
      }
    },
    120_000,
  )

  test('lead to no points by way of master data', async () => {
    const dispatcher = await as('county-dispatcher')
    for (const path of ['households?populate=cards', 'households?populate[card][populate]=*', 'sites?populate=shops']) {
      expect({ path, refusal: refusalOf(await dispatcher.get(`/api/${path}`)) }).toEqual({
        path,
        refusal: '400 invalid',
      })
    }
    const whole = await dispatcher.get('/api/households?populate=*&pagination[pageSize]=100')
    expect(whole.status).toBe(200)
    expect(whole.text).not.toMatch(/balance|pinHash|holderKey|"token"/)
  })
})
