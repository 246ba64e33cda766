import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { WINDOWS, lookAt, startDay, type Day } from './day'
import { anybody, settled } from './person'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each(WINDOWS)('the day of a resident from login to logout, $width px wide', async ({ viewport }) => {
  const day = await startDay(browser, 'resident', viewport)
  const { page } = day
  await lookAt(day, 'menu')
  await page.getByRole('link', { name: /卫生健康/ }).click()
  await settled(page)
  await lookAt(day, 'category')
  await page.getByRole('link', { name: /送药上门/ }).click()
  await settled(page)
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('这一项要填').first().waitFor()
  await page.getByRole('button', { name: '修改' }).click()
  await lookAt(day, 'form')
  await open(day, '我的单', '/my/orders')
  await lookAt(day, 'orders')
  await page.locator('a[href^="/my/orders/"]').first().click()
  await settled(page)
  await lookAt(day, 'order')
  await open(day, '积分', '/my/card')
  await page.locator('.my-lines summary').first().click()
  await page.getByText('给家里人看的二维码').click()
  await lookAt(day, 'card')
  await open(day, '公示', '/my/notice')
  await lookAt(day, 'notice')
  const object = page.locator('.notice-object').first()
  await object.click()
  await page.getByRole('dialog', { name: '对公示提异议' }).waitFor()
  await lookAt(day, 'object')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  // Whoever was in the dialog is where they opened it.
  expect(await object.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.goto('/my/news')
  await settled(page)
  await lookAt(day, 'news')
  await page.locator('.my-list a').first().click()
  await settled(page)
  await lookAt(day, 'article')
  await page.getByRole('link', { name: '我', exact: true }).click()
  await settled(page)
  await page.getByRole('radio', { name: '大字' }).check()
  await lookAt(day, 'settings-large')
  await open(day, '点单', '/my')
  await lookAt(day, 'menu-large')
  await page.goto('/my/settings')
  await page.getByRole('radio', { name: '普通' }).check()
  await page.getByRole('radio', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Me' }).waitFor()
  await lookAt(day, 'settings-english')
  await page.getByRole('radio', { name: '中文' }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL((address) => address.pathname === '/login')
  expect(day.faults).toEqual([])
  expect(day.problems).toEqual([])
  await day.close()
})

test.each(WINDOWS)('what a villager reads without an account, $width px wide', async ({ viewport }) => {
  const someone = await anybody(browser, viewport)
  const day: Day = { ...someone, username: 'villager', isPhone: viewport.width < 768, faults: [] }
  for (const [name, address] of [
    ['statement', '/my/statement'],
    ['notice', '/notice/640402100207'],
  ] as const) {
    await day.page.goto(address)
    await settled(day.page)
    await lookAt(day, name)
  }
  expect(day.faults).toEqual([])
  expect(day.problems).toEqual([])
  await day.close()
})

async function open({ page }: Day, name: string, address: string): Promise<void> {
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name, exact: true }).click()
  await page.waitForURL((url) => url.pathname === address)
  await settled(page)
}
