import { DEFAULT_DEMO_PASSWORD } from '@practice/seeds'
import type { Browser, Page } from 'playwright-core'
import { PHONE, openBrowser } from '../support/browser'
import { anybody, person, picture } from './person'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function tryToSignIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('账号').fill(username)
  await page.getByLabel('密码').fill(password)
  const reply = page.waitForResponse((response) => response.url().endsWith('/api/auth/local'))
  await page.getByRole('button', { name: '登录' }).click()
  await reply
}

test('a wrong password is refused in Chinese, and five of them lock the account for a while', async () => {
  const someone = await anybody(browser, PHONE)
  const { page } = someone
  await page.goto('/')
  await tryToSignIn(page, 'town-officer-2', 'wrong-password')
  const message = page.getByRole('alert')
  await message.getByText('账号或密码不对').waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  await picture(someone, 'entering-01-refused')
  for (let attempt = 2; attempt <= 5; attempt++) await tryToSignIn(page, 'town-officer-2', 'wrong-password')
  // Now the right one does not open it either.
  await tryToSignIn(page, 'town-officer-2', DEFAULT_DEMO_PASSWORD)
  await message.getByText('账号已暂时锁定').waitFor()
  await picture(someone, 'entering-02-locked')
  expect(new URL(page.url()).pathname).toBe('/login')
  expect(someone.problems).toEqual([])
  await someone.close()
})

test('who was sent to the login page comes back to where they wanted to go', async () => {
  const someone = await anybody(browser)
  const { page } = someone
  await page.goto('/settings')
  await tryToSignIn(page, 'county-dispatcher', DEFAULT_DEMO_PASSWORD)
  await page.getByRole('heading', { name: '派单设置' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/settings')
  await someone.close()
})

test('a page of another role says whose it is not, instead of failing', async () => {
  const leader = await person(browser, 'team-leader')
  await leader.page.goto('/settings')
  await leader.page.getByText('这个页面不是你的岗位用的').waitFor()
  expect(leader.problems).toEqual([])
  await leader.close()
})
