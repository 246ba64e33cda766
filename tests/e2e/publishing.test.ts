import type { MenuItem } from '@practice/dispatch/contracts'
import type { Browser, Page } from 'playwright-core'
import { PHONE, openBrowser } from '../support/browser'
import { insertPicture, writeBody } from './newsroom'
import { SERVER_URL, anybody, person, picture, settled, sidewaysPx } from './person'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a county editor publishes an article, revises it and takes it back; anybody reads it meanwhile', async () => {
  const title = '老三营村的义务理发又开始了'
  const body = '每月第一个星期六上午，志愿服务队在村站等大家。'
  const editor = await person(browser, 'county-editor')
  const { page } = editor
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '新闻' }).click()
  await page.getByRole('link', { name: /写新闻/ }).click()
  await page.getByLabel('标题', { exact: true }).first().fill(title)
  await page.getByLabel('摘要').fill('不用预约，自带毛巾。')

  // Without a body it is not published, and the page says what is missing.
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText(/^正文还没有写/).waitFor()
  await writeBody(page, body)

  // Nor is it with a picture of which nobody has noted who agreed to be seen.
  await insertPicture(page, { alt: '志愿者给老人理发', caption: '村站门前', sides: '1:1' })
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText(/^有图片还没有注明图里的人是否同意/).waitFor()
  await picture(editor, 'news-01-consent-missing')
  await page.getByRole('button', { name: '修改第 1 张图片的说明' }).click()
  const dialog = page.getByRole('dialog', { name: '图片说明' })
  await dialog.getByLabel('本人已同意').check()
  await dialog.getByLabel('谁、什么时候同意的').fill('马建国，当面同意')
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await state(page, '已发布')
  await picture(editor, 'news-02-published')

  const reader = await anybody(browser, PHONE)
  await reader.page.goto('/news')
  await reader.page.getByRole('link', { name: new RegExp(title) }).waitFor()
  await picture(reader, 'news-03-list')
  await reader.page.getByRole('link', { name: new RegExp(title) }).click()
  await reader.page.getByText(body).waitFor()
  await reader.page.getByRole('figure').getByText('村站门前').waitFor()
  const shown = reader.page.getByRole('img', { name: '志愿者给老人理发' })
  await reader.page.waitForFunction(
    (image) => (image as HTMLImageElement).naturalWidth > 0,
    await shown.elementHandle(),
  )
  // The cut was square.
  expect(
    await shown.evaluate(({ naturalWidth, naturalHeight }: HTMLImageElement) => naturalWidth / naturalHeight),
  ).toBe(1)
  await picture(reader, 'news-04-article')
  expect(await sidewaysPx(reader.page)).toBe(0)

  // What is changed is read only once it has gone out again.
  await page.getByLabel('标题', { exact: true }).first().fill(`${title}，带上老人`)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText(/群众看到的还是上一版/).waitFor()
  await reader.page.reload()
  await reader.page.getByRole('heading', { name: title, exact: true }).waitFor()
  await page.getByRole('button', { name: '更新发布' }).click()
  await page.getByText(/^已发布，群众现在就能看到/).waitFor()
  await reader.page.reload()
  await reader.page.getByRole('heading', { name: `${title}，带上老人` }).waitFor()

  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '撤下' }).click()
  await page.getByRole('dialog', { name: '撤下这篇新闻？' }).getByRole('button', { name: '撤下' }).click()
  await state(page, '草稿')
  await reader.page.reload()
  await reader.page.getByText('没有这篇新闻，或者它已经撤下了。').waitFor()
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

