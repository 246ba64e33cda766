import { deflateSync, crc32 } from 'node:zlib'
import { DEFAULT_DEMO_PASSWORD } from '@practice/seeds'
import type { Card, RuleSet } from '@practice/scoring/contracts'
import type { Browser, Locator, Page } from 'playwright-core'
import { PHONE, openBrowser } from '../support/browser'
import { SERVER_URL, person, picture, settled, sidewaysPx, type Person } from './person'

/** A village whose records no other test makes: its rules change here, and are put back. */
const VILLAGE = { code: '640402107213', name: '杨郎村', town: '头营镇' }
/** Whose records are imported. */
const SHEET_VILLAGE = '640402107200'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** What the API answers to an account. */
async function get<Data>(username: string, path: string): Promise<Data> {
  const login = await fetch(`${SERVER_URL}/api/auth/local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: username, password: DEFAULT_DEMO_PASSWORD }),
  })
  const { jwt } = (await login.json()) as { jwt: string }
  const reply = await fetch(`${SERVER_URL}/api${path}`, { headers: { authorization: `Bearer ${jwt}` } })
  expect(reply.status).toBe(200)
  return ((await reply.json()) as { data: Data }).data
}

describe('how the points of a town stand', () => {
  test('is seen by its officer, who goes down to a village and to the rows behind a figure', async () => {
    const officer = await person(browser, 'town-officer')
    const { page } = officer
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '积分', exact: true }).click()
    await page.getByRole('heading', { name: '积分总览' }).waitFor()
    await page.getByRole('img', { name: /每月发放和兑换的积分/ }).waitFor()
    await picture(officer, 'points-town-01-summary')

    await page.getByRole('table', { name: '下级各站点' }).getByRole('link', { name: '老三营村' }).click()
    await page.waitForURL(/site=640402100207/)
    await page.getByRole('navigation', { name: '所在位置' }).getByText('老三营村').waitFor()
    await page
      .getByRole('navigation', { name: '积分情况' })
      .getByRole('link', { name: /^待评议/ })
      .click()
    await page.waitForURL(/\/records\?.*state=recorded/)
    await settled(page)
    const rows = page.getByRole('table', { name: '积分记录' }).getByRole('row')
    await rows.nth(1).waitFor()
    for (const state of await page.getByRole('cell', { name: /待评议|公示中|已入账|已退回/ }).allInnerTexts()) {
      expect(state).toContain('待评议')
    }
    await rows.nth(1).getByRole('link').click()
    await page.getByRole('dialog').getByRole('list', { name: '经过' }).waitFor()
    await picture(officer, 'points-town-02-record')
    expect(officer.problems).toEqual([])
    await officer.close()
  })

  test('reads on a phone as tables, without a drawing', async () => {
    const officer = await person(browser, 'town-officer', PHONE)
    const { page } = officer
    await page.goto('/points')
    await page.getByRole('table', { name: '各月发放和兑换' }).waitFor()
    expect(await page.getByRole('img').count()).toBe(0)
    expect(await sidewaysPx(page)).toBe(0)
    await picture(officer, 'points-town-03-phone')
    expect(officer.problems).toEqual([])
    await officer.close()
  })
})

describe('the rules of a village', () => {
  const addressOf = (page: Page) => page.goto(`/rule-sets?site=${VILLAGE.code}`)
  const save = (page: Page) => page.getByRole('main').getByRole('button', { name: '保存', exact: true })

  async function confirmSaving(page: Page, version: number): Promise<void> {
    const dialog = page.getByRole('dialog', { name: `保存${VILLAGE.name}的细则` })
    await dialog.getByText(`将形成第 ${version} 版；已登记的记录仍按原版本。`).waitFor()
    await dialog.getByRole('button', { name: `保存为第 ${version} 版` }).click()
  }

  test('are changed by the town’s officer, who loses nothing when somebody else was faster', async () => {
    const { ownVersion } = await get<RuleSet>('town-officer-2', `/scoring/rule-sets?site=${VILLAGE.code}`)
    const [officer, dispatcher] = await Promise.all([
      person(browser, 'town-officer-2'),
      person(browser, 'county-dispatcher'),
    ])
    const { page } = officer
    await addressOf(page)
    await page.getByText(`沿用 ${VILLAGE.town}`).waitFor()
    await picture(officer, 'rules-01-inherited')
    await page.getByRole('button', { name: '改为自定' }).click()
    await page.getByLabel('R1-01 分值').fill('2')
    await save(page).click()
    await page.getByRole('dialog').getByText('R1-01 参加理论学习一次 的分值：1 → 2').waitFor()
    await page
      .getByRole('dialog')
      .getByText(/杨郎村从此不再沿用头营镇的细则/)
      .waitFor()
    await picture(officer, 'rules-02-consequence')
    await confirmSaving(page, ownVersion + 1)
    await page.getByText('本站自定', { exact: true }).waitFor()

    // Both open the same version; the dispatcher saves first.
    await Promise.all([addressOf(page), addressOf(dispatcher.page)])
    await page.getByRole('button', { name: '修改细则' }).click()
    await dispatcher.page.getByRole('button', { name: '修改细则' }).click()
    await dispatcher.page.getByLabel('R1-02 每月上限').fill('15')
    await dispatcher.page.getByLabel('R1-01 分值').fill('4')
    await save(dispatcher.page).click()
    await confirmSaving(dispatcher.page, ownVersion + 2)
    await dispatcher.page.getByRole('button', { name: '修改细则' }).waitFor()

    await page.getByLabel('R1-01 分值').fill('3')
    await save(page).click()
    await confirmSaving(page, ownVersion + 2)
    const told = page.getByRole('alert').filter({ hasText: '你的还没有保存' })
    await told.getByText('R1-02 担任理论宣讲员一次 的每月上限：20 → 15').waitFor()
    await told.getByText('R1-01 参加理论学习一次 的分值：2 → 4，你填的是 3').waitFor()
    expect(await page.getByLabel('R1-01 分值').inputValue()).toBe('3')
    expect(await page.getByLabel('R1-02 每月上限').inputValue()).toBe('15')
    await picture(officer, 'rules-03-conflict')
    await save(page).click()
    await confirmSaving(page, ownVersion + 3)
    await page.getByText('本站自定', { exact: true }).waitFor()

    const now = await get<RuleSet>('town-officer-2', `/scoring/rule-sets?site=${VILLAGE.code}`)
    expect(now.version).toBe(ownVersion + 3)
    expect(now.rules.find(({ code }) => code === 'R1-01')?.points).toBe(3)
    expect(now.rules.find(({ code }) => code === 'R1-02')?.capPerMonth).toBe(15)
    expect([...officer.problems, ...dispatcher.problems]).toEqual([])
    await officer.close()
    await dispatcher.close()
  })

  test('tell what each version changed, and are given up again', async () => {
    const officer = await person(browser, 'town-officer-2')
    const { page } = officer
    await addressOf(page)
    await page.getByRole('button', { name: '历次版本' }).click()
    await page.getByRole('dialog').getByText('改了 R1-02 担任理论宣讲员一次 的每月上限').first().waitFor()
    await picture(officer, 'rules-04-history')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '恢复沿用上级' }).click()
    const dialog = page.getByRole('dialog', { name: '恢复沿用上级' })
    await dialog.getByText(/改为沿用头营镇的/).waitFor()
    await dialog.getByRole('button', { name: '试行结束' }).click()
    const given = page.waitForResponse((reply) => reply.request().method() === 'PUT')
    await dialog.getByRole('button', { name: '恢复沿用上级' }).click()
    expect((await given).status()).toBe(200)
    await page.getByText(`沿用 ${VILLAGE.town}`).waitFor()
    expect(officer.problems).toEqual([])
    await officer.close()
  })

  test('are read and edited on a phone', async () => {
    const officer = await person(browser, 'town-officer-2', PHONE)
    const { page } = officer
    await addressOf(page)
    await page.getByText(`沿用 ${VILLAGE.town}`).waitFor()
    await picture(officer, 'rules-05-phone')
    expect(await sidewaysPx(page)).toBe(0)
    await page.getByRole('button', { name: '改为自定' }).click()
    await page.getByLabel('R1-01 分值').scrollIntoViewIfNeeded()
    expect(await sidewaysPx(page)).toBe(0)
    await picture(officer, 'rules-06-phone-editing')
    await page.getByRole('button', { name: '不改了' }).click()
    await page.getByRole('button', { name: '改为自定' }).waitFor()
    expect(officer.problems).toEqual([])
    await officer.close()
  })
})

describe('a sheet of records', () => {
  const HEADINGS = ['积分卡号', '持卡人', '积分事项', '数量', '发生日期', '事由', '来源编号']

  async function workbook(lines: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
    const { default: writeWorkbook } = await import('write-excel-file/node')
    return writeWorkbook(
      [HEADINGS, ...lines].map((row) => row.map((value) => (value === null ? null : { value }))),
    ).toBuffer()
  }

  async function check({ page }: Person, sheet: Buffer): Promise<Locator> {
    await page.getByLabel('选择表格文件').setInputFiles({
      name: '十一月积分.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: sheet,
    })
    await page.getByRole('button', { name: '先检查一遍' }).click()
    return page.getByRole('table', { name: '有误的格子' })
  }

  test.each([
    { where: 'at a desk', phone: false },
    { where: 'on a phone', phone: true },
  ])('is checked cell by cell $where, and its sound line imported', async ({ phone }) => {
    const filters = `filters[site][$eq]=${SHEET_VILLAGE}&filters[state][$eq]=active&pagination[pageSize]=2`
    const cards = await get<Card[]>('village-admin-2', `/scoring/cards?${filters}`)
    const card = cards[phone ? 1 : 0]
    const yesterday = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() - 86_400_000)
    const sheet = await workbook([
      [card?.number ?? '', null, 'R1-01', 1, yesterday, '冬季理论学习', null],
      [card?.number ?? '', null, 'R9-99', 1, yesterday, null, null],
      [`${SHEET_VILLAGE}-9999`, null, 'R1-01', 1, yesterday, null, null],
    ])

    const admin = await person(browser, 'village-admin-2', phone ? PHONE : undefined)
    const { page } = admin
    await page.goto('/import-records')
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载模板' }).click(),
    ])
    expect(template.suggestedFilename()).toBe('积分导入模板-头营村.xlsx')
    await page.locator('input[type=file][multiple]').setInputFiles({
      name: '名单.png',
      mimeType: 'image/png',
      buffer: picturedList(phone ? 90 : 160),
    })
    await page.getByRole('link', { name: '查看 名单.png' }).waitFor()
    const faults = await check(admin, sheet)
    await faults.getByRole('row', { name: /^C3 积分事项 规则不存在：R9-99/ }).waitFor()
    await faults
      .getByRole('row', { name: new RegExp(`^A4 积分卡号 本村没有这张积分卡：${SHEET_VILLAGE}-9999`) })
      .waitFor()
    expect(await faults.getByRole('row').count()).toBe(3)
    expect(await sidewaysPx(page)).toBe(0)
    await picture(admin, 'import-01-faults')

    await page.getByRole('button', { name: '只导入无误的 1 条' }).click()
    await page.getByText('已导入 1 条，等评议员评议').waitFor()
    await page.getByRole('link', { name: '看导入的 1 条记录' }).click()
    await page.waitForURL(/\/records\?/)
    await settled(page)
    await page
      .getByRole('main')
      .getByRole('link', { name: card?.holder.name ?? '' })
      .first()
      .waitFor()
    await picture(admin, 'import-02-records')
    expect(admin.problems).toEqual([])
    await admin.close()
  })
})

/** A grey picture as PNG, of another shade for each list. */
function picturedList(shade: number): Buffer {
  const side = 64
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.writeUInt8(8, 8)
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(side, shade)])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => line)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}
