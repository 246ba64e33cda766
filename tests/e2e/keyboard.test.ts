import type { Order } from '@practice/dispatch/contracts'
import type { Browser } from 'playwright-core'
import { DESKTOP, openBrowser } from '../support/browser'
import { anybody, picture, settled, type Person } from './person'
import { requestsOf } from './points-support'
import { violationsInBothThemes } from './accessible'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Signs in as somebody does who has no mouse: the field of the account has the focus. */
async function signInByKeys(username: string, password = 'Practice-2026'): Promise<Person> {
  const someone = await anybody(browser, DESKTOP)
  const { page } = someone
  await page.goto('/login')
  await page.locator('input[autocomplete="username"]').waitFor()
  await page.keyboard.type(username)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((address) => !address.pathname.startsWith('/login'))
  await settled(page)
  return someone
}

test('the palette goes to pages by initials and finds orders, cards and households', async () => {
  const someone = await signInByKeys('county-dispatcher')
  const { page } = someone
  const [order] = await (await requestsOf('county-dispatcher')).get<Order[]>('/dispatch/orders?pagination[pageSize]=1')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: '去哪里，找什么' }).waitFor()
  await picture(someone, 'palette-01-open')
  await page.keyboard.type('jfk')
  await picture(someone, 'palette-02-initials')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(order?.number ?? '')
  await page.getByRole('option', { name: order?.number ?? '' }).waitFor()
  await picture(someone, 'palette-03-order')
  expect(await violationsInBothThemes(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === `/desk/${order?.documentId ?? ''}`)
  await settled(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('mjg')
  await page.getByRole('option', { name: '马建国 640402100207-0001' }).waitFor()
  await picture(someone, 'palette-04-cards')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor()
  await picture(someone, 'palette-05-help')
  expect(await violationsInBothThemes(page)).toEqual([])
  expect(someone.problems).toEqual([])
  await someone.close()
})
