import type { Order, OrderDetail } from '@practice/dispatch/contracts'
import type { ScoreRecord, ScoreRecordDetail } from '@practice/scoring/contracts'
import { DEFAULT_DEMO_PASSWORD } from '@practice/seeds'
import type { Browser, Locator, Page } from 'playwright-core'
import { DESKTOP, openBrowser } from '../support/browser'
import { violationsInBothThemes } from './accessible'
import { anybody, picture, settled, type Person } from './person'
import { VILLAGE, cardsOf, photoRuleOf, photosOf, recordFor, requestsOf } from './points-support'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** More presses of Tab than any page needs. */
const PRESSES_MAX = 150

/** Signs in without a mouse: the field of the account has the focus from the beginning. */
async function signInByKeys(username: string): Promise<Person> {
  const someone = await anybody(browser, DESKTOP)
  const { page } = someone
  await page.goto('/login')
  await page.locator('input[autocomplete="username"]:focus').waitFor()
  await page.keyboard.type(username)
  await page.keyboard.press('Tab')
  await page.keyboard.type(DEFAULT_DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await arrived(page, (pathname) => !pathname.startsWith('/login'))
  await settled(page)
  return someone
}

/** Presses Tab until something has the focus, which is then to be seen on it. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < PRESSES_MAX; presses += 1) {
    await page.keyboard.press(key)
    const isThere =
      (await target.count()) > 0 && (await target.first().evaluate((one) => one === document.activeElement))
    if (!isThere) continue
    const { outlineStyle, boxShadow } = await target.first().evaluate((one) => ({
      outlineStyle: getComputedStyle(one).outlineStyle,
      boxShadow: getComputedStyle(one).boxShadow,
    }))
    expect(outlineStyle !== 'none' || boxShadow !== 'none').toBe(true)
    return
  }
  throw new Error(`No press of Tab leads to ${String(target)}`)
}

/** Goes somewhere with the palette. */
async function goTo(page: Page, typed: string, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: '去哪里，找什么' }).waitFor()
  await page.keyboard.type(typed)
  await page.getByRole('option', { selected: true, name: title }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '去哪里，找什么' }).waitFor({ state: 'hidden' })
  await settled(page)
}

/** Walks down an open menu; the focus comes there, and goes on, only once the menu has been drawn. */
async function downTo(page: Page, item: Locator): Promise<void> {
  await page.locator('[role="menuitem"]:focus').waitFor()
  for (let presses = 0; presses < 20; presses += 1) {
    if (await item.evaluate((one) => one === document.activeElement)) return
    const before = await page.evaluateHandle(() => document.activeElement)
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction((one) => document.activeElement !== one, before)
  }
  throw new Error(`No arrow leads to ${String(item)}`)
}

/** Waits for an address inside of the console: it loads no other document. */
function arrived(page: Page, isThere: (pathname: string) => boolean): Promise<void> {
  return page.waitForURL(({ pathname }) => isThere(pathname), { waitUntil: 'commit' })
}

async function signOutByKeys({ page, problems, close }: Person): Promise<void> {
  // The head of the page stands before its main part, where one is.
  await tabTo(page, page.getByRole('button', { name: /^账号 / }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await downTo(page, page.getByRole('menuitem', { name: '退出登录' }))
  await page.keyboard.press('Enter')
  await arrived(page, (pathname) => pathname === '/login')
  expect(problems).toEqual([])
  await close()
}

test('the palette finds pages, orders and cards; the list of shortcuts switches single keys off', async () => {
  const someone = await signInByKeys('county-dispatcher')
  const { page } = someone
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: '去哪里，找什么' }).waitFor()
  await picture(someone, 'keyboard-01-palette')
  await page.keyboard.type('mjg')
  await page.getByRole('option', { name: `马建国 ${VILLAGE}-0001` }).waitFor()
  await picture(someone, 'keyboard-02-cards')
  expect(await violationsInBothThemes(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: '键盘快捷键' })
  await list.waitFor()
  await picture(someone, 'keyboard-03-shortcuts')
  expect(await violationsInBothThemes(page)).toEqual([])
  await tabTo(page, list.getByRole('switch'))
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'hidden' })
  await goTo(page, 'pdt', '派单台')
  const before = page.url()
  await page.keyboard.press('j')
  await page.keyboard.press('?')
  await settled(page)
  expect(page.url()).toBe(before)
  expect(await page.getByRole('dialog').count()).toBe(0)
  await signOutByKeys(someone)
})

