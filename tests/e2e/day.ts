import type { Browser } from 'playwright-core'
import { DESKTOP, PHONE } from '../support/browser'
import { violationsInBothThemes } from './accessible'
import { person, picture, settled, sidewaysPx } from './person'
import type { Person } from './person'
import { smallTargets } from './targets'

/** The windows that a day is spent in, for `test.each`. */
export const WINDOWS = [
  { width: 1440, viewport: DESKTOP },
  { width: 375, viewport: PHONE },
] as const

/** The menu at the side or at the bottom, and the drawer with what has no room there. */
const MENU_LINKS = 'nav[aria-label="主菜单"] a, nav[aria-label="更多"] a'

/** A role's day in a window of its own, with what was found wrong on the pages that were looked at. */
export interface Day extends Person {
  username: string
  isPhone: boolean
  faults: string[]
}

/** The day begins at the login page. */
export async function startDay(
  browser: Browser,
  username: string,
  viewport: typeof DESKTOP | typeof PHONE,
): Promise<Day> {
  const someone = await person(browser, username, viewport)
  return { ...someone, username, isPhone: viewport === PHONE, faults: [] }
}

/**
 * Looks at what is open now, a page or what lies over it: keeps a picture `day-<username>-<name>-<width>`, and notes what
 * has to be moved sideways, what axe finds in light and dark, and on a phone what is too small for a thumb. Several
 * faults are worth more than the first one, so that they are told at the day's end.
 */
export async function lookAt(day: Day, name: string): Promise<void> {
  const { page, faults } = day
  await picture(day, `day-${day.username}-${name}`)
  const sideways = await sidewaysPx(page)
  if (sideways > 0) faults.push(`${name}: ${sideways} px wider than the window`)
  if (day.isPhone) faults.push(...(await smallTargets(page)).map((target) => `${name}: too small: ${target}`))
  faults.push(...(await violationsInBothThemes(page)).map((violation) => `${name}: ${violation}`))
}

/** Goes where the menu leads, by the menu, and looks at each page. Gives the addresses in the menu's order. */
export async function visitMenu(day: Day): Promise<string[]> {
  const addresses = await menuOf(day)
  for (const address of addresses) {
    await follow(day, address)
    await lookAt(day, `page${address.replaceAll('/', '-')}`)
  }
  return addresses
}

/** Follows a line of the menu; on a phone it may be behind the button for what has no room at the bottom. */
export async function follow(day: Day, address: string): Promise<void> {
  const { page } = day
  const link = page.locator(MENU_LINKS).and(page.locator(`[href="${address}"]`))
  if (!(await link.isVisible())) await page.getByRole('button', { name: '更多', exact: true }).click()
  // The page that is left stays until the next one has come: its headings are marked, so that others are waited for.
  const isElsewhere = new URL(page.url()).pathname !== address
  const headings = page.locator('main :is(h1, h2)')
  if (isElsewhere)
    await headings.evaluateAll((left) => left.forEach((heading) => heading.setAttribute('data-left', '')))
  await link.click()
  await page.waitForURL((url) => url.pathname === address)
  if (isElsewhere) await headings.and(page.locator(':not([data-left])')).first().waitFor()
  await settled(page)
}

async function menuOf({ page, isPhone }: Day): Promise<string[]> {
  const links = page.locator(MENU_LINKS)
  const more = page.getByRole('button', { name: '更多', exact: true })
  const hasMore = isPhone && (await more.isVisible())
  if (hasMore) {
    await more.click()
    await page.getByRole('dialog', { name: '更多', exact: true }).waitFor()
  }
  const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? '/'))
  if (hasMore) {
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: '更多', exact: true }).waitFor({ state: 'hidden' })
  }
  return [...new Set(addresses)]
}

/** The day ends with the way out, at the login page; nothing was wrong on its pages or in the browser's console. */
export async function endDay(day: Day): Promise<void> {
  const { page } = day
  await page.getByRole('button', { name: /^账号 / }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.waitForURL((url) => url.pathname === '/login')
  expect(day.faults).toEqual([])
  expect(day.problems).toEqual([])
  await day.close()
}
