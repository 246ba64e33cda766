import type { MenuItem } from '@practice/dispatch/contracts'
import type { Browser, Page } from 'playwright-core'
import { PHONE, openBrowser } from '../support/browser'
import { SERVER_URL, anybody, person, picture, sidewaysPx } from './person'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a county editor publishes an article, and anybody reads it without an account', async () => {
  const title = '老三营村的义务理发又开始了'
  const body = '每月第一个星期六上午,志愿服务队在村站等大家。'
  const editor = await person(browser, 'county-editor')
  const { page } = editor
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '新闻' }).click()
  await page.getByRole('link', { name: /写新闻/ }).click()
  await page.getByLabel('标题', { exact: true }).first().fill(title)
  await page.getByLabel('摘要').fill('不用预约,自带毛巾。')

  // Without a body it is not published, and the page says what is missing.
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText(/^正文还没有写/).waitFor()
  await page.getByRole('textbox', { name: '正文' }).click()
  await page.keyboard.type(body)
  await picture(editor, 'news-01-writing')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('main').getByText('已发布', { exact: true }).first().waitFor()
  await picture(editor, 'news-02-published')

  const reader = await anybody(browser, PHONE)
  await reader.page.goto('/news')
  await reader.page.getByRole('link', { name: new RegExp(title) }).waitFor()
  await picture(reader, 'news-03-list')
  await reader.page.getByRole('link', { name: new RegExp(title) }).click()
  await reader.page.getByText(body).waitFor()
  await picture(reader, 'news-04-article')
  expect(await sidewaysPx(reader.page)).toBe(0)
  expect([...editor.problems, ...reader.problems]).toEqual([])
  await editor.close()
  await reader.close()
})

test('a draft is nobody’s to read', async () => {
  const title = '还没写完的稿子'
  const editor = await person(browser, 'county-editor')
  const { page } = editor
  await page.goto('/articles/new')
  await page.getByLabel('标题', { exact: true }).first().fill(title)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { name: '修改新闻' }).waitFor()
  const reader = await anybody(browser)
  await reader.page.goto('/news')
  await reader.page.getByRole('listitem').first().waitFor()
  expect(await reader.page.getByText(title).count()).toBe(0)
  await editor.close()
  await reader.close()
})

describe('a town officer switches an item off for one village', () => {
  const ITEM = '居住与亲属关系证明代办'
  const VILLAGE = { code: '640402100207', name: '老三营村' }
  const OTHERS = ['640402100', '640402100208', '640402100210', '640402107200', '640402']

  test('and the menu of that village, and only that, lacks it', async () => {
    const before = await menusOf([VILLAGE.code, ...OTHERS])
    const code = before.get(VILLAGE.code)?.find(({ name }) => name === ITEM)?.code
    expect(code).toBeDefined()

    const officer = await person(browser, 'town-officer')
    const { page } = officer
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '服务事项' }).click()
    await page.getByRole('searchbox', { name: /查找事项/ }).fill(ITEM)
    await switchOff(page)
    await picture(officer, 'offerings-01-off')

    const after = await menusOf([VILLAGE.code, ...OTHERS])
    expect(codes(after.get(VILLAGE.code))).toEqual(codes(before.get(VILLAGE.code)).filter((one) => one !== code))
    for (const other of OTHERS) expect(codes(after.get(other))).toEqual(codes(before.get(other)))

    const village = await person(browser, 'village-admin', PHONE)
    await village.page.goto('/place')
    await village.page.getByPlaceholder(/查找事项/).fill('证明')
    await village.page.getByText('没有找到这样的事项').or(village.page.getByRole('listitem').first()).waitFor()
    expect(await village.page.getByRole('button', { name: new RegExp(ITEM) }).count()).toBe(0)
    await picture(village, 'offerings-02-menu-without')
    expect([...officer.problems, ...village.problems]).toEqual([])
    await officer.close()
    await village.close()
  })

  /** A click goes on from inherited to the next setting; off is reached after two at the most. */
  async function switchOff(page: Page): Promise<void> {
    const cell = page.getByRole('button', { name: new RegExp(`^${VILLAGE.name} · ${ITEM}`) })
    const off = page.getByRole('button', { name: new RegExp(`^${VILLAGE.name} · ${ITEM}.单独设置.不提供`) })
    await cell.click()
    await cell.and(page.getByRole('button', { name: /单独设置/ })).waitFor()
    if (!(await off.isVisible())) await cell.click()
    await off.waitFor()
    await page.waitForFunction(() => document.querySelector('.cell-pending') === null)
  }
})

function codes(menu: readonly MenuItem[] | undefined): string[] {
  return (menu ?? []).map(({ code }) => code)
}

/** What each site offers, as residents get it. */
async function menusOf(sites: readonly string[]): Promise<Map<string, MenuItem[]>> {
  const menus = await Promise.all(
    sites.map(async (site) => {
      const reply = await fetch(`${SERVER_URL}/api/service-items/effective?site=${site}`)
      expect(reply.status).toBe(200)
      return [site, ((await reply.json()) as { data: MenuItem[] }).data] as const
    }),
  )
  return new Map(menus)
}