test('a dispatcher walks the queue, dispatches, cancels with a reason and plans without a mouse', async () => {
  const village = await requestsOf('village-admin')
  const order = await village.post<Order>('/dispatch/orders', {
    serviceItem: 'C08-03',
    site: VILLAGE,
    channel: 'desk',
    requester: { name: '马建国', phone: '19900000001' },
    onBehalf: { reason: '家里没有智能手机' },
  })
  const stateOf = async () => (await village.get<OrderDetail>(`/dispatch/orders/${order.documentId}`)).state
  const someone = await signInByKeys('county-dispatcher')
  const { page } = someone

  await goTo(page, 'pdt', '派单台')
  const opened = () => new URL(page.url()).pathname
  await page.locator('.desk-row').first().waitFor()
  await page.keyboard.press('j')
  await arrived(page, (pathname) => /^\/desk\/[a-z0-9]+$/.test(pathname))
  const first = opened()
  // A quick hand does not wait until an order is drawn.
  await page.keyboard.press('j')
  await arrived(page, (pathname) => pathname !== first)
  await page.keyboard.press('k')
  await arrived(page, (pathname) => pathname === first)

  await goTo(page, order.number, order.number)
  await page.getByText('回车派给第一支').waitFor()
  await page.getByRole('button', { name: '派单', exact: true }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(/^已派给/).waitFor()
  expect(await stateOf()).toBe('dispatched')
  await picture(someone, 'keyboard-04-dispatched')

  const more = page.getByRole('button', { name: '更多操作' })
  await tabTo(page, more)
  await page.keyboard.press('Enter')
  await downTo(page, page.getByRole('menuitem', { name: '取消点单' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '取消点单' })
  await dialog.waitFor()
  await tabTo(page, dialog.getByLabel('原因'))
  await page.keyboard.type('群众自己修好了')
  await tabTo(page, dialog.getByRole('button', { name: '取消点单', exact: true }))
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  expect(await stateOf()).toBe('cancelled')
  // What had the focus before the dialog, or what stands for it, has it again.
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)

  await page.keyboard.press('p')
  await arrived(page, (pathname) => pathname === '/plan')
  await settled(page)
  await signOutByKeys(someone)
})

test('a reviewer approves one record and rejects another with a reason without a mouse', async () => {
  const village = await requestsOf('village-admin')
  const [rule, cards, photos] = [await photoRuleOf(village), await cardsOf(village), await photosOf(browser, [67, 71])]
  const [one, other] = cards.slice(-5)
  if (one === undefined || other === undefined) throw new Error('the village has too few cards')
  const [shown, blurred] = await Promise.all(photos.map((photo, index) => village.upload(`键盘${index}.jpg`, photo)))
  const approved = await recordFor(village, one.number, rule.code, '清扫村委会门前', [shown ?? ''])
  const rejected = await recordFor(village, other.number, rule.code, '修整渠边小路', [blurred ?? ''])
  const stateOf = async ({ documentId }: ScoreRecord) =>
    (await village.get<ScoreRecordDetail>(`/scoring/records/${documentId}`)).state

  const someone = await signInByKeys('points-reviewer')
  const { page } = someone
  await page.goto(`/review/${approved.documentId}`)
  await page.getByText(approved.number, { exact: true }).waitFor()
  await page.keyboard.press('a')
  await page.getByText(/^已通过/).waitFor()
  expect(await stateOf(approved)).toBe('noticed')

  await page.goto(`/review/${rejected.documentId}`)
  await page.getByText(rejected.number, { exact: true }).waitFor()
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: /^退回/ })
  await dialog.waitFor()
  await dialog.getByLabel('原因').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('照片里看不出是哪一段路')
  await picture(someone, 'keyboard-05-reject')
  await tabTo(page, dialog.getByRole('button', { name: '退回', exact: true }))
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  expect(await stateOf(rejected)).toBe('rejected')

  await goTo(page, 'ypy', '已评议')
  await page.getByText('照片里看不出是哪一段路').first().waitFor()
  await signOutByKeys(someone)
})
