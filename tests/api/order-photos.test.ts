import type { Order, OrderDetail } from '@practice/dispatch/contracts'
import { as, tokenOf, type Caller } from '../support/api'
import { DEMO_TEAM, detail, detailsOf, refusalOf, dataOf, VILLAGE } from './dispatch-support'
import { uploadFile } from './scoring-records-support'

const ITEM = 'C06-02'
const FORM = {
  type: 'object',
  additionalProperties: false,
  properties: {
    地块照片: { type: 'array', title: '地块照片', items: { type: 'string', format: 'photo' }, maxItems: 2 },
  },
}

let officer: Caller
let resident: Caller
let offering: string

beforeAll(async () => {
  officer = await as('town-officer')
  resident = await as('resident')
  const made = await officer.post('/api/service-offerings', {
    data: { site: VILLAGE, serviceItem: ITEM, enabled: true, form: FORM },
  })
  offering = dataOf<{ documentId: string }>(made).documentId
})
afterAll(async () => {
  expect((await officer.delete(`/api/service-offerings/${offering}`)).status).toBe(204)
})

const photo = async (username: string) => uploadFile(await tokenOf(username))

function place(photos: readonly string[]) {
  const requester = { name: '马建国', household: `${VILLAGE}-H001` }
  const data = { serviceItem: ITEM, site: VILLAGE, channel: 'phone', requester, form: { 地块照片: photos } }
  return resident.post('/api/dispatch/orders', { data })
}

test('a photo that answers a form belongs to the order, and is seen by whoever sees that', async () => {
  const documentId = await photo('resident')
  const order = dataOf<Order>(await place([documentId]))
  const seen = await detail(resident, order)
  expect(seen.photos.map((file) => file.documentId)).toEqual([documentId])
  const url = seen.photos[0]?.url ?? ''
  expect((await resident.get(url)).status).toBe(200)
  const dispatcher = await as('county-dispatcher')
  expect((await dispatcher.get(url)).status).toBe(200)
  const leader = await as('team-leader')
  expect((await leader.get(url)).status).toBe(404)
  const { version } = dataOf<OrderDetail>(await dispatcher.get(`/api/dispatch/orders/${order.documentId}`))
  const sent = await dispatcher.post(`/api/dispatch/orders/${order.documentId}/dispatch`, {
    data: { version, team: DEMO_TEAM, reason: '试一试' },
  })
  expect(['200', '422 team_not_eligible']).toContain(refusalOf(sent))
  dataOf(
    await resident.post(`/api/dispatch/orders/${order.documentId}/cancel`, {
      data: { version: (await detail(resident, order)).version, reason: '试完了' },
    }),
  )
})

test('somebody else’s photo, one that is bound elsewhere, or none at all is refused, and no order is placed', async () => {
  const before = await numberOfOrders()
  expect(refusalOf(await place([await photo('village-admin')]))).toBe('422 file_unknown')
  const own = await photo('resident')
  const order = dataOf<Order>(await place([own]))
  expect(refusalOf(await place([own]))).toBe('422 file_unknown')
  const refused = await place(['nothing1'])
  expect(refusalOf(refused)).toBe('422 file_unknown')
  expect(detailsOf(refused)['files']).toEqual(['nothing1'])
  expect(refusalOf(await place(['No Such File']))).toBe('422 form_invalid')
  expect(await numberOfOrders()).toBe(before + 1)
  dataOf(
    await resident.post(`/api/dispatch/orders/${order.documentId}/cancel`, {
      data: { version: order.version, reason: '试完了' },
    }),
  )
})

async function numberOfOrders(): Promise<number> {
  const reply = await resident.get('/api/dispatch/orders?pagination[pageSize]=1')
  return (reply.body as { meta: { pagination: { total: number } } }).meta.pagination.total
}
