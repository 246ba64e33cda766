import type { Order, OrderDetail } from '@practice/dispatch/contracts'
import type { MadeLink, NoticeLine, Objection, ScoreRecord } from '@practice/scoring/contracts'
import { DEMO_PIN, DEMO_TEAM } from '@practice/seeds'
import type { Browser, Page, Route } from 'playwright-core'
import { PHONE, openBrowser, screenshot } from '../support/browser'
import { anybody, person, picture, sidewaysPx, type Person } from './person'
import { VILLAGE, cardsOf, photoRuleOf, photosOf, recordFor, requestsOf, type Requests } from './points-support'

const WHAT = '一开电暖器就跳闸，昨天晚上开始的'
const WORDS = '来得快，修得好'
const OBJECTION = '那天我也在，没有看见他家的人'
const CARD = `${VILLAGE}-0001`

/** A resident's affairs on a phone (issue 4, show 3); everybody else acts through the API. The steps stand on one another. */
describe('a resident on a phone', () => {
  let browser: Browser
  let resident: Person
  let requests: Record<'resident' | 'village' | 'dispatcher' | 'leader' | 'reviewer' | 'supervisor', Requests>
  let order: OrderDetail

  beforeAll(async () => {
    browser = await openBrowser()
    requests = {
      resident: await requestsOf('resident'),
      village: await requestsOf('village-admin'),
      dispatcher: await requestsOf('county-dispatcher'),
      leader: await requestsOf('team-leader'),
      reviewer: await requestsOf('points-reviewer'),
      supervisor: await requestsOf('points-supervisor'),
    }
    resident = await person(browser, 'resident', PHONE)
  }, 120_000)
  afterAll(() => browser.close())

  let isBroken = false
  /** A step that is not tried when one before it failed; what was then to be seen is kept. */
  function step(name: string, work: (page: Page) => Promise<void>): void {
    test(name, async () => {
      if (isBroken) throw new Error('a step before this one failed')
      isBroken = true
      try {
        await work(resident.page)
        isBroken = false
      } catch (cause) {
        await screenshot(resident.page, 'resident-failed')
        throw cause
      }
    })
  }

  /** The household's orders for what this test asks for. */
  async function placed(): Promise<Order[]> {
    const orders = await requests.resident.get<Order[]>('/dispatch/orders?sort=createdAt:desc&pagination[pageSize]=20')
    return orders.filter(({ form }) => form?.['说明'] === WHAT)
  }

  step('signs in to pages of their own, not into the console', async (page) => {
    expect(new URL(page.url()).pathname).toBe('/my')
    await page.getByRole('heading', { name: '老三营村服务' }).waitFor()
    await picture(resident, 'resident-01-menu')
    await page.goto('/settings')
    await page.waitForURL((address) => address.pathname === '/my')
  })

  step('orders by category, item and form, and is told what is missing', async (page) => {
    await page.getByRole('link', { name: /便民生活/ }).click()
    await picture(resident, 'resident-02-category')
    await page.getByRole('link', { name: /义务理发/ }).click()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('这一项要填').waitFor()
    await picture(resident, 'resident-03-missing')
    await page.getByRole('link', { name: '便民生活' }).click()
    await page.getByRole('link', { name: /家电水电维修/ }).click()
    await page.getByRole('radio', { name: '电路跳闸' }).check()
    await page.getByLabel('说明').fill(WHAT)
    await page.getByRole('radio', { name: '随时' }).check()
  })

  step('finds what was typed after the browser was closed', async (page) => {
    await page.reload()
    await page.getByRole('button', { name: '提交' }).waitFor()
    expect(await page.getByLabel('说明').inputValue()).toBe(WHAT)
    expect(await page.getByRole('radio', { name: '电路跳闸' }).isChecked()).toBe(true)
  })

  step('sends while the line breaks: the order waits on the phone, and is placed once', async (page) => {
    const keys: (string | undefined)[] = []
    let isCut = true
    const cut = async (route: Route) => {
      keys.push(route.request().headers()['idempotency-key'])
      if (!isCut) return route.continue()
      // The server gets it, and its reply is lost: nobody here knows whether it was placed.
      await route.fetch()
      await page.context().setOffline(true)
      await route.abort('internetdisconnected')
    }
    await page.route('**/api/dispatch/orders', cut)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('等网络').waitFor()
    await page.getByText('现在没有网络', { exact: false }).waitFor()
    await picture(resident, 'resident-04-waiting')
    isCut = false
    await page.context().setOffline(false)
    await page.getByText('等网络').waitFor({ state: 'hidden' })
    await page
      .getByRole('link', { name: /家电水电维修/ })
      .first()
      .waitFor()
    await page.unroute('**/api/dispatch/orders', cut)
    expect(keys.length).toBeGreaterThanOrEqual(2)
    expect(new Set(keys).size).toBe(1)
    expect(await placed()).toHaveLength(1)
    await picture(resident, 'resident-05-placed')
  })

  step('types on where there is no line at all, and is sent once it is back', async (page) => {
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '点单' }).click()
    await page.getByRole('searchbox').fill('快递')
    await page.getByRole('link', { name: /快递代收代寄/ }).click()
    await page.getByLabel('还想说什么', { exact: false }).fill('取件码 5-2-1188')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('等网络').waitFor()
    await page.context().setOffline(false)
    await page.getByText('等网络').waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: /快递代收代寄/ }).click()
    await page.getByRole('button', { name: '取消这张单' }).click()
    const dialog = page.getByRole('dialog', { name: '取消这张单？' })
    await dialog.getByRole('button', { name: '已经解决了' }).click()
    await picture(resident, 'resident-06-cancel')
    await dialog.getByRole('button', { name: '取消这张单' }).click()
    await page.getByText('这张单取消了。').waitFor()
  })

  step('follows the order while others act', async (page) => {
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '我的单' }).click()
    const [mine] = await placed()
    const path = `/dispatch/orders/${mine?.documentId ?? ''}`
    const act = async (who: Requests, verb: string, data: object) => {
      const { version } = await requests.dispatcher.get<OrderDetail>(path)
      await who.post(`${path}/${verb}`, { version, ...data })
    }
    await page.locator(`a[href="/my/orders/${mine?.documentId ?? ''}"]`).click()
    await page.getByText('村里收到了', { exact: false }).waitFor()
    await act(requests.dispatcher, 'dispatch', { team: DEMO_TEAM, reason: '群众熟悉这支队伍' })
    await act(requests.leader, 'accept', {})
    await page.getByText('已接单，会上门来', { exact: false }).waitFor()
    await picture(resident, 'resident-07-accepted')
    await act(requests.leader, 'start', {})
    const [photo] = await photosOf(browser, [4711])
    const evidence = [await requests.leader.upload('现场.jpg', photo ?? Buffer.from(''))]
    await act(requests.leader, 'complete', { summary: '换了空气开关', served: 1, hours: 1, volunteers: [], evidence })
    await page.getByText('办完了，请您评价', { exact: false }).waitFor()
    await page.getByText('换了空气开关').first().waitFor()
    order = await requests.resident.get<OrderDetail>(path)
  })

  step('rates it, with words where the stars are few', async (page) => {
    await page.getByRole('radio', { name: '2 星' }).check()
    await page.getByRole('button', { name: '提交评价' }).click()
    await page.getByText('请说一说哪里不满意，好让他们改。').waitFor()
    await page.getByRole('radio', { name: '5 星' }).check()
    await page.getByLabel('说几句', { exact: false }).fill(WORDS)
    await picture(resident, 'resident-08-rate')
    await page.getByRole('button', { name: '提交评价' }).click()
    await page.getByText('谢谢您的评价。').waitFor()
    await picture(resident, 'resident-09-rated')
    const { rating } = await requests.resident.get<OrderDetail>(`/dispatch/orders/${order.documentId}`)
    expect(rating).toMatchObject({ stars: 5, comment: WORDS, by: 'resident', onBehalf: null })
  })

  step('sees the card, hands its statement on by a code, and takes that back', async (page) => {
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '积分' }).click()
    await page.getByText(CARD).waitFor()
    await page.locator('.my-lines summary').first().click()
    await page.getByText('校验码').first().waitFor()
    await picture(resident, 'resident-10-card')
    await page.getByText('给家里人看的二维码').click()
    const made = page.waitForResponse((reply) => reply.url().endsWith('/link') && reply.request().method() === 'PUT')
    await page.getByRole('button', { name: '生成二维码' }).click()
    const { token } = ((await (await made).json()) as { data: MadeLink }).data
    await page.getByRole('img', { name: '积分明细的二维码' }).waitFor()
    await picture(resident, 'resident-11-code')

    const family = await anybody(browser, PHONE)
    await family.page.goto(`/my/statement#${token}`)
    await family.page.getByText('马*国', { exact: false }).waitFor()
    await picture(family, 'resident-12-family')
    await page.getByRole('button', { name: '收回' }).click()
    await page.getByRole('button', { name: '生成二维码' }).waitFor()
    await family.page.reload()
    await family.page.getByText('没有找到').waitFor()
    await family.page.goto('/my/statement')
    await byPin(family.page, '000000')
    await family.page.getByText('卡号或密码不对', { exact: false }).waitFor()
    await byPin(family.page, DEMO_PIN)
    await family.page.getByText('马*国', { exact: false }).waitFor()
    expect(family.problems).toEqual([])
    await family.close()
  })

  step('objects to a line on the notice, and reads what became of it', async (page) => {
    const line = await lineOnNotice(1)
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '公示' }).click()
    const own = page.locator('.notice-cards li').filter({ hasText: line.note ?? '' })
    await own.getByRole('button', { name: /提异议|异议/ }).click()
    const dialog = page.getByRole('dialog', { name: '对公示提异议' })
    await dialog.getByLabel('有什么不对').fill(OBJECTION)
    await picture(resident, 'resident-13-object')
    await dialog.getByRole('button', { name: '提异议' }).click()
    await dialog.getByText('异议已提', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: '知道了' }).click()
    await own.getByText('有异议，正在核实').waitFor()
    await picture(resident, 'resident-14-objected')
    await dismiss(line)
    await page.reload()
    await page.getByText('核实后没有问题', { exact: false }).first().waitFor()
  })

  step('anybody of the village objects on the public notice with a card and its PIN', async () => {
    const line = await lineOnNotice(2)
    const someone = await anybody(browser, PHONE)
    const { page } = someone
    await page.goto(`/notice/${VILLAGE}`)
    const own = page.locator('.notice-cards li').filter({ hasText: line.note ?? '' })
    await own.getByRole('button').click()
    const dialog = page.getByRole('dialog', { name: '对公示提异议' })
    await dialog.getByRole('button', { name: '没有做这件事' }).click()
    await dialog.getByLabel('您家的积分卡号').fill(CARD)
    await dialog.getByLabel('六位密码').fill(DEMO_PIN)
    await picture(someone, 'resident-15-public-notice')
    await dialog.getByRole('button', { name: '提异议', exact: true }).click()
    await dialog.getByText('异议已提', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: '知道了' }).click()
    await own.getByText('有异议，正在核实').waitFor()
    expect(someone.problems).toEqual([])
    await someone.close()
    await dismiss(line)
  })

  step('reads in large text without moving sideways, and signs out', async (page) => {
    await page.getByRole('button', { name: '大字' }).click()
    for (const address of [
      '/my',
      '/my/order/C08-03',
      '/my/orders',
      '/my/card',
      '/my/notice',
      '/my/news',
      '/my/settings',
    ]) {
      await page.goto(address)
      await picture(resident, `resident-large${address.replaceAll('/', '-')}`)
      expect({ address, sideways: await sidewaysPx(page) }).toEqual({ address, sideways: 0 })
    }
    await page.getByRole('radio', { name: '普通' }).check()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.waitForURL((address) => address.pathname === '/login')
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('shelf')))).toEqual([])
    const complaints = resident.problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED/.test(problem))
    expect(complaints).toEqual([])
  })

  async function byPin(page: Page, pin: string): Promise<void> {
    await page.getByLabel('卡号').fill(CARD)
    await page.getByLabel('六位密码').fill(pin)
    await page.getByRole('button', { name: '看明细' }).click()
  }

  /** A neighbour's record that the reviewer has approved, so that it stands on the notice. */
  async function lineOnNotice(seed: number): Promise<ScoreRecord> {
    const cards = await cardsOf(requests.village)
    const { code } = await photoRuleOf(requests.village)
    const photos = await photosOf(browser, [9000 + seed])
    const evidence = await Promise.all(photos.map((photo) => requests.village.upload(`院子${seed}.jpg`, photo)))
    const number = cards[20 + seed]?.number ?? ''
    const record = await recordFor(requests.village, number, code, `打扫了巷道第${seed}段`, evidence)
    return requests.reviewer.post<ScoreRecord>(`/scoring/records/${record.documentId}/approve`, {})
  }

  async function dismiss({ documentId }: Pick<NoticeLine, 'documentId'>): Promise<void> {
    const open = await requests.supervisor.get<Objection[]>('/scoring/objections?filters[state]=open')
    const objection = open.find(({ record }) => record.documentId === documentId)
    await requests.supervisor.post(`/scoring/objections/${objection?.documentId ?? ''}/dismiss`, { reason: '核实过了' })
  }
})
