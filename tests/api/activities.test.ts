import { as, nobody } from '../support/api'

const VILLAGE = '640402100207'
const NEXT_VILLAGE = '640402100208'

let drawn = 0

/** An activity that nobody else made. */
const activity = (different: object = {}) => ({
  data: {
    code: `ACT-${process.pid}-${Date.now()}-${++drawn}`,
    title: '移风易俗宣讲',
    theme: 'customs',
    site: VILLAGE,
    startsAt: '2026-10-01T01:00:00Z',
    endsAt: '2026-10-01T03:00:00Z',
    place: '村文化广场',
    ...different,
  },
})

describe('an activity', () => {
  test('is entered by the village it takes place in, stamped with its site, and shown to everybody', async () => {
    const village = await as('village-admin')
    const made = await village.post('/api/activities', activity())
    expect(made.status).toBe(201)
    const { documentId } = (made.body as { data: { documentId: string } }).data
    for (const who of [nobody(), await as('resident'), await as('team-leader'), village]) {
      const reply = await who.get(`/api/activities/${documentId}`)
      expect(reply.body.data).toMatchObject({ title: '移风易俗宣讲', siteCode: VILLAGE, place: '村文化广场' })
    }
  })

  test.each`
    who                | data                      | status
    ${'town-officer'}  | ${{}}                     | ${201}
    ${'county-editor'} | ${{ site: NEXT_VILLAGE }} | ${201}
    ${'village-admin'} | ${{ site: NEXT_VILLAGE }} | ${404}
    ${'resident'}      | ${{}}                     | ${403}
    ${'team-leader'}   | ${{}}                     | ${403}
    ${'village-admin'} | ${{ theme: 'nothing' }}   | ${404}
    ${'village-admin'} | ${{ endsAt: null }}       | ${400}
  `('is answered $status when $who writes $data', async ({ who, data, status }) => {
    const writer = await as(who as string)
    expect((await writer.post('/api/activities', activity(data as object))).status).toBe(status)
  })

  test.each(['2026-10-01T01:00:00Z', '2026-10-01T08:59:00+08:00'])(
    'that starts at 09:00 in China cannot end at %s',
    async (endsAt) => {
      const village = await as('village-admin')
      const made = await village.post('/api/activities', activity({ endsAt }))
      expect(made.status).toBe(400)
      expect(made.body.error.details.errors).toMatchObject([{ path: ['endsAt'] }])
    },
  )

  test('cannot be moved to end before it starts, by one end alone', async () => {
    const village = await as('village-admin')
    const made = await village.post('/api/activities', activity())
    const path = `/api/activities/${made.body.data.documentId}`
    expect((await village.put(path, { data: { startsAt: '2026-10-01T03:00:00Z' } })).status).toBe(400)
    expect((await village.put(path, { data: { startsAt: '2026-10-01T02:00:00Z' } })).status).toBe(200)
  })
})
