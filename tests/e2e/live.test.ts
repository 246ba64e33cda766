import type { Order } from '@practice/dispatch/contracts'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { person, settled } from './person'
import { VILLAGE, requestsOf } from './points-support'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const WITHIN_MS = 2_000

test('what one dispatcher dispatches leaves the queue of another within two seconds', async () => {
  const village = await requestsOf('village-admin')
  const order = await village.post<Order>('/dispatch/orders', {
    serviceItem: 'C08-03',
    site: VILLAGE,
    channel: 'desk',
    requester: { name: '马建国', phone: '19900000001' },
    onBehalf: { reason: '家里没有智能手机' },
  })
  const one = await person(browser, 'county-dispatcher')
  const other = await person(browser, 'county-dispatcher-2')
  for (const { page } of [one, other]) {
    await page.goto(`/desk/${order.documentId}?group=toDispatch&q=${order.number}`)
    await settled(page)
    await page.locator(`a.desk-row[href*="${order.documentId}"]`).waitFor()
  }
  const row = other.page.locator(`a.desk-row[href*="${order.documentId}"]`)
  await one.page.getByText('回车派给第一支').waitFor()
  const sent = one.page.waitForResponse((reply) => reply.url().endsWith('/dispatch') && reply.ok())
  await one.page.getByRole('button', { name: '派单', exact: true }).first().click()
  await sent
  await row.waitFor({ state: 'detached', timeout: WITHIN_MS })
  expect([...one.problems, ...other.problems]).toEqual([])
  await one.close()
  await other.close()
})