test('what is typed is kept: leaving asks, and coming back goes on', async () => {
  const title = '写到一半有人来办事'
  const editor = await person(browser, 'county-editor')
  const { page } = editor
  await page.goto('/articles/new')
  await page.getByLabel('标题', { exact: true }).first().fill(title)
  await page.getByText('有改动没有保存，已暂存在本机').waitFor()
  await page.getByRole('link', { name: '返回新闻列表' }).click()
  const question = page.getByRole('dialog', { name: '有改动没有保存' })
  await picture(editor, 'news-05-leaving')
  await question.getByRole('button', { name: '留下继续写' }).click()
  await question.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: '返回新闻列表' }).click()
  await question.getByRole('button', { name: '离开' }).click()
  await page.getByRole('heading', { name: '新闻', exact: true }).waitFor()
  await page.getByRole('link', { name: /写新闻/ }).click()
  await page.getByText(/^已接着上次/).waitFor()
  expect(await page.getByLabel('标题', { exact: true }).first().inputValue()).toBe(title)
  await page.getByRole('button', { name: '不要了，重新写' }).click()
  expect(await page.getByLabel('标题', { exact: true }).first().inputValue()).toBe('')
  expect(editor.problems).toEqual([])
  await editor.close()
})

test('what is copied from Word comes in without its dress, and its pictures are asked for', async () => {
  const editor = await person(browser, 'county-editor')
  const { page } = editor
  await page.goto('/articles/new')
  const text = page.getByRole('textbox', { name: '正文' })
  await text.click()
  await text.evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '总体情况')
    clipboardData.setData(
      'text/html',
      `<html><body><h1><span style='font-family:黑体'>总体情况</span></h1>
      <p class=MsoNormal style='text-indent:21.0pt'><b><span style='color:red'>三个村</span></b>都办了<o:p></o:p></p>
      <p class=MsoNormal><img src="file:///C:/clip_image002.jpg"></p>
      <table class=MsoTableGrid><tr><td><p class=MsoNormal>老三营村</p></td><td><p>3 场</p></td></tr></table></body></html>`,
    )
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await page.getByText('有 1 张图片没有带过来，请用「插入图片」上传。').waitFor()
  await text.getByRole('heading', { name: '总体情况', level: 2 }).waitFor()
  await text.getByRole('cell', { name: '3 场' }).waitFor()
  expect(await text.locator('[style], [class^=Mso], img:not(.ProseMirror-separator)').count()).toBe(0)
  expect(await text.locator('strong').textContent()).toBe('三个村')
  await picture(editor, 'news-06-from-word')
  expect(editor.problems).toEqual([])
  await editor.close()
})

test('readers find news by theme and place, and the feed of the same', async () => {
  const reader = await anybody(browser, PHONE)
  const { page } = reader
  await page.goto('/news')
  await page.getByRole('listitem').first().waitFor()
  const all = await page.getByRole('listitem').count()
  const themed = page.waitForResponse((response) => response.url().includes('themeCode'))
  await page.getByRole('link', { name: '延伸便民服务触角', exact: true }).click()
  await themed
  await settledList(page)
  await page.getByLabel('按乡镇看').selectOption({ label: '三营镇' })
  await settledList(page)
  const { searchParams } = new URL(page.url())
  expect(searchParams.get('site')).toBe('640402100')
  const shown = page.getByRole('listitem')
  expect(await shown.count()).toBeGreaterThan(0)
  expect(await shown.count()).toBeLessThan(all)
  for (const facts of await shown.allTextContents()) expect(facts).toContain('延伸便民服务触角')
  await picture(reader, 'news-07-chosen')

  const address = (await page.getByRole('link', { name: 'RSS 订阅' }).getAttribute('href')) ?? ''
  expect(await page.locator('link[rel="alternate"][type="application/rss+xml"]').getAttribute('href')).toBe(address)
  const feed = await page.request.get(address)
  expect(feed.status()).toBe(200)
  const titles = await shown.getByRole('heading').allTextContents()
  const xml = await feed.text()
  for (const title of titles) expect(xml).toContain(title)
  await page.goBack()
  await settledList(page)
  expect(new URL(page.url()).searchParams.get('site')).toBeNull()
  expect(reader.problems).toEqual([])
  await reader.close()
})

/** Waits until the list of news stands as it was chosen. */
async function settledList(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  await page.getByRole('listitem').first().waitFor()
}

/** Waits until the state line says where the article stands. */
async function state(page: Page, word: string): Promise<void> {
  await settled(page)
  await page.getByRole('main').getByText(word, { exact: true }).first().waitFor()
}

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
