import { app, as, nobody } from '../support/api'
import { act, makeTeam, ON_BEHALF, placed, refusalOf, VILLAGE } from './dispatch-support'
import { assertFailure, send, tokenFor, writerOf } from './outside-support'

/** Every column of master data under junk: refused by name or taken, and nobody else's work stops for it. */

const JUNK: readonly [string, string][] = [
  ['a list', '[]'],
  ['a list of texts', '["x"]'],
  ['an object', '{"$ne":1}'],
  ['a number', '5'],
  ['a half', '-0.5'],
  ['more than any number', '1e400'],
  ['more digits than fit', '9'.repeat(400)],
  ['true', 'true'],
  ['null', 'null'],
  ['an empty text', '""'],
  ['NUL', '"a\\u0000b"'],
  ['half a character', '"a\\ud800b"'],
  ['a long text', JSON.stringify('x'.repeat(300_000))],
]

interface Scratch {
  type: string
  documentId: string
}

/** Rows of each type that these tests may spoil. */
async function makeScratch(): Promise<Scratch[]> {
  const mark = `Z${process.pid}-${Date.now()}`
  const [dispatcher, editor, village] = [
    await as('county-dispatcher'),
    await as('county-editor'),
    await as('village-admin'),
  ]
  const rows: [string, object][] = [
    ['sites', { code: `${VILLAGE}-88`, name: '点', tier: 'point', kind: 'courtyard', parent: VILLAGE }],
    ['venues', { code: mark, name: '馆', use: 'fitness', area: 1, site: VILLAGE }],
    ['platforms', { code: mark, name: '平台' }],
    ['methods', { code: mark, name: '方式', position: 9 }],
    ['organisations', { code: mark, name: '社', site: VILLAGE }],
    ['teams', { code: mark, name: '队', tier: 'village', site: VILLAGE, skills: ['维修'], capacity: 3, active: true }],
    ['volunteers', { number: mark, name: '人', team: mark }],
    ['service-categories', { code: mark, name: '类', position: 9 }],
    [
      'service-items',
      {
        code: mark,
        name: '项',
        category: 'C08',
        theme: 'service',
        handling: 'visit',
        skill: '维修',
        urgency: 'general',
        resolveDays: 3,
        active: true,
      },
    ],
    ['service-offerings', { site: VILLAGE, serviceItem: mark, enabled: true }],
    ['pairings', { code: mark, organisation: mark, site: VILLAGE }],
    ['assignments', { code: mark, leaderUsername: 'leader', leaderName: '虎', site: VILLAGE }],
    [
      'activities',
      {
        code: mark,
        title: '活动',
        site: VILLAGE,
        startsAt: '2026-10-01T01:00:00Z',
        endsAt: '2026-10-01T03:00:00Z',
      },
    ],
    ['articles', { title: '题', body: '<p>文</p>', site: VILLAGE }],
    ['households', { code: `${VILLAGE}-H988`, name: '马', site: VILLAGE, members: [] }],
  ]
  const made: Scratch[] = []
  for (const [type, data] of rows) {
    const writer = ['articles', 'activities'].includes(type) ? editor : type === 'households' ? village : dispatcher
    const reply = await writer.post(`/api/${type}`, { data })
    if (reply.status !== 201) throw new Error(`${type} ${reply.status} ${reply.text}`)
    made.push({ type, documentId: (reply.body as { data: { documentId: string } }).data.documentId })
  }
  return made
}

const attributesOf = (type: string) => {
  const found = Object.values(app().contentTypes).find(({ info }) => info.pluralName === type)
  return Object.keys((found as unknown as { attributes: object }).attributes)
}

describe('every column of every type of master data', () => {
  let scratch: Scratch[]

  beforeAll(async () => {
    scratch = await makeScratch()
  })

  afterAll(async () => {
    for (const { type, documentId } of [...scratch].reverse()) {
      await send('DELETE', `/api/${type}/${documentId}`, await tokenFor(writerOf(`/api/${type}`)))
    }
  })

  test.each(JUNK)('takes %s or refuses it by name, and everybody goes on', async (_, junk) => {
    const [order, { leader }] = [await placed(), await makeTeam()]
    for (const { type, documentId } of scratch) {
      const token = await tokenFor(writerOf(`/api/${type}`))
      for (const column of attributesOf(type)) {
        const reply = await send('PUT', `/api/${type}/${documentId}`, token, `{"data":{"${column}":${junk}}}`)
        if (reply.status === 200) continue
        const failure = assertFailure(reply, { type, column })
        // A code is refused because it never changes, and a settled form says itself what is wrong in it.
        if (reply.status !== 400 || failure.error.details.code === 'form_invalid') continue
        // A stamped code is named by its relation, JSON that is no JSON by nothing within.
        expect({ type, column, errors: failure.error.details.errors }).toMatchObject({
          errors: expect.arrayContaining([expect.anything()]) as unknown[],
        })
      }
    }
    const dispatcher = await as('county-dispatcher')
    for (const reply of [
      await nobody().get(`/api/service-items/effective?site=${VILLAGE}`),
      await dispatcher.get(`/api/dispatch/orders/${order.documentId}/suggestions`),
      await dispatcher.post('/api/dispatch/plans', { data: { site: VILLAGE } }),
      await dispatcher.get(`/api/dispatch/summary?site=${VILLAGE}`),
      await leader.get('/api/dispatch/orders'),
    ]) {
      expect(reply.status).toBe(200)
    }
    const again = await (await as('village-admin')).post('/api/dispatch/orders', { data: ON_BEHALF })
    expect(again.status).toBe(201)
    expect((await act(dispatcher, order, 'cancel', { reason: '试完了' })).status).toBe(200)
  })
})

test('what others carry the code of is not deleted from under them', async () => {
  const dispatcher = await as('county-dispatcher')
  for (const [type, column, code] of [
    ['sites', 'code', VILLAGE],
    ['themes', 'code', 'service'],
    ['service-categories', 'code', 'C08'],
    ['service-items', 'code', 'C08-03'],
    ['organisations', 'code', 'O01'],
    ['teams', 'code', '640402100-T04'],
  ]) {
    const list = await dispatcher.get(`/api/${type}?filters[${column}][$eq]=${code}`)
    const [row] = (list.body as { data: { documentId: string }[] }).data
    const reply = await dispatcher.delete(`/api/${type}/${row?.documentId}`)
    expect({ type, refusal: refusalOf(reply) }).toEqual({ type, refusal: '422 in_use' })
  }
})
