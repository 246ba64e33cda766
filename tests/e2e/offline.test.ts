import type { ScoreRecord } from '@practice/scoring/contracts'
import type { Browser, Page } from 'playwright-core'
import { DESKTOP, PHONE, openBrowser, openPage, screenshot, signIn } from '../support/browser'
import { upgradable, type Upgradable } from '../support/next-version'
import { SERVER_URL, settled, stilled } from './person'
import { VILLAGE, photosOf, requestsOf, type Requests } from './points-support'

const STEP_TIMEOUT_MS = 30_000

let browser: Browser
let village: Requests
let front: Upgradable | undefined

beforeAll(async () => {
  browser = await openBrowser()
  village = await requestsOf('village-admin')
}, 60_000)
afterAll(async () => {
  await browser.close()
  await front?.stop()
})

/** A phone that keeps the app; what it complained of, but for the line, is in `problems`. */
async function phone(): Promise<{ page: Page; problems: string[] }> {
  const page = await openPage(browser, SERVER_URL, PHONE, 'allow')
  const problems: string[] = []
  page.context().on('weberror', (error) => problems.push(error.error().message))
  page.context().setDefaultTimeout(STEP_TIMEOUT_MS)
  return { page, problems }
}

/** The names of what this device has on its shelf. */
function shelf(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('practice.points')
        opening.onerror = () => reject(new Error('the database does not open'))
        opening.onsuccess = () => {
          const keys = opening.result.transaction('shelf').objectStore('shelf').getAllKeys()
          keys.onsuccess = () => {
            opening.result.close()
            resolve(keys.result.map(String))
          }
        }
      }),
  )
}

/** Everything that the browser keeps of the server's, by address. */
function cached(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
    const requests = await Promise.all(caches_.map((cache) => cache.keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
}

/** Asks again until it holds; on a busy machine, patience costs less than a red run. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const late = Date.now() + STEP_TIMEOUT_MS
  while (!(await holds())) {
    if (Date.now() > late) throw new Error('it never came')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** Waits until the app is kept and all that recording needs is at hand. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await until(async () => {
    const names = await shelf(page)
    return ['me.', 'cards.', 'rules.', 'last.'].every((name) => names.some((one) => one.startsWith(name)))
  })
}

const latest = () => village.get<ScoreRecord[]>('/scoring/records?sort=recordedAt:desc&pagination[pageSize]=20')
const lines = (page: Page) => page.getByRole('region', { name: '刚记的' }).getByRole('listitem')

test('the kept app opens without a line, and what is recorded in it is sent once when the line is back', async () => {
  const { page: first, problems } = await phone()
  const context = first.context()
  const [photo] = await photosOf(browser, [20_261])
  if (photo === undefined) throw new Error('there is no photo')
  const before = new Set((await latest()).map(({ documentId }) => documentId))
  await signIn(first, 'village-admin')
  await settled(first)
  await kept(first)
  // Nothing of the server's is kept but the page and its files.
  expect((await cached(first)).filter((path) => !/^\/(index\.html|favicon\.svg|assets\/.+)$/.test(path))).toEqual([])

  // From now on there is no line, and every window is closed.
  await context.setOffline(true)
  await first.close()
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '记分' }).waitFor()
  await stilled(page)
  await screenshot(page, 'offline-01-home-375')

  await page.goto('/record')
  await page.getByLabel('找家户').fill('0026')
  await page.getByLabel('找家户').press('Enter')
  await page.getByRole('group', { name: '给谁记' }).waitFor()
  const rules = page.getByRole('region', { name: '积分事项' })
  await rules.getByRole('button', { name: '清理河道垃圾一次' }).first().click()
  await page
    .locator('input[type="file"][capture]')
    .setInputFiles({ name: 'river.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.getByRole('button', { name: /移除/ }).waitFor()
  await page.getByRole('button', { name: /^记分/ }).click()
  await lines(page).filter({ hasText: '待上传' }).waitFor()
  await stilled(page)
  await screenshot(page, 'offline-02-recorded-375')

  // It outlives the window as well.
  await page.reload()
  await page.getByRole('link', { name: /1 条待上传/ }).waitFor()

  const answers: number[] = []
  context.on('response', (response) => {
    if (response.request().method() === 'POST' && response.url().endsWith('/scoring/records'))
      answers.push(response.status())
  })
  await context.setOffline(false)
  await page.getByRole('link', { name: /条待上传/ }).waitFor({ state: 'hidden' })
  await page.reload()
  await lines(page).first().getByText('待评议').waitFor()
  const made = (await latest()).filter(({ documentId }) => !before.has(documentId))
  expect(made.map(({ card }) => card.number)).toEqual([`${VILLAGE}-0026`])
  expect(answers).toEqual([201])
  expect(problems).toEqual([])

  // The sample stays as it was for others; and whoever leaves leaves nothing of the village on the phone.
  for (const { documentId } of made) await village.post(`/scoring/records/${documentId}/withdraw`, { reason: '演练' })
  await page.getByRole('button', { name: /^账号/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.locator('input[type="password"]').waitFor()
  await until(async () => (await shelf(page)).every((name) => name.startsWith('draft.')))
  await context.close()
})

test.each([
  ['village-admin', '/', '文明实践台'],
  ['resident', '/my', '村里的事'],
])(
  'what %s can install says so: its icons, its name, and a page that opens without a line',
  async (username, start, name) => {
    const { page: first, problems } = await phone()
    const context = first.context()
    await signIn(first, username)
    // A worker serves what is opened below its own address, not what began at the login's.
    await first.goto(start)
    await settled(first)
    await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    const session = await context.newCDPSession(first)
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    // A window of a test is a private one, and that alone keeps it from being installed.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
    const { data, errors } = await session.send('Page.getAppManifest')
    expect(errors).toEqual([])
    expect(JSON.parse(data ?? '{}')).toMatchObject({ name, start_url: start, display: 'standalone' })

    await context.setOffline(true)
    await first.close()
    const page = await context.newPage()
    await page.goto(start)
    await page.getByRole('main').getByRole('heading').first().waitFor()
    expect(problems).toEqual([])
    await context.close()
  },
)

test('a newer version is offered, and waits until what was typed is saved or given up', async () => {
  front = await upgradable(SERVER_URL)
  const page = await openPage(browser, front.url, DESKTOP, 'allow')
  page.context().setDefaultTimeout(STEP_TIMEOUT_MS)
  await signIn(page, 'county-dispatcher')
  await settled(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.goto('/settings')
  const field = page.getByRole('spinbutton').first()
  const saved = await field.inputValue()
  await field.fill(String(Number(saved) + 1))

  front.upgrade()
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update()
  })
  const take = page.getByRole('button', { name: '更新', exact: true })
  await take.click()
  await page.getByText('还有没保存的内容', { exact: false }).waitFor()
  await stilled(page)
  await screenshot(page, 'offline-03-update-1440')
  expect(await field.inputValue()).toBe(String(Number(saved) + 1))

  await page.getByRole('button', { name: '撤销修改' }).click()
  const begun = page.waitForEvent('load')
  await take.click()
  await begun
  await settled(page)
  expect(await page.getByRole('spinbutton').first().inputValue()).toBe(saved)
  await until(async () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting === null))
  await take.waitFor({ state: 'hidden' })
  await page.context().close()
})
