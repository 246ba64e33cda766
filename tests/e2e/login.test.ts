import type { Browser } from 'playwright-core'
import { openBrowser, openPage, screenshot, signIn } from '../support/browser'

const url = process.env.E2E_URL ?? ''
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a person signs in and comes to the page of their role', async () => {
  const page = await openPage(browser, url)
  await signIn(page, 'county-dispatcher')
  await page.waitForLoadState('networkidle')
  await screenshot(page, 'login-county-dispatcher')
  expect(new URL(page.url()).pathname).not.toBe('/login')
})
