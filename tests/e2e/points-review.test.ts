import type { ScoreRecord, ScoreRecordDetail } from '@practice/scoring/contracts'
import type { Browser, Page } from 'playwright-core'
import { DESKTOP, PHONE, openBrowser, screenshot } from '../support/browser'
import { anybody, confirm, person, picture, settled, sidewaysPx, type Person } from './person'
import { VILLAGE, cardsOf, photoRuleOf, photosOf, recordFor, requestsOf, type Requests } from './points-support'

const OBJECTOR = '海正义'
const OBJECTION = '那天下雨，没有人在那里打扫'
const UPHELD = '核实后没有做这件事'

/** From the reviewer's queue to the supervisor's decision (issue 3, show 5). The steps stand on one another. */
describe('records under review', () => {
  let browser: Browser
  let reviewer: Person
  let supervisor: Person
  let village: Requests
  /** One to approve and to object to, one to reject, one to stay on the notice, one of the reviewer's own household. */
  let records: { approved: ScoreRecord; rejected: ScoreRecord; noticed: ScoreRecord; own: ScoreRecord }

  beforeAll(async () => {
    browser = await openBrowser()
    village = await requestsOf('village-admin')
    records = await makeRecords()
    reviewer = await person(browser, 'points-reviewer', DESKTOP)
    supervisor = await person(browser, 'points-supervisor', DESKTOP)
  }, 120_000)
  afterAll(() => browser.close())

  let isBroken = false
  /** A step that is not tried when one before it failed. */
  function step(name: string, work: () => Promise<void>): void {
    test(name, async () => {
      if (isBroken) throw new Error('a step before this one failed')
      isBroken = true
      await work()
      isBroken = false
    })
  }

  step('the reviewer’s home is the queue: large evidence, the rule, the cap and the month of the holder', async () => {
    const { page } = reviewer
    expect(new URL(page.url()).pathname).toMatch(/^\/review/)
    await openRecord(records.approved)
    await page.getByText(/^\d+ \/ \d+$/).waitFor()
    expect(await page.getByRole('button', { name: /^放大/ }).count()).toBe(2)
    await page.getByText(/当月上限 \d+ 分，已用 \d+ 分|本月没有上限/).waitFor()
    await page.getByText(/当月还有 \d+ 条|这个月没有别的记录/).waitFor()
    await page.getByText('每次', { exact: false }).first().waitFor()
    await photosShown(page)
    await picture(reviewer, 'review-01-queue')
  })

  step('a photo fills the window, and Escape gives the page back', async () => {
    const { page } = reviewer
    await page.getByRole('button', { name: /^放大/ }).first().click()
    const viewer = page.getByRole('dialog', { name: '看大图' })
    await viewer.getByText('第 1 张，共 2 张', { exact: false }).waitFor()
    await page.keyboard.press('ArrowRight')
    await viewer.getByText('第 2 张，共 2 张', { exact: false }).waitFor()
    // Keys of the queue are not meant while a photo covers it.
    await page.keyboard.press('a')
    await picture(reviewer, 'review-02-photo')
    await page.keyboard.press('Escape')
    await viewer.waitFor({ state: 'hidden' })
    expect(await stateOf(records.approved)).toBe('recorded')
  })

  step('j and k walk the queue', async () => {
    const { page } = reviewer
    const number = page.getByText(records.approved.number, { exact: true })
    await page.keyboard.press('j')
    await number.waitFor({ state: 'hidden' })
    await settled(page)
    await page.keyboard.press('k')
    await number.waitFor()
  })

  step('a approves, and the next record comes', async () => {
    const { page } = reviewer
    await openRecord(records.approved)
    const at = page.url()
    await page.keyboard.press('a')
    await page.getByText(`已通过，${records.approved.card.holder}这一条开始公示`).waitFor()
    await page.waitForURL((address) => address.href !== at)
    expect(await stateOf(records.approved)).toBe('noticed')
  })

  step('r rejects with a reason from the list', async () => {
    const { page } = reviewer
    await openRecord(records.rejected)
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog', { name: `退回${records.rejected.card.holder}的记录` })
    // The letter that opened it was not typed into it.
    expect(await dialog.getByLabel('原因').inputValue()).toBe('')
    await dialog.getByRole('button', { name: '退回', exact: true }).click()
    await dialog.getByText('请写明原因（至少两个字）').waitFor()
    await dialog.getByRole('button', { name: '照片看不清' }).click()
    await picture(reviewer, 'review-03-reject')
    await confirm(dialog, '退回')
    expect(await stateOf(records.rejected)).toBe('rejected')
  })

  step('what concerns the own household says so, and cannot be decided', async () => {
    const { page } = reviewer
    await openRecord(records.own)
    await page.getByText('这一条涉及你自己家', { exact: false }).waitFor()
    expect(await page.getByRole('button', { name: '通过', exact: true }).count()).toBe(0)
    await page.keyboard.press('a')
    await picture(reviewer, 'review-04-own-household')
    expect(await stateOf(records.own)).toBe('recorded')
  })

  step('what was reviewed stands in a list, each line with its story', async () => {
    const { page } = reviewer
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '已评议' }).click()
    const row = page
      .getByRole('row')
      .filter({ hasText: records.rejected.card.holder })
      .filter({ hasText: '照片看不清' })
    await row.first().waitFor()
    await picture(reviewer, 'review-05-reviewed')
    await row.getByRole('link').first().click()
    await page.getByRole('dialog').getByText('评议退回').waitFor()
    await picture(reviewer, 'review-06-drawer')
  })

  step('on a phone the two decisions stand at the thumb', async () => {
    const phone = await person(browser, 'points-reviewer', PHONE)
    await phone.page.goto(`/review/${records.own.documentId}`)
    await phone.page.getByText('这一条涉及你自己家', { exact: false }).waitFor()
    await picture(phone, 'review-07-own-household')
    await phone.page.goto('/review')
    await settled(phone.page)
    await picture(phone, 'review-07-queue')
    expect(await sidewaysPx(phone.page)).toBe(0)
    expect(phone.problems).toEqual([])
    await phone.close()
  })

  step('a village admin enters a villager’s objection to one line of the notice', async () => {
    const admin = await person(browser, 'village-admin', DESKTOP)
    const { page } = admin
    await page.goto('/notices')
    const row = page.getByRole('row').filter({ hasText: records.approved.note ?? '' })
    await row.getByRole('button', { name: '代提异议' }).click()
    const dialog = page.getByRole('dialog', { name: /^代村民提异议/ })
    await dialog.getByRole('button', { name: '提异议', exact: true }).click()
    await dialog.getByText('请写明是谁提的异议').waitFor()
    await dialog.getByLabel('提异议的村民').fill(OBJECTOR)
    await dialog.getByLabel('有什么不对').fill(OBJECTION)
    await picture(admin, 'review-08-object')
    await confirm(dialog, '提异议')
    await row.getByText('有异议').waitFor()
    expect(await stateOf(records.approved)).toBe('held')
    expect(admin.problems).toEqual([])
    await admin.close()
  })

  step('the supervisor’s home counts it, and leads to it', async () => {
    const { page } = supervisor
    await page.goto('/')
    await page.getByRole('link', { name: /待处理异议/ }).waitFor()
    await settled(page)
    await picture(supervisor, 'review-09-supervisor')
    await page.getByRole('link', { name: /待处理异议/ }).click()
    await page.getByRole('link').filter({ hasText: OBJECTION }).click()
    await page.getByText('评议通过，开始公示').waitFor()
    expect(await page.getByRole('button', { name: /^放大/ }).count()).toBe(2)
    await photosShown(page)
    await picture(supervisor, 'review-10-objection')
  })

  step('upholding it says what follows, and voids the line', async () => {
    const { page } = supervisor
    await page.getByRole('button', { name: '维持异议' }).click()
    const dialog = page.getByRole('dialog', { name: '维持异议' })
    await dialog.getByText('维持异议后该条作废，不入账', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: UPHELD }).click()
    await picture(supervisor, 'review-11-uphold')
    await confirm(dialog, '维持异议')
    expect(await stateOf(records.approved)).toBe('voided')
    await page.getByText('已处理', { exact: true }).click()
    // The latest decision comes first.
    await page.getByRole('link').filter({ hasText: OBJECTION }).first().click()
    await page.getByText('异议成立，作废').waitFor()
    await picture(supervisor, 'review-12-decided')
  })

  step('the ledger is verified from its first entry', async () => {
    const { page } = supervisor
    await page.goto('/ledger')
    await page.getByRole('button', { name: '从头核对' }).click()
    await page.getByText('核对无误').waitFor()
    await picture(supervisor, 'review-13-ledger')
    for (const [name, address] of [
      ['14-flags', '/flags'],
      ['15-stocktake', '/stocktake'],
    ] as const) {
      await page.goto(address)
      await settled(page)
      await picture(supervisor, `review-${name}`)
    }
  })

  step('anybody reads the notice on a phone: masked names, by theme, until when; and it prints on paper', async () => {
    const reader = await anybody(browser, PHONE)
    const { page } = reader
    await page.goto(`/notice/${VILLAGE}`)
    const line = page
      .getByRole('listitem')
      .filter({ hasText: records.noticed.note ?? '' })
      .first()
    await line.getByText(/^.\*/).waitFor()
    expect(await page.getByText(records.noticed.card.holder).count()).toBe(0)
    expect(
      await page
        .getByRole('listitem')
        .filter({ hasText: records.approved.note ?? '' })
        .count(),
    ).toBe(0)
    await picture(reader, 'review-16-notice')
    expect(await sidewaysPx(page)).toBe(0)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 680, height: 960 })
    await page.getByText('（盖章）').waitFor()
    await screenshot(page, 'review-17-paper')
    expect(reader.problems).toEqual([])
    await reader.close()
  })

  step('nobody’s browser had anything to complain of', async () => {
    expect({ reviewer: reviewer.problems, supervisor: supervisor.problems }).toEqual({ reviewer: [], supervisor: [] })
  })

  async function makeRecords(): Promise<typeof records> {
    const [rule, cards, photos] = [
      await photoRuleOf(village),
      await cardsOf(village),
      await photosOf(browser, [11, 23, 37, 41, 59]),
    ]
    const [one, two, three, four, five] = await Promise.all(
      photos.map((photo, index) => village.upload(`现场${index + 1}.jpg`, photo)),
    )
    // The first households are those of the demo accounts.
    const [first, second, third] = cards.slice(-3).map(({ number }) => number)
    const own = cards.find(({ holder }) => holder.name === '穆占山')
    if (first === undefined || second === undefined || third === undefined || own === undefined) {
      throw new Error('the village has too few cards')
    }
    const record = (card: string, note: string, evidence: (string | undefined)[]) =>
      recordFor(
        village,
        card,
        rule.code,
        note,
        evidence.filter((file) => file !== undefined),
      )
    const approved = await record(first, '打扫村口广场', [one, two])
    const rejected = await record(second, '整理农家书屋', [three])
    const noticed = await record(third, '教邻居用手机缴费', [four])
    const reviewing = await requestsOf('points-reviewer')
    await reviewing.post(`/scoring/records/${noticed.documentId}/approve`, {})
    return { approved, rejected, noticed, own: await record(own.number, '帮村里搬桌椅', [five]) }
  }

  /** Waits until every picture of the page has come. */
  async function photosShown(page: Page): Promise<void> {
    await page.waitForFunction(() => Array.from(document.images).every(({ complete }) => complete))
  }

  async function stateOf({ documentId }: ScoreRecord): Promise<ScoreRecord['state']> {
    return (await village.get<ScoreRecordDetail>(`/scoring/records/${documentId}`)).state
  }

  /** Opens a record in the queue, by the address that can be shared. */
  async function openRecord({ documentId, card }: ScoreRecord): Promise<void> {
    const { page }: { page: Page } = reviewer
    await page.goto(`/review/${documentId}`)
    await settled(page)
    await page.getByRole('heading', { name: new RegExp(card.holder) }).waitFor()
  }
})
