import type { Browser, Locator } from 'playwright-core'
import { PHONE, openBrowser } from '../support/browser'
import { confirm, person, picture, type Person } from './person'

let browser: Browser
let leader: Person

beforeAll(async () => {
  browser = await openBrowser()
  leader = await person(browser, 'team-leader', PHONE)
}, 60_000)
afterAll(() => browser.close())

/** The first card under the heading of a group: until the others have gone, the page's first is of another group. */
async function firstOf(group: string): Promise<{ card: Locator; number: string }> {
  const { page } = leader
  await page.goto('/inbox')
  await page.getByRole('button', { name: new RegExp(`^${group} \\d`) }).click()
  const card = page
    .getByRole('region', { name: new RegExp(`^${group} \\d`) })
    .getByRole('listitem')
    .filter({ hasText: /\d{8}-\d{4}/ })
    .first()
  return { card, number: (await card.getByText(/^\d{8}-\d{4}$/).textContent()) ?? '' }
}

test('every target of the inbox is large enough for a thumb', async () => {
  const { page } = leader
  await page.goto('/inbox')
  await page.getByRole('listitem').first().waitFor()
  await picture(leader, 'inbox-01')
  const heights = await page
    .getByRole('main')
    .getByRole('button')
    .or(page.getByRole('main').getByRole('link', { name: /家电水电维修/ }))
    .evaluateAll((targets) => targets.map((one) => ({ text: one.textContent, height: one.clientHeight })))
  expect(heights.length).toBeGreaterThan(5)
  // A border takes a pixel on either side of what is measured.
  expect(heights.filter(({ height }) => height < 42)).toEqual([])
})

test('an order of the pool is claimed and stands among the visits', async () => {
  const { page } = leader
  const { card, number } = await firstOf('抢单')
  await picture(leader, 'inbox-02-pool')
  await card.getByRole('button', { name: '抢单', exact: true }).click()
  await confirm(page.getByRole('dialog', { name: '抢单' }), '抢单')
  await page.getByText('现在没有可抢的单').or(card).first().waitFor()
  await page.getByRole('button', { name: /^待上门 \d/ }).click()
  await page.getByRole('listitem').filter({ hasText: number }).getByRole('button', { name: '开始服务' }).waitFor()
})

test('a clock is paused while the resident is away, and runs on afterwards', async () => {
  const { page } = leader
  const { card } = await firstOf('进行中')
  await card.getByRole('button', { name: '暂停计时' }).click()
  const pausing = page.getByRole('dialog', { name: '暂停计时' })
  await pausing.getByText('群众外出，等其回来').click()
  await confirm(pausing, '暂停计时')
  await card.getByText('已暂停计时').waitFor()
  // While it stands still there is nothing else to do.
  expect(await card.getByRole('button', { name: '完成', exact: true }).count()).toBe(0)
  await picture(leader, 'inbox-03-paused')
  await card.getByRole('button', { name: '恢复计时' }).click()
  const resuming = page.getByRole('dialog', { name: '恢复计时' })
  await resuming.getByText('群众已方便').click()
  await confirm(resuming, '恢复计时')
  await card.getByRole('button', { name: '完成', exact: true }).waitFor()
  expect(leader.problems).toEqual([])
})
