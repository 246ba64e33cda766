import type { Order } from '@practice/dispatch/contracts'
import supertest from 'supertest'
import { app, as, login, type Caller } from '../support/api'
import {
  act,
  db,
  DEMO_TEAM,
  detailsOf,
  done,
  makeTeam,
  ON_BEHALF,
  placed,
  refusalOf,
  TOWN,
  VILLAGE,
} from './dispatch-support'

const post = async (username: string, data: unknown, headers = {}) =>
  (await as(username)).post('/api/dispatch/orders', { data }, headers)

/** A body as it is, JSON or not. */
const postText = async (username: string, text: string) =>
  supertest(app().server.httpServer)
    .post('/api/dispatch/orders')
    .set({ Authorization: `Bearer ${await login(username)}`, 'Content-Type': 'application/json' })
    .send(text)

const counted = async () => Number((await db()('dispatch_orders').count({ n: '*' }).first())?.n)

describe('placing', () => {
  const { onBehalf, ...own } = ON_BEHALF
  const requester = ON_BEHALF.requester

  test.each`
    who                | changes                                                                               | refusal
    ${'leader'}        | ${{}}                                                                                 | ${'403 role_not_allowed'}
    ${'team-leader'}   | ${{}}                                                                                 | ${'403 role_not_allowed'}
    ${'county-editor'} | ${{}}                                                                                 | ${'403 role_not_allowed'}
    ${'village-admin'} | ${{ site: '640402999999' }}                                                           | ${'422 site_unknown'}
    ${'village-admin'} | ${{ site: 'x' }}                                                                      | ${'422 site_unknown'}
    ${'village-admin'} | ${{ site: '640402107200' }}                                                           | ${'403 site_not_yours'}
    ${'village-admin'} | ${{ site: TOWN }}                                                                     | ${'403 site_not_yours'}
    ${'town-officer'}  | ${{ site: '640402107200' }}                                                           | ${'403 site_not_yours'}
    ${'village-admin'} | ${{ onBehalf: undefined }}                                                            | ${'422 on_behalf_missing'}
    ${'village-admin'} | ${{ serviceItem: 'C99-99' }}                                                          | ${'422 not_offered'}
    ${'village-admin'} | ${{ form: { 不认识: 1 } }}                                                            | ${'422 form_invalid'}
    ${'village-admin'} | ${{ requester: { ...requester, household: '640402107200-H001' } }}                    | ${'422 household_unknown'}
    ${'village-admin'} | ${{ requester: { ...requester, household: 'nobody' } }}                               | ${'422 household_unknown'}
    ${'resident'}      | ${{}}                                                                                 | ${'422 on_behalf_unexpected'}
    ${'resident'}      | ${{ onBehalf: undefined, requester: { ...requester, household: `${VILLAGE}-H002` } }} | ${'403 household_not_yours'}
    ${'resident'}      | ${{ onBehalf: undefined, site: TOWN }}                                                | ${'403 site_not_yours'}
  `(
    '$who with $changes: $refusal',
    async ({ who, changes, refusal }: { who: string; changes: object; refusal: string }) => {
      const before = await counted()
      expect(refusalOf(await post(who, { ...own, onBehalf, ...changes }))).toBe(refusal)
      expect(await counted()).toBe(before)
    },
  )

  test.each`
    what                    | data                                                       | path
    ${'an unknown key'}     | ${{ ...ON_BEHALF, colour: 'red' }}                         | ${['colour']}
    ${'a wrong type'}       | ${{ ...ON_BEHALF, note: 5 }}                               | ${['note']}
    ${'an array for text'}  | ${{ ...ON_BEHALF, site: [VILLAGE] }}                       | ${['site']}
    ${'a missing field'}    | ${{ ...ON_BEHALF, channel: undefined }}                    | ${['channel']}
    ${'an unknown channel'} | ${{ ...ON_BEHALF, channel: 'pigeon' }}                     | ${['channel']}
    ${'no telephone'}       | ${{ ...ON_BEHALF, requester: { name: 'x', phone: '12' } }} | ${['requester', 'phone']}
    ${'NUL in a text'}      | ${{ ...ON_BEHALF, note: 'a\0b' }}                          | ${[]}
    ${'NUL in a key'}       | ${{ ...ON_BEHALF, form: { 'a\0': 1 } }}                    | ${[]}
    ${'no object'}          | ${[]}                                                      | ${[]}
    ${'nothing'}            | ${null}                                                    | ${[]}
  `('$what is a 400 that names it', async ({ data, path }: { data: unknown; path: string[] }) => {
    const reply = await post('village-admin', data)
    expect(refusalOf(reply)).toBe('400 invalid')
    expect(detailsOf(reply)['errors']).toEqual(expect.arrayContaining([expect.objectContaining({ path })]))
  })

  test('what is no JSON, what lacks `data` and what is too large come in the same form', async () => {
    expect(refusalOf(await postText('village-admin', '{"data": '))).toMatch(/^400/)
    expect(refusalOf(await postText('village-admin', JSON.stringify(ON_BEHALF)))).toBe('400 invalid')
    expect(refusalOf(await postText('village-admin', '"text"'))).toMatch(/^400/)
    const large = JSON.stringify({ data: { ...ON_BEHALF, note: 'x'.repeat(2_000_000) } })
    expect(refusalOf(await postText('village-admin', large))).toMatch(/^413/)
  })

  test('`__proto__` in a form is a key like any other, and no field of this one', async () => {
    const text = JSON.stringify({ data: ON_BEHALF }).replace('"channel"', '"form":{"__proto__":{"x":1}},"channel"')
    const reply = await postText('village-admin', text)
    expect(reply.status).toBeLessThan(500)
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  test.each(['short', 'x'.repeat(129), 'mit Leerzeichen'])('the key %s is a 400', async (key) => {
    expect(refusalOf(await post('village-admin', ON_BEHALF, { 'Idempotency-Key': key }))).toBe('400 invalid')
  })
})

describe('verbs', () => {
  let order: Order
  let dispatcher: Caller

  beforeAll(async () => {
    dispatcher = await as('county-dispatcher')
    order = await placed()
  })

  test('what is not there and what is not yours are both a 404', async () => {
    const foreign = await as('village-admin-2')
    for (const documentId of [order.documentId, 'zzzzzzzzzzzzzzzzzzzzzzzz', '%00', '..', "'", '1e9']) {
      const path = `/api/dispatch/orders/${documentId}`
      expect((await foreign.get(path)).status).toBe(404)
      expect((await foreign.get(`${path}/suggestions`)).status).toBe(404)
      expect((await foreign.post(`${path}/cancel`, { data: { version: 1, reason: '不是我的' } })).status).toBe(404)
    }
  })

  test.each`
    who                    | verb          | input                                    | refusal
    ${'leader'}            | ${'dispatch'} | ${{ team: DEMO_TEAM }}                   | ${'403 role_not_allowed'}
    ${'points-supervisor'} | ${'cancel'}   | ${{ reason: '改主意' }}                  | ${'403 role_not_allowed'}
    ${'county-editor'}     | ${'archive'}  | ${{}}                                    | ${'403 role_not_allowed'}
    ${'village-admin'}     | ${'pool'}     | ${{}}                                    | ${'403 role_not_allowed'}
    ${'village-admin'}     | ${'dispatch'} | ${{ team: DEMO_TEAM }}                   | ${'403 team_not_yours'}
    ${'county-dispatcher'} | ${'dispatch'} | ${{ team: 'nobody' }}                    | ${'422 team_unknown'}
    ${'county-dispatcher'} | ${'rate'}     | ${{ stars: 5 }}                          | ${'409 wrong_state'}
    ${'county-dispatcher'} | ${'dispatch'} | ${{ team: DEMO_TEAM, version: 9 }}       | ${'409 changed_meanwhile'}
    ${'county-dispatcher'} | ${'dispatch'} | ${{ team: DEMO_TEAM, version: -1 }}      | ${'400 invalid'}
    ${'county-dispatcher'} | ${'dispatch'} | ${{ team: DEMO_TEAM, version: 2 ** 53 }} | ${'400 invalid'}
    ${'county-dispatcher'} | ${'dispatch'} | ${{ team: DEMO_TEAM, version: '1' }}     | ${'400 invalid'}
    ${'county-dispatcher'} | ${'dispatch'} | ${{}}                                    | ${'400 invalid'}
    ${'county-dispatcher'} | ${'cancel'}   | ${{}}                                    | ${'400 invalid'}
  `(
    '$verb by $who with $input: $refusal',
    async ({ who, verb, input, refusal }: { who: string; verb: 'dispatch'; input: object; refusal: string }) => {
      expect(refusalOf(await act(await as(who), order, verb, input))).toBe(refusal)
    },
  )

  test('a verb that there is not is a 404', async () => {
    const reply = await dispatcher.post(`/api/dispatch/orders/${order.documentId}/explode`, { data: { version: 1 } })
    expect(refusalOf(reply)).toBe('404 not_found')
  })

  test('whoever is late is shown the order as it stands now', async () => {
    const { code } = await makeTeam()
    const fresh = await done(dispatcher, await placed(), 'dispatch', { team: code, reason: '就近' })
    const late = await act(dispatcher, { ...fresh, version: 1 }, 'cancel', { reason: '太迟了' })
    expect(refusalOf(late)).toBe('409 changed_meanwhile')
    expect(detailsOf(late)['order']).toEqual(fresh)
  })

  test('a team that is not eligible is refused with its reasons', async () => {
    const { code } = await makeTeam({ siteCode: '640402107' })
    const reply = await act(dispatcher, order, 'dispatch', { team: code, reason: '熟人' })
    expect(refusalOf(reply)).toBe('422 team_not_eligible')
    expect(detailsOf(reply)['because']).toEqual([{ code: 'not_in_lineage', text: expect.any(String) as string }])
  })

  test('nobody sends somebody to the own household', async () => {
    const { code, leader } = await makeTeam({ householdCode: `${VILLAGE}-H005` })
    const own = await placed({ requester: { ...ON_BEHALF.requester, household: `${VILLAGE}-H005` } })
    const reply = await act(dispatcher, own, 'dispatch', { team: code, reason: '熟人' })
    expect(detailsOf(reply)['because']).toMatchObject([{ code: 'own_household' }])
    expect((await leader.get(`/api/dispatch/orders/${own.documentId}`)).status).toBe(404)
  })

  test('evidence that somebody else uploaded, or nobody, is refused and nothing is written', async () => {
    const team = await makeTeam()
    let work = await done(dispatcher, await placed(), 'dispatch', { team: team.code, reason: '就近' })
    for (const verb of ['accept', 'start'] as const) work = await done(team.leader, work, verb)
    const completion = {
      summary: '修好了',
      served: 1,
      hours: 1,
      volunteers: [],
      evidence: ['zzzzzzzzzzzzzzzzzzzzzzzz'],
    }
    expect(refusalOf(await act(team.leader, work, 'complete', completion))).toBe('422 file_unknown')
    expect(await done(team.leader, work, 'complete', { ...completion, evidence: [] })).toMatchObject({
      state: 'completed',
    })
  })
})
