import { DEFAULT_DEMO_PASSWORD } from '@practice/seeds'
import type { Browser, Page, Route } from 'playwright-core'
import { DESKTOP, PHONE, openBrowser, screenshot } from '../support/browser'
import { SERVER_URL, person, picture, settled, sidewaysPx, type Person } from './person'

const RECORDS = '**/api/scoring/records'
const REDEMPTIONS = '**/api/scoring/redemptions'
const VILLAGE = '640402100207'

let browser: Browser
let token: string

beforeAll(async () => {
  browser = await openBrowser()
  const reply = await fetch(`${SERVER_URL}/api/auth/local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: 'village-admin', password: DEFAULT_DEMO_PASSWORD }),
  })
  token = ((await reply.json()) as { jwt: string }).jwt
}, 60_000)
afterAll(() => browser.close())

interface Recorded {
  documentId: string
  card: { number: string }
  rule: { name: string }
  state: string
}

async function ask<Data>(path: string): Promise<{ data: Data; meta: { pagination: { total: number } } }> {
  const reply = await fetch(`${SERVER_URL}/api${path}`, { headers: { authorization: `Bearer ${token}` } })
  return (await reply.json()) as { data: Data; meta: { pagination: { total: number } } }
}

/** How many records there are, and the latest ones. */
async function recorded(most = 20): Promise<{ total: number; latest: Recorded[] }> {
  const { data, meta } = await ask<Recorded[]>(`/scoring/records?sort=recordedAt:desc&pagination[pageSize]=${most}`)
  return { total: meta.pagination.total, latest: data }
}

/** A request of the console that writes, by its key, and what was answered. */
interface Sent {
  key: string
  status: number
}

/** Follows what is posted to an address; `mishap` may lose a reply or a request on its way. */
async function follow(
  page: Page,
  address: string,
  mishap: (index: number) => 'lost' | 'broken' | null = () => null,
): Promise<Sent[]> {
  const sent: Sent[] = []
  let requests = 0
  await page.route(address, async (route: Route) => {
    const request = route.request()
    if (request.method() !== 'POST') return route.continue()
    const fate = mishap(requests++)
    if (fate === 'broken') return route.abort('connectionreset')
    const reply = await route.fetch()
    sent.push({ key: (await request.headerValue('idempotency-key')) ?? '', status: reply.status() })
    return fate === 'lost' ? route.abort('connectionreset') : route.fulfill({ response: reply })
  })
  return sent
}

async function openRecord(someone: Person, rule: string): Promise<void> {
  const { page } = someone
  await page.goto('/record')
  await page.getByLabel('找家户').waitFor()
  const other = page.getByRole('button', { name: '换一项' })
  if (await other.isVisible()) await other.click()
  await page.getByRole('region', { name: '积分事项' }).getByRole('button', { name: rule }).first().click()
}

/** Each photo is another one, as a camera's are. */
let photos = 0
async function takePhoto(page: Page): Promise<void> {
  photos += 1
  const width = 200 + photos
  const buffer = await page.screenshot({ clip: { x: photos % 20, y: photos % 40, width, height: 200 } })
  await page
    .locator('input[type="file"][capture]')
    .setInputFiles({ name: `${photos}.png`, mimeType: 'image/png', buffer })
  await page.getByRole('button', { name: /移除/ }).waitFor()
}

async function choose(page: Page, text: string): Promise<void> {
  await page.getByLabel('找家户').fill(text)
  await page.getByLabel('找家户').press('Enter')
  await page.getByRole('group', { name: '给谁记' }).waitFor()
}

const score = (page: Page) => page.getByRole('button', { name: /^记分/ }).click()
const nothingWaits = (page: Page) => page.getByRole('link', { name: /条待上传/ }).waitFor({ state: 'hidden' })
const lines = (page: Page) => page.getByRole('region', { name: '刚记的' }).getByRole('listitem')

test('ten records in one sitting, one entered without a line and one whose reply is lost, count ten', async () => {
  const village = await person(browser, 'village-admin', PHONE)
  const { page } = village
  const before = await recorded()
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '记分' }).click()
  await page.getByLabel('找家户').waitFor()
  await picture(village, 'points-village-01-rules')
  const sent = await follow(page, RECORDS, (index) => (index === 7 ? 'lost' : null))
  await page.getByRole('region', { name: '积分事项' }).getByRole('button', { name: '清理河道垃圾一次' }).click()

  for (let index = 0; index < 10; index += 1) {
    const isOffline = index === 4
    if (isOffline) {
      // Those before it are on the server, so that it waits alone.
      await nothingWaits(page)
      await page.context().setOffline(true)
    }
    // By the end of the card's number, as it is read out.
    await choose(page, String(11 + index).padStart(4, '0'))
    await takePhoto(page)
    if (index === 1) await picture(village, 'points-village-02-filled')
    await score(page)
    await page.getByRole('group', { name: '给谁记' }).waitFor({ state: 'hidden' })
    // The next household can be typed at once; the rule has stayed.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('找家户')
    if (!isOffline) continue
    await lines(page).filter({ hasText: '待上传' }).waitFor()
    await page.getByRole('link', { name: /1 条待上传/ }).waitFor()
    await picture(village, 'points-village-03-offline')
    await page.context().setOffline(false)
  }
  await nothingWaits(page)
  await picture(village, 'points-village-04-ten')

  const after = await recorded()
  expect(after.total - before.total).toBe(10)
  expect(new Set(after.latest.slice(0, 10).map(({ card }) => card.number)).size).toBe(10)
  expect(sent.filter(({ status }) => status === 201)).toHaveLength(10)
  expect(sent.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(sent.map(({ key }) => key)).size).toBe(10)
  await expectFive(page)

  // The last one was a mistake: taken back by two taps.
  await page.getByRole('button', { name: /^撤回/ }).first().click()
  await page.getByRole('button', { name: '记错了' }).click()
  await lines(page).first().getByText('已撤回').waitFor()
  expect((await recorded(1)).latest[0]?.state).toBe('withdrawn')
  await picture(village, 'points-village-05-withdrawn')
  expect(await sidewaysPx(page)).toBe(0)
  expect(village.problems.filter((problem) => !problem.includes('net::ERR'))).toEqual([])
  await village.close()
})

async function expectFive(page: Page): Promise<void> {
  await lines(page).first().getByText('待评议').waitFor()
  expect(await lines(page).count()).toBe(5)
}

test('every target of the page that records is large enough for a thumb', async () => {
  const village = await person(browser, 'village-admin', PHONE)
  await openRecord(village, '庭院整洁评比合格')
  const heights = await village.page
    .getByRole('main')
    .getByRole('button')
    .evaluateAll((targets) =>
      // Behind the buttons for photos are inputs that nobody sees.
      targets
        .filter((one) => !one.matches('input'))
        .map((one) => ({ text: one.textContent, height: Math.round(one.getBoundingClientRect().height) })),
    )
  expect(heights.length).toBeGreaterThan(5)
  expect(heights.filter(({ height }) => height < 44)).toEqual([])
  await village.close()
})

test('what waits is sent once after a reload, by whichever of two tabs', async () => {
  const village = await person(browser, 'village-admin', PHONE)
  const { page } = village
  let isBroken = true
  const sent = await follow(page, RECORDS, () => (isBroken ? 'broken' : null))
  await openRecord(village, '协助入户宣讲一次')
  for (const text of ['0021', '0022']) {
    await choose(page, text)
    await takePhoto(page)
    await score(page)
  }
  await page.getByRole('link', { name: /2 条待上传/ }).waitFor()
  const before = await recorded()

  // Whoever signs out with something waiting is told, and may stay.
  await page.getByRole('button', { name: /^账号/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  const warning = page.getByRole('dialog', { name: /还有 2 条记分没有上传/ })
  await warning.waitFor()
  await picture(village, 'points-village-06-leaving')
  await warning.getByRole('button', { name: '先不退出' }).click()

  const other = await page.context().newPage()
  const sentByOther = await follow(other, RECORDS, () => (isBroken ? 'broken' : null))
  await other.goto('/record')
  await other.getByRole('link', { name: /2 条待上传/ }).waitFor()
  await page.reload()
  await page.getByRole('link', { name: /2 条待上传/ }).waitFor()
  isBroken = false
  for (const tab of [page, other]) await tab.evaluate(() => window.dispatchEvent(new Event('online')))
  for (const tab of [page, other]) await nothingWaits(tab)
  const all = [...sent, ...sentByOther]
  expect(all.map(({ status }) => status)).toEqual([201, 201])
  expect(new Set(all.map(({ key }) => key)).size).toBe(2)
  expect((await recorded()).total - before.total).toBe(2)
  await village.close()
})

test('a refused record stays with its reason, and is corrected', async () => {
  const village = await person(browser, 'village-admin', PHONE)
  const { page } = village
  await openRecord(village, '参加理论学习一次')
  await choose(page, '0023')
  await takePhoto(page)
  // Eight a month is the most: nine at once are refused by the server alone.
  await page.getByRole('spinbutton', { name: '数量' }).or(page.locator('#record-quantity')).first().fill('9')
  await score(page)
  await lines(page)
    .filter({ hasText: /上限 8 分/ })
    .waitFor()
  await picture(village, 'points-village-07-refused')
  await page.getByRole('button', { name: '修改' }).click()
  await page.getByText('正在改一条没传上去的记分', { exact: false }).waitFor()
  await page.locator('#record-quantity').fill('2')
  await score(page)
  await lines(page).first().getByText('待评议').waitFor()
  await page.getByText('没有记上').waitFor({ state: 'hidden' })
  expect((await recorded(1)).latest[0]?.card.number).toBe(`${VILLAGE}-0023`)
  await village.close()
})

test('an activity is entered and recorded for two households at once', async () => {
  const village = await person(browser, 'village-admin', PHONE)
  const { page } = village
  const before = await recorded()
  await openRecord(village, '志愿服务一小时')
  await choose(page, '0024')
  await choose(page, '0025')
  await score(page)
  await page.getByRole('alert').filter({ hasText: '这一项要选一次已结束的活动' }).waitFor()
  await page.getByRole('button', { name: '选已结束的活动' }).click()
  await page.getByRole('button', { name: '新建活动' }).click()
  await page.getByLabel('活动名称').fill('清扫村道')
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('哪一天').fill(yesterday)
  await picture(village, 'points-village-08-activity')
  await page.getByRole('button', { name: '保存并选中' }).click()
  await page.getByRole('button', { name: '清扫村道' }).waitFor()
  await picture(village, 'points-village-09-two-households')
  await score(page)
  await lines(page).first().getByText('待评议').waitFor()
  await nothingWaits(page)
  expect((await recorded()).total - before.total).toBe(2)
  await village.close()
})

test('goods are redeemed once though the reply is lost, and the receipt is there', async () => {
  const village = await person(browser, 'village-admin', PHONE)
  const { page } = village
  const card = `${VILLAGE}-0001`
  const balanceOf = async () => (await ask<{ balance: number }>(`/scoring/cards/${card}`)).data.balance
  const before = await balanceOf()
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '兑换' }).click()
  // A hand-held scanner types what it reads and presses Enter.
  await page.getByLabel('找家户').fill(card)
  await page.getByLabel('找家户').press('Enter')
  await page.getByRole('list', { name: '商品' }).getByRole('listitem').first().waitFor()
  await page
    .getByRole('button', { name: /^多一份/ })
    .first()
    .click()
  await page.getByText(/将扣除 \d+ 积分，余 \d+/).waitFor()
  await picture(village, 'points-village-10-goods')
  const sent = await follow(page, REDEMPTIONS, (index) => (index === 0 ? 'lost' : null))
  await page.getByRole('button', { name: '兑换', exact: true }).click()
  await picture(village, 'points-village-11-confirm')
  await page.getByRole('button', { name: '确认兑换' }).click()
  await page.getByText('没有收到回音', { exact: false }).waitFor()
  await page.reload()
  await page.getByText('没有收到回音', { exact: false }).waitFor()
  await picture(village, 'points-village-12-unsure')
  await page.getByRole('button', { name: '再试一次' }).click()
  await page.getByRole('heading', { name: '兑换成功' }).waitFor()
  await page.getByRole('img', { name: /的二维码/ }).waitFor()
  await picture(village, 'points-village-13-receipt')
  expect(sent.map(({ status }) => status)).toEqual([201, 200])
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1)

  const spent = Number(/用了 (\d+) 积分/.exec((await page.getByText(/用了 \d+ 积分/).textContent()) ?? '')?.[1])
  expect(await balanceOf()).toBe(before - spent)
  await page.getByRole('button', { name: '再兑换一次' }).click()
  await page.getByLabel('找家户').waitFor()
  expect(village.problems.filter((problem) => !problem.includes('net::ERR'))).toEqual([])
  await village.close()
})

test('too few points are refused with figures, and nothing that was chosen is lost', async () => {
  const village = await person(browser, 'village-admin', PHONE)
  const { page } = village
  const { data: poor } = await ask<{ number: string; balance: number }[]>(
    `/scoring/cards?filters[site][$eq]=${VILLAGE}&filters[state][$eq]=active&filters[balance][$lt]=20&sort=balance`,
  )
  const [card] = poor
  if (card === undefined) throw new Error('every card of the sample village is rich')
  await page.goto('/redeem')
  await page.getByLabel('找家户').fill(card.number)
  await page.getByLabel('找家户').press('Enter')
  const more = page.getByRole('button', { name: /^多一份/ })
  await more.first().waitFor()
  await more.first().click()
  await page.getByText(/还差 \d+/).waitFor()
  await page.getByRole('button', { name: '兑换', exact: true }).click()
  await page.getByRole('button', { name: '确认兑换' }).click()
  await page
    .getByRole('alert')
    .filter({ hasText: new RegExp(`现有 ${card.balance} 分`) })
    .waitFor()
  await picture(village, 'points-village-14-too-few')
  await page.getByText(/还差 \d+/).waitFor()
  expect(
    await page
      .getByRole('status', { name: /的数量/ })
      .first()
      .textContent(),
  ).toBe('1')
  await village.close()
})

test('cards are searched, opened with their statement, and printed ten to a sheet', async () => {
  const village = await person(browser, 'village-admin', PHONE)
  const { page } = village
  await page.goto('/cards')
  await page.getByLabel('姓名、拼音首字母或卡号').fill('mjg')
  await page.getByRole('link', { name: /马建国/ }).click()
  await page.getByRole('heading', { name: '马建国' }).waitFor()
  await page
    .getByText(/^余 \d+$/)
    .first()
    .waitFor()
  await picture(village, 'points-village-15-card')
  await page
    .getByRole('button', { name: /^校验码/ })
    .first()
    .click()
  await page.getByText(/^[0-9a-f]{64}$/).waitFor()
  expect(await sidewaysPx(page)).toBe(0)
  // The resident's household keeps its PIN: others open its statement with it.
  const { data: cards } = await ask<{ number: string }[]>(
    '/scoring/cards?filters[state]=active&sort=number:desc&pagination[pageSize]=1',
  )
  await page.goto(`/cards/${cards[0]?.number ?? ''}`)
  await page.getByRole('button', { name: '重设密码' }).click()
  await page.getByRole('button', { name: '生成新密码' }).click()
  await page.getByText(/^\d{6}$/).waitFor()
  await picture(village, 'points-village-16-pin')
  await village.close()

  const desk = await person(browser, 'village-admin', DESKTOP)
  await desk.page.goto('/cards')
  await settled(desk.page)
  await picture(desk, 'points-village-17-cards')
  await desk.page.goto('/cards/print')
  await desk.page
    .getByRole('img', { name: /的二维码/ })
    .first()
    .waitFor()
  const sheets = await desk.page.locator('.cards-sheet').evaluateAll((all) => all.map((one) => one.childElementCount))
  expect(sheets[0]).toBe(10)
  await desk.page.emulateMedia({ media: 'print' })
  await screenshot(desk.page, 'points-village-18-print')
  expect(desk.problems).toEqual([])
  await desk.close()
})
