import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { WINDOWS, endDay, lookAt, startDay, visitMenu } from './day'
import type { Day } from './day'
import { settled } from './person'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** What is opened beside the pages of the menu, on the way through a day. */
type Round = (day: Day) => Promise<void>

/** By role, after its menu: what one works in all day, opened as far as possible without anything being done. */
const ROUNDS: Readonly<Record<string, Round>> = {
  'county-dispatcher': async (day) => {
    const { page } = day
    await openIn(day, '/desk?group=toDispatch', 'a.desk-row')
    await page.getByRole('button', { name: '派单', exact: true }).first().waitFor()
    await lookAt(day, 'order')
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: '取消点单' }).click()
    await lookInto(day, '取消点单', 'cancel')
    await open(day, '/plan', 'plan')
    await open(day, '/notifications', 'notifications')
    await open(day, '/rule-sets', 'rule-sets')
    await openIn(day, '/teams', 'main a[href^="/teams/"]')
    await lookAt(day, 'team')
  },
  'town-officer': async (day) => {
    const { page } = day
    await open(day, '/records', 'records')
    await open(day, '/rule-sets', 'rule-sets')
    await page.goto('/offerings')
    await settled(page)
    const cell = page.locator('button[data-item]').first()
    if (day.isPhone) await cell.click()
    else {
      await cell.focus()
      await page.keyboard.press('Enter')
    }
    await settled(page)
    await lookAt(day, 'offering')
    await page.keyboard.press('Escape')
  },
  'village-admin': async (day) => {
    const { page } = day
    await page.goto('/record')
    await page.getByLabel('找家户').fill('mjg')
    await page.getByLabel('找家户').press('Enter')
    await page.getByRole('region', { name: '积分事项' }).getByRole('button').nth(2).click()
    await lookAt(day, 'recording')
    await page.goto('/redeem')
    await page.getByLabel('找家户').fill('mjg')
    await page.getByLabel('找家户').press('Enter')
    await lookAt(day, 'redeeming')
    await page.goto('/place')
    await page.getByRole('button', { name: /家电水电维修/ }).click()
    await lookAt(day, 'placing')
    await open(day, '/cards/640402100207-0001', 'card')
    await open(day, '/import-records', 'import')
    await open(day, '/stock/redemptions', 'redemptions')
  },
  'team-leader': async (day) => {
    const { page } = day
    await openIn(day, '/inbox', 'main li a[href^="/inbox/"]')
    await page.getByText('办理经过').waitFor()
    await lookAt(day, 'order')
    await page.goto('/inbox')
    await page.getByRole('main').getByRole('button', { name: '退回', exact: true }).first().click()
    await lookInto(day, '退回', 'decline')
  },
  'points-reviewer': async (day) => {
    const { page } = day
    await page.goto('/review')
    await settled(page)
    const reject = page.getByRole('button', { name: '退回', exact: true })
    for (let tries = 0; tries < 10 && !(await reject.isVisible()); tries += 1) {
      // What concerns one's own household has nothing to decide.
      await page.getByRole('button', { name: '下一条' }).click()
      await settled(page)
    }
    await reject.click()
    await lookInto(day, /^退回.*的记录$/, 'reject')
    await openIn(day, '/reviewed', 'main a[href^="/reviewed/"]')
    await lookAt(day, 'reviewed-record')
    await page.keyboard.press('Escape')
  },
  'points-supervisor': async (day) => {
    const { page } = day
    await openIn(day, '/objections', 'main a[href^="/objections/"]')
    await page.getByRole('button', { name: '维持异议' }).click()
    await lookInto(day, '维持异议', 'uphold')
    await page.goto('/ledger')
    await page.getByRole('button', { name: '从头核对' }).click()
    await page
      .getByText(/核对无误|对不上/)
      .first()
      .waitFor()
    await lookAt(day, 'verified')
    await open(day, '/records', 'records')
  },
  leader: async (day) => {
    await openIn(day, '/desk?group=overdue', 'a.desk-row')
    await day.page.getByText('办理经过').waitFor()
    await lookAt(day, 'order')
    await openIn(day, '/points', 'main a[href^="/points?site="]')
    await lookAt(day, 'town-points')
  },
}

describe.each(Object.entries(ROUNDS))('the day of a %s', (username, round) => {
  test.each(WINDOWS)('from login to logout, $width px wide', async ({ viewport }) => {
    const day = await startDay(browser, username, viewport)
    await visitMenu(day)
    await round(day)
    await endDay(day)
  })
})

async function open(day: Day, address: string, name: string): Promise<void> {
  await day.page.goto(address)
  await settled(day.page)
  await lookAt(day, name)
}

/** Opens the first of a list. */
async function openIn({ page }: Day, address: string, row: string): Promise<void> {
  await page.goto(address)
  await page.locator(row).first().click()
  await settled(page)
}

/** Looks at a dialog, and closes it: the focus is back where it was opened. */
async function lookInto(day: Day, title: string | RegExp, name: string): Promise<void> {
  const { page } = day
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.waitFor()
  await lookAt(day, name)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  if ((await focusedIn(page)) === 'body') day.faults.push(`${name}: the focus is lost after the dialog`)
}

function focusedIn(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.tagName.toLowerCase() ?? 'body')
}
