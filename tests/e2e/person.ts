import type { Browser, Locator, Page } from 'playwright-core'
import { DESKTOP, openPage, screenshot, signIn, type PHONE } from '../support/browser'

/** Where the server of this run listens. */
export const SERVER_URL = process.env.E2E_URL ?? ''

/** Longer than any step on a busy machine with two cores. */
const STEP_TIMEOUT_MS = 30_000

/** Somebody who sits in front of a browser of their own. */
export interface Person {
  page: Page
  /** What the browser complained of, and what the server failed at: empty when all is well. */
  problems: string[]
  close(): Promise<void>
}

/** Opens a browser window without signing in. `url` is another server than the one of the run. */
export async function anybody(
  browser: Browser,
  viewport: typeof DESKTOP | typeof PHONE = DESKTOP,
  url: string = SERVER_URL,
): Promise<Person> {
  const page = await openPage(browser, url, viewport)
  page.setDefaultTimeout(STEP_TIMEOUT_MS)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    // That a reply is a refusal the browser says by itself; whether one was due, each test sees on the page.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) problems.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`)
  })
  return { page, problems, close: () => page.context().close() }
}

/** Opens a browser window and signs in. */
export async function person(
  browser: Browser,
  username: string,
  viewport: typeof DESKTOP | typeof PHONE = DESKTOP,
  url: string = SERVER_URL,
): Promise<Person> {
  const someone = await anybody(browser, viewport, url)
  await signIn(someone.page, username)
  await settled(someone.page)
  return someone
}

/** Waits until the page has drawn its head and nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1, main h2').first().waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}

/** Keeps a picture of the page as it is when nothing moves any more, with its width in the name. */
export async function picture({ page }: Person, name: string): Promise<void> {
  await settled(page)
  await stilled(page)
  await screenshot(page, `${name}-${page.viewportSize()?.width ?? 0}`)
}

/** Waits until nothing moves any more. What turns without an end, as a button at work does, is no reason to wait. */
export async function stilled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  )
}

/** How many pixels the page is wider than its window: 0 when nothing has to be moved sideways. */
export function sidewaysPx(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
}

/** Opens what a verb asks for: by its own button, or from the menu of further actions. Gives the dialog. */
export async function openVerb({ page }: Person, verb: string): Promise<Locator> {
  const own = page.getByRole('main').getByRole('button', { name: verb, exact: true })
  const more = page.getByRole('button', { name: '更多操作' })
  await own.or(more).first().waitFor()
  if (await own.first().isVisible()) await own.first().click()
  else {
    await more.click()
    await page.getByRole('menuitem', { name: verb, exact: true }).click()
  }
  const dialog = page.getByRole('dialog', { name: verb })
  await dialog.waitFor()
  return dialog
}

/** Presses the button of a dialog, and waits until the dialog has gone: what it asked for was done. */
export async function confirm(dialog: Locator, button: string): Promise<void> {
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}
